import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { measuredNow, readMeasured } from '../quality/measured'
import { withBlock } from '../quality/page'
import { rooms } from '../mutants/rooms.mjs'
import { scoreOf, scoreTable, type Score } from '../mutants/scores'
import { top } from './paths'
import { run, stopAll } from './processes'

const folder = join(top, '.sealwatch', 'mutants')
const page = join(top, 'docs', 'quality.md')
/** Percent of the mutants of each room that a test must notice. */
const lowest = 85

/** Beside the report of a room: when it was made. */
const runOf = (room: string): string => join(folder, `${room}.run.json`)

/** @param options of Stryker, such as `--concurrency=1` */
async function tryRoom(room: string, isQuick: boolean, options: readonly string[]): Promise<number> {
  process.stdout.write(`\nlib/${room}\n`)
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'lib/tooling/mutants/stryker.config.mjs']
  const args = [...stryker, ...(isQuick ? [] : ['--force']), ...options]
  // The tests also run on the collected facts, where they lie beside the project; Stryker works in a copy of it.
  const shared = process.env['SEALWATCH_SHARED'] ?? join(top, '..', 'shared')
  const since = Date.now()
  const code = await run(room, process.execPath, args, {
    env: { SEALWATCH_MUTANTS_ROOM: room, SEALWATCH_SHARED: shared },
  })
  if (code === 0) writeFileSync(runOf(room), JSON.stringify(measuredNow(since, Date.now())))
  return code
}

function lastScores(): readonly Score[] {
  return rooms.flatMap((room) => {
    const path = join(folder, `${room}.json`)
    return existsSync(path) ? [scoreOf(room, JSON.parse(readFileSync(path, 'utf8')))] : []
  })
}

/**
 * `npm run mutants`: changes the core in thousands of small ways and counts how many of them a test of its room notices.
 * Names of rooms try these alone, and the table has the others as they were last; `--quick` tries only what Stryker
 * thinks may have changed since the last time. Other options are Stryker's own.
 */
async function mutants(args: readonly string[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const chosen = rooms.filter((room) => args.includes(room))
  const options = args.filter((arg) => arg.startsWith('--') && arg !== '--quick')
  for (const room of chosen.length === 0 ? rooms : chosen) {
    const code = await tryRoom(room, args.includes('--quick'), options)
    if (code !== 0) return code
  }
  const scores = lastScores()
  const runs = rooms.filter((room) => existsSync(runOf(room)))
  const table = scoreTable(scores, new Map(runs.map((room) => [room, readMeasured(readFileSync(runOf(room), 'utf8'))])))
  process.stdout.write(`\n${table}\n`)
  if (scores.length === rooms.length) writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'mutants', table))
  const low = scores.filter(({ percent }) => percent < lowest)
  for (const { room } of low) process.stdout.write(`lib/${room} is under ${lowest} %\n`)
  return low.length === 0 ? 0 : 1
}

try {
  process.exitCode = await mutants(process.argv.slice(2))
} finally {
  stopAll()
}
