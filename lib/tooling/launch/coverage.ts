import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { coverageFigures, coverageOf, coverageTable, lowestLines } from '../quality/coverage-sums'
import { duration, measuredNow } from '../quality/measured'
import { withBlock } from '../quality/page'
import { top } from './paths'
import { run, stopAll } from './processes'

const reports = join(top, '.sealwatch', 'coverage')
const summaryFile = join(reports, 'all', 'coverage-summary.json')
const page = join(top, 'docs', 'quality.md')
const vitest = ['node_modules/vitest/vitest.mjs', '--config', 'lib/tooling/coverage.config.ts', '--reporter=dot']

/**
 * `npm run coverage`: which lines and branches of the product the unit tests run. Fails under 90 % of the lines, and
 * under 100 % of the branches of the core.
 */
async function coverage(): Promise<number> {
  mkdirSync(reports, { recursive: true })
  // A run that is stopped leaves no summary; the one before it says nothing of this one.
  rmSync(summaryFile, { force: true })
  const since = Date.now()
  const code = await run('coverage', process.execPath, [...vitest, '--run', '--silent'], {
    env: { SEALWATCH_COVERAGE: 'all' },
  })
  if (!existsSync(summaryFile)) {
    process.stderr.write('The tests ended before anything was counted; see above.\n')
    return code === 0 ? 1 : code
  }
  const summary: unknown = JSON.parse(readFileSync(summaryFile, 'utf8'))
  const sums = coverageOf(summary, (path) => relative(top, path))
  const measured = measuredNow(since, Date.now())
  const when = `Measured on ${measured.date} at commit ${measured.commit}, in ${duration(measured)}.`
  process.stdout.write(`\n${coverageTable(sums)}\n\n${coverageFigures(sums)}\n`)
  const block = `${coverageTable(sums)}\n\n${when}`
  writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'coverage', block))
  return code === 0 && sums.lines >= lowestLines ? 0 : 1
}

try {
  process.exitCode = await coverage()
} finally {
  stopAll()
}
