import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measuredNow, readMeasured } from '../quality/measured'
import { withBlock } from '../quality/page'
import { modules } from '../mutants/modules.mjs'
import { scoreOf, scoreTable, type Score } from '../mutants/scores'
import { top } from './paths'
import { run, stopAll } from './processes'

const folder = join(top, '.sealwatch', 'mutants')
const page = join(top, 'docs', 'quality.md')
/** Percent of the mutants of each module that tests must detect. */
const lowest = 85

/** File beside the report of a module with the time of the run. */
const runOf = (module: string): string => join(folder, `${module}.run.json`)

/** @param options of Stryker, such as `--concurrency=1` */
async function mutateModule(module: string, isQuick: boolean, options: readonly string[]): Promise<number> {
  process.stdout.write(`\nlib/${module}\n`)
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'tooling/mutants/stryker.config.mjs']
  const args = [...stryker, ...(isQuick ? [] : ['--force']), ...options]
  // The tests also run on the collected facts, if they are beside the project; Stryker works in a copy of it.
  const shared = process.env['SEALWATCH_SHARED'] ?? join(top, '..', 'shared')
  const since = Date.now()
  const code = await run(module, process.execPath, args, {
    env: { SEALWATCH_MUTANTS_MODULE: module, SEALWATCH_SHARED: shared },
  })
  if (code === 0) writeFileSync(runOf(module), JSON.stringify(measuredNow(since, Date.now())))
  return code
}

function lastScores(): readonly Score[] {
  return modules.flatMap((module) => {
    const path = join(folder, `${module}.json`)
    return existsSync(path) ? [scoreOf(module, JSON.parse(readFileSync(path, 'utf8')))] : []
  })
}

/**
 * `npm run mutants`: changes the core in thousands of small ways and counts how many of them a test of the module detects.
 * With names of modules it runs only these, and the table keeps the last results of the others; `--quick` runs only what
 * Stryker considers changed since the last run. Other options are passed to Stryker.
 */
async function mutants(args: readonly string[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const chosen = modules.filter((module) => args.includes(module))
  const options = args.filter((arg) => arg.startsWith('--') && arg !== '--quick')
  for (const module of chosen.length === 0 ? modules : chosen) {
    const code = await mutateModule(module, args.includes('--quick'), options)
    if (code !== 0) return code
  }
  const scores = lastScores()
  const runs = modules.filter((module) => existsSync(runOf(module)))
  const table = scoreTable(
    scores,
    new Map(runs.map((module) => [module, readMeasured(readFileSync(runOf(module), 'utf8'))])),
  )
  process.stdout.write(`\n${table}\n`)
  if (scores.length === modules.length) writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'mutants', table))
  const low = scores.filter(({ percent }) => percent < lowest)
  for (const { module } of low) process.stdout.write(`lib/${module} is under ${lowest} %\n`)
  return low.length === 0 ? 0 : 1
}

try {
  process.exitCode = await mutants(process.argv.slice(2))
} finally {
  stopAll()
}
