import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { coverageOf, coverageTable, lowestLines } from '../quality/coverage-sums'
import { withBlock } from '../quality/page'
import { top } from './paths'
import { run, stopAll } from './processes'

const reports = join(top, '.sealwatch', 'coverage')
const page = join(top, 'docs', 'quality.md')
const vitest = ['node_modules/vitest/vitest.mjs', '--config', 'lib/tooling/coverage.config.ts', '--reporter=dot']

/**
 * `npm run coverage`: which lines and branches of the product the unit tests run. Fails under 90 % of the lines, and
 * under 100 % of the branches of the core.
 */
async function coverage(): Promise<number> {
  mkdirSync(reports, { recursive: true })
  const code = await run('coverage', process.execPath, [...vitest, '--run', '--silent'], {
    env: { SEALWATCH_COVERAGE: 'all' },
  })
  const summary: unknown = JSON.parse(readFileSync(join(reports, 'all', 'coverage-summary.json'), 'utf8'))
  const sums = coverageOf(summary, (path) => relative(top, path))
  const table = coverageTable(sums)
  process.stdout.write(`\n${table}\n`)
  writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'coverage', table))
  return code === 0 && sums.lines >= lowestLines ? 0 : 1
}

try {
  process.exitCode = await coverage()
} finally {
  stopAll()
}
