import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { coverageFigures, coverageOf, coverageTable, isEnough, joinedLines } from '../quality/coverage-sums'
import { duration, measuredNow } from '../quality/measured'
import { withBlock } from '../quality/page'
import { ensureBuild } from './build'
import { top } from './paths'
import { run, stopAll } from './processes'

const reports = join(top, '.sealwatch', 'coverage')
const unitFile = join(reports, 'all', 'coverage-final.json')
const browserFolder = join(reports, 'browser')
const page = join(top, 'docs', 'quality.md')
// Tests of script sizes and of hidden sources are excluded, because this build has source maps.
const playwright = [
  'node_modules/@playwright/test/cli.js',
  'test',
  '--config',
  'playwright.config.ts',
  '--project=screens',
  '--grep-invert',
  '@nightly|KB of JavaScript|every kind of answer is guarded',
]
const vitest = ['node_modules/vitest/vitest.mjs', '--config', 'tooling/coverage.config.ts', '--reporter=dot']

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

/** The lines that the unit tests run. Null if they ended before coverage was written. */
async function unitCoverage(isKept: boolean): Promise<{ readonly code: number; readonly coverage: unknown } | null> {
  if (isKept && existsSync(unitFile)) return { code: 0, coverage: jsonOf(unitFile) }
  // An aborted run writes no result, and the previous one must not be used for this run.
  rmSync(unitFile, { force: true })
  const env = { SEALWATCH_COVERAGE: 'all' }
  const code = await run('coverage', process.execPath, [...vitest, '--run', '--silent'], { env })
  return existsSync(unitFile) ? { code, coverage: jsonOf(unitFile) } : null
}

/** The product's lines that the browser tests run, on a build with source maps. A test may fail: its lines count. */
async function browserLines(): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  rmSync(browserFolder, { recursive: true, force: true })
  mkdirSync(browserFolder, { recursive: true })
  process.env['SEALWATCH_BUILD'] = 'mapped'
  if ((await ensureBuild({ quiet: true })) !== 0) throw new Error('The build with source maps failed; see above.')
  const env = { SEALWATCH_SCRIPT_LINES: browserFolder }
  await run('playwright', process.execPath, playwright, { env })
  return joinedLines(readdirSync(browserFolder).map((name) => jsonOf(join(browserFolder, name))))
}

/**
 * `npm run coverage`: the lines of the product that the tests run, in Node or in the browser, and the branches that the unit
 * tests run. Fails under 90 % of the lines, and under 100 % of the branches of the core. `--browser` reuses the last result of
 * the unit tests; a failed run leaves no result.
 */
async function coverage(): Promise<number> {
  const { values } = parseArgs({ options: { browser: { type: 'boolean', default: false } } })
  mkdirSync(reports, { recursive: true })
  const since = Date.now()
  const unit = await unitCoverage(values.browser)
  if (unit === null) {
    process.stderr.write('The tests ended before coverage was written; see above.\n')
    return 1
  }
  const sums = coverageOf(unit.coverage, await browserLines(), (path) => relative(top, path))
  const measured = measuredNow(since, Date.now())
  const when = `Measured on ${measured.date} at commit ${measured.commit}, in ${duration(measured)}.`
  process.stdout.write(`\n${coverageTable(sums)}\n\n${coverageFigures(sums)}\n`)
  const block = `${coverageTable(sums)}\n\n${when}`
  writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'coverage', block))
  return unit.code === 0 && isEnough(sums) ? 0 : 1
}

try {
  process.exitCode = await coverage()
} finally {
  stopAll()
}
