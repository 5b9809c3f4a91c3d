import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { targetNames } from '../fuzz/targets'
import { ensureBuild } from './build'
import { top } from './paths'
import { run } from './processes'
import { fuzzOutcome, outcomeOfCode, playwrightOutcome, vitestOutcome, type Outcome } from './results'
import { runner } from './servers'

export const reports = join(top, '.sealwatch', 'reports')
const bin = (name: string) => `node_modules/${name}`
const seconds = (since: number) => (Date.now() - since) / 1000

/** Memory for short-lived objects of a compiler: tsc spent a fifth of its time on collecting them. */
const roomy = '--max-semi-space-size=64'

function said(outcome: Outcome): Outcome {
  const word = outcome.failed > 0 ? 'FAILED ' : outcome.passed > 0 ? 'ok     ' : 'not run'
  process.stdout.write(`${word} ${outcome.name} (${outcome.seconds.toFixed(0)} s)\n`)
  return outcome
}

/** A program that reports only an exit code; its output is shown if it fails. */
async function program(name: string, args: readonly string[], more: Parameters<typeof run>[3] = {}): Promise<Outcome> {
  const since = Date.now()
  const code = await run(name, process.execPath, args, { quiet: true, ...more })
  return said(outcomeOfCode(name, code, seconds(since)))
}

/** A program of run.mjs. */
export const ownProgram = (name: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  program(name, [runner, ...args], { env })

/** Types and lint, import rules, dead code, with low priority. */
export async function checks(): Promise<Outcome[]> {
  const check = (name: string, args: readonly string[]) => program(name, [roomy, ...args], { background: true })
  const lint = ['--config', '.oxlintrc.json', '--type-aware', '--type-check', '--deny-warnings', '.']
  const modules = ['--config', '.dependency-cruiser.mjs', 'app', 'components', 'lib', 'e2e', 'tooling', 'proxy.ts']
  return Promise.all([
    check('types, lint', [bin('oxlint/bin/oxlint'), ...lint]),
    check('modules', [bin('dependency-cruiser/bin/dependency-cruise.mjs'), ...modules]),
    check('dead code', [bin('knip/bin/knip.js'), '--config', 'knip.json']),
  ])
}

export async function build(): Promise<Outcome> {
  const since = Date.now()
  return said(outcomeOfCode('build', await ensureBuild({ quiet: true }), seconds(since)))
}

export interface Selection {
  readonly name: string
  /** Projects of vitest.config.ts or playwright.config.ts. */
  readonly projects: readonly string[]
  /** Files; all files of the projects if empty. */
  readonly files?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** The program of another version of Node. */
  readonly node?: string
}

const reportOf = (name: string): string => {
  mkdirSync(reports, { recursive: true })
  return join(reports, `${name.replaceAll(/\W+/g, '-')}.json`)
}
const projectsOf = ({ projects }: Selection) => projects.map((project) => `--project=${project}`)

/** Runs tests in Node. */
export async function vitest(selection: Selection): Promise<Outcome> {
  const { name, files = [], env = {}, node = process.execPath } = selection
  const [since, file] = [Date.now(), reportOf(name)]
  const config = ['run', '--config', 'vitest.config.ts', ...projectsOf(selection)]
  const output = ['--reporter=default', '--silent=passed-only', '--reporter=json', `--outputFile.json=${file}`]
  const args = [bin('vitest/vitest.mjs'), ...config, ...output, ...files]
  const code = await run(name, node, args, { env: { NO_COLOR: '1', ...env } })
  return said(vitestOutcome(name, { file, code, seconds: seconds(since) }))
}

/** Runs tests in a browser, on the build. Installs the browser if it is missing. */
export async function playwright(selection: Selection): Promise<Outcome> {
  const { name, files = [], env = {} } = selection
  const [since, file] = [Date.now(), reportOf(name)]
  if ((await run('browser', process.execPath, [runner, 'get-browser'], { quiet: true })) !== 0) {
    process.stderr.write('No browser: install Chromium or Chrome, or set SEALWATCH_CHROMIUM to its path.\n')
    return { name, passed: 0, failed: 1, notRun: 0, seconds: seconds(since) }
  }
  const config = ['test', '--config', 'playwright.config.ts', ...projectsOf(selection)]
  const args = [bin('@playwright/test/cli.js'), ...config, ...files]
  const code = await run(name, process.execPath, args, { env: { ...env, SEALWATCH_REPORT: file } })
  return said(playwrightOutcome(name, { file, code, seconds: seconds(since) }))
}

/** Hostile inputs for each entry point: a number of them, the same ones in each run, or new ones for some seconds. */
export async function fuzzing(
  limit: readonly ['--runs', number, '--seed', number] | readonly ['--seconds', number],
): Promise<Outcome> {
  const [since, file] = [Date.now(), reportOf('fuzz')]
  const args = [runner, 'fuzz', ...limit.map(String), '--fresh', '--report', file]
  const code = await run('fuzz', process.execPath, args, { quiet: true })
  return said(fuzzOutcome({ file, code, seconds: seconds(since) }, targetNames.length))
}
