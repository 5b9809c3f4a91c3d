import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ensureBuild } from './build'
import { targetNames } from '../fuzz/targets'
import { benchPorts } from './options'
import { top } from './paths'
import { run, stopAll } from './processes'
import {
  filesToTryAgain,
  fuzzOutcome,
  playwrightOutcome,
  summary,
  vitestOutcome,
  withSecondTry,
  type Outcome,
} from './results'

const reports = join(top, '.sealwatch', 'reports')
const bin = (name: string) => `node_modules/${name}`
const seconds = (since: number) => (Date.now() - since) / 1000

/** Room for what a compiler makes and drops at once: tsc spent a fifth of its time on collecting that. */
const roomy = '--max-semi-space-size=64'

/** One check of the house: passes or fails as a whole, and shows its output only when it fails. */
async function check(name: string, args: readonly string[]): Promise<Outcome> {
  const since = Date.now()
  const code = await run(name, process.execPath, [roomy, ...args], { quiet: true, background: true })
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since).toFixed(0)} s)\n`)
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0, seconds: seconds(since) }
}

/** Each needs one processor, and none minds waiting: they take what others leave. */
function checks(): Promise<Outcome[]> {
  return Promise.all([
    check('types, lint', [
      bin('oxlint/bin/oxlint'),
      '--config',
      'lib/tooling/lint/oxlint.json',
      '--type-aware',
      '--type-check',
      '--deny-warnings',
      '.',
    ]),
    check('rooms', [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      'lib/tooling/rooms/dependency-cruiser.mjs',
      'app',
      'components',
      'lib',
      'e2e',
      'proxy.ts',
    ]),
    check('dead code', [bin('knip/bin/knip.js'), '--config', 'lib/tooling/knip.json']),
  ])
}

/** The projects of vitest.config.ts, as they are run together. */
type Projects = 'pure' | 'others' | 'timed'

/**
 * How many files of tests run at once: two compute on the smallest machine this is for, and tests on clocks wait longer than
 * they compute. By the environment, because the configuration of a project goes before what the command is told.
 */
const workersOf = (projects: readonly Projects[], files: readonly string[]): string => {
  if (files.length > 0) return '1'
  return projects.includes('timed') ? '3' : '2'
}

/** Runs vitest over some projects, or over some files of them with nothing beside them. */
async function vitest(
  projects: readonly Projects[],
  { files, background }: { readonly files: readonly string[]; readonly background: boolean },
): Promise<{ outcome: Outcome; report: string }> {
  const since = Date.now()
  const name = `tests: ${projects.join(', ')}`
  const report = join(reports, `vitest-${projects.join('-')}${files.length === 0 ? '' : '-again'}.json`)
  const args = [
    bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'lib/tooling/vitest.config.ts',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--silent=passed-only',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...files,
  ]
  const env = { NO_COLOR: '1', VITEST_MAX_WORKERS: workersOf(projects, files) }
  const code = await run(name, process.execPath, args, { env, quiet: background, background })
  const outcome = vitestOutcome(name, { file: report, code, seconds: seconds(since) })
  process.stdout.write(`${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${outcome.seconds.toFixed(0)} s)\n`)
  return { outcome, report }
}

/**
 * Tests that run servers on sped-up clocks, or that draw random cases, may miss once on a busy machine. The files that
 * failed are tried again by themselves; the sums say how many tests needed that.
 */
async function unitTests(projects: readonly Projects[], background: boolean): Promise<Outcome> {
  const first = await vitest(projects, { files: [], background })
  const files = first.outcome.failed === 0 ? null : filesToTryAgain(first.report)
  if (files === null) return first.outcome
  process.stdout.write(`Tried again: ${files.map((file) => relative(top, file)).join(', ')}\n`)
  const again = await vitest(projects, { files, background: false })
  return withSecondTry(first.outcome, again.outcome)
}

async function build(): Promise<Outcome> {
  const since = Date.now()
  const code = await ensureBuild({ quiet: true })
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} build (${seconds(since).toFixed(0)} s)\n`)
  return { name: 'build', passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, notRun: 0, seconds: seconds(since) }
}

/**
 * Runs one of the benchmarks as a test, and once more where it fails. Each try has ports of its own: the servers of the
 * one before may still be ending.
 */
async function tried(name: string, args: readonly string[]): Promise<Outcome> {
  const since = Date.now()
  const once = (port: number) => {
    const env = { SEALWATCH_BENCH_PORT: String(port) }
    return run(name, process.execPath, ['lib/tooling/launch/run.mjs', 'bench', ...args], { quiet: true, env })
  }
  const first = await once(benchPorts.product)
  const code = first === 0 ? first : await once(benchPorts.product + 20)
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds(since).toFixed(0)} s)\n`)
  const [passed, failed] = code === 0 ? [1, 0] : [0, 1]
  return { name, passed, failed, secondTry: first === 0 ? 0 : passed, notRun: 0, seconds: seconds(since) }
}

/**
 * Twenty kills of server and collector in the middle of their writes, half of them on each database; once more where it
 * fails. `npm run -s bench -- kills` does twenty on each.
 */
function kills(): Promise<Outcome> {
  return tried('kills', ['kills', '--kills', '10'])
}

/** Two minutes of many people at once, on two servers that share nothing but their configuration; once more where it fails. */
function soak(): Promise<Outcome> {
  return tried('soak', ['soak', '--minutes', '2'])
}

/** Ten seconds of hostile inputs for each way in; `npm run fuzz` takes longer and goes on from what it found before. */
async function fuzzing(): Promise<Outcome> {
  const since = Date.now()
  const report = join(reports, 'fuzz.json')
  const args = ['lib/tooling/launch/run.mjs', 'fuzz', '--seconds', '10', '--fresh', '--report', report]
  const code = await run('fuzz', process.execPath, args, { quiet: true, background: true })
  const outcome = fuzzOutcome(report, code, seconds(since), targetNames.length)
  process.stdout.write(`${outcome.failed === 0 ? 'ok    ' : 'FAILED'} fuzz (${outcome.seconds.toFixed(0)} s)\n`)
  return outcome
}

/** The browser, installed where there is none; false where that failed. */
async function browser(): Promise<boolean> {
  const args = ['lib/tooling/launch/run.mjs', 'get-browser']
  return (await run('browser', process.execPath, args, { quiet: true })) === 0
}

async function browserTests(hasBrowser: Promise<boolean>): Promise<Outcome> {
  const since = Date.now()
  if (!(await hasBrowser)) {
    process.stderr.write('No browser: install Chromium or Chrome, or set SEALWATCH_CHROMIUM to its path.\n')
    return { name: 'browser tests', passed: 0, failed: 1, notRun: 0, seconds: seconds(since) }
  }
  const report = join(reports, 'playwright.json')
  const args = [bin('@playwright/test/cli.js'), 'test', '--config', 'lib/tooling/playwright.config.ts']
  const code = await run('playwright', process.execPath, args, { env: { SEALWATCH_REPORT: report } })
  return playwrightOutcome(report, code, seconds(since))
}

/**
 * What waits for clocks, intervals and ends of programs, and wants a processor when it wants it. Kills have the machine for
 * themselves, but for what gives way; the soak leaves a processor and more to the tests beside it.
 */
async function timedTests(): Promise<{ readonly built: boolean; readonly outcomes: readonly Outcome[] }> {
  const built = await build()
  const killed =
    built.failed === 0 ? await kills() : { name: 'kills, soak', passed: 0, failed: 1, notRun: 0, seconds: 0 }
  const soaked = built.failed === 0 ? [soak()] : []
  const outcomes = await Promise.all([...soaked, unitTests(['timed'], false)])
  return { built: built.failed === 0, outcomes: [built, killed, ...outcomes] }
}

/** What computes and minds no waiting: it takes what the others leave. */
async function computedTests(): Promise<Outcome[]> {
  return [...(await checks()), await unitTests(['pure', 'others'], true), await fuzzing()]
}

/** `npm test`: every check and every runner, whatever failed before, then the sums. */
async function test(): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  const hasBrowser = browser()
  const [computed, { built, outcomes: timed }] = await Promise.all([computedTests(), timedTests()])
  const outcomes = [...computed, ...timed]
  if (built) outcomes.push(await browserTests(hasBrowser))
  else outcomes.push({ name: 'browser tests', passed: 0, failed: 1, notRun: 0, seconds: 0 })
  process.stdout.write(summary(outcomes))
  return outcomes.some((one) => one.failed > 0) ? 1 : 0
}

try {
  process.exitCode = await test()
} finally {
  stopAll()
}
