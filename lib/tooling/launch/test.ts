import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser'
import { ensureBuild } from './build'
import { top } from './paths'
import { run, stopAll } from './processes'
import { playwrightOutcome, summary, vitestOutcome, type Outcome } from './results'

const reports = join(top, '.sealwatch', 'reports')
const bin = (name: string) => `node_modules/${name}`
const seconds = (since: number) => (Date.now() - since) / 1000

/** One check of the house: passes or fails as a whole, and shows its output only when it fails. */
async function check(name: string, args: readonly string[]): Promise<Outcome> {
  const since = Date.now()
  const code = await run(name, process.execPath, args, { quiet: true })
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since).toFixed(0)} s)\n`)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0, seconds: seconds(since) }
}

async function checks(): Promise<Outcome[]> {
  return [
    await check('types', [bin('typescript/bin/tsc'), '--noEmit']),
    await check('lint', [
      bin('eslint/bin/eslint.js'),
      '--config',
      'lib/tooling/eslint.config.mjs',
      '--max-warnings',
      '0',
      '.',
    ]),
    await check('rooms', [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'lib/tooling/rooms/dependency-cruiser.mjs',
      'app',
      'components',
      'lib',
      'e2e',
      'proxy.ts',
    ]),
    await check('dead code', [bin('knip/bin/knip.js'), '--config', 'lib/tooling/knip.json']),
  ]
}

async function unitTests(): Promise<Outcome> {
  const since = Date.now()
  const report = join(reports, 'vitest.json')
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'lib/tooling/vitest.config.ts',
    '--reporter=default',
    '--silent=passed-only',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await run('vitest', process.execPath, args, { env: { NO_COLOR: '1' } })
  return vitestOutcome(report, code, seconds(since))
}

async function build(): Promise<Outcome> {
  const since = Date.now()
  const code = await ensureBuild({ quiet: true })
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} build (${seconds(since).toFixed(0)} s)\n`)
  return { name: 'build', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0, seconds: seconds(since) }
}

/** Two minutes of many people at once, on two servers that share nothing but their configuration. */
async function soak(): Promise<Outcome> {
  const since = Date.now()
  const args = ['lib/tooling/launch/run.mjs', 'bench', 'soak', '--minutes', '2']
  const code = await run('soak', process.execPath, args, { quiet: true })
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} soak (${seconds(since).toFixed(0)} s)\n`)
  return { name: 'soak', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0, seconds: seconds(since) }
}

async function browserTests(): Promise<Outcome> {
  const since = Date.now()
  if (ensureBrowser() === null) {
    process.stderr.write('No browser: install Chromium or Chrome, or set SEALWATCH_CHROMIUM to its path.\n')
    return { name: 'browser tests', passed: 0, failed: 1, notRun: 0, seconds: seconds(since) }
  }
  const report = join(reports, 'playwright.json')
  const args = [bin('@playwright/test/cli.js'), 'test', '--config', 'lib/tooling/playwright.config.ts']
  const code = await run('playwright', process.execPath, args, { env: { SEALWATCH_REPORT: report } })
  return playwrightOutcome(report, code, seconds(since))
}

/** `npm test`: every check and every runner, whatever failed before, then the sums. */
async function test(): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const outcomes = [...(await checks()), await unitTests()]
  const built = await build()
  outcomes.push(built)
  if (built.failed === 0) outcomes.push(await soak(), await browserTests())
  else outcomes.push({ name: 'browser tests', passed: 0, failed: 1, notRun: 0, seconds: 0 })
  process.stdout.write(summary(outcomes))
  return outcomes.some((one) => one.failed > 0) ? 1 : 0
}

try {
  process.exitCode = await test()
} finally {
  stopAll()
}
