import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withBlock } from '../quality/page'
import { rooms } from '../mutants/rooms.mjs'
import { scoreOf, scoreTable, type Score } from '../mutants/scores'
import { top } from './paths'
import { run, stopAll } from './processes'

const folder = join(top, '.sealwatch', 'mutants')
const page = join(top, 'docs', 'quality.md')
/** Percent of the mutants of each room that a test must notice. */
const lowest = 85

function tryRoom(room: string, isQuick: boolean): Promise<number> {
  process.stdout.write(`\nlib/${room}\n`)
  const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'lib/tooling/mutants/stryker.config.mjs']
  const args = isQuick ? stryker : [...stryker, '--force']
  // The tests also run on the collected facts, where they lie beside the project; Stryker works in a copy of it.
  const shared = process.env['SEALWATCH_SHARED'] ?? join(top, '..', 'shared')
  return run(room, process.execPath, args, { env: { SEALWATCH_MUTANTS_ROOM: room, SEALWATCH_SHARED: shared } })
}

function lastScores(): readonly Score[] {
  return rooms.flatMap((room) => {
    const path = join(folder, `${room}.json`)
    return existsSync(path) ? [scoreOf(room, JSON.parse(readFileSync(path, 'utf8')))] : []
  })
}

/**
 * `npm run mutants`: changes the core in thousands of small ways and counts how many of them a test of its room notices.
 * Names of rooms try these alone; `--quick` tries only what Stryker thinks may have changed since the last time.
 */
async function mutants(args: readonly string[]): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const chosen = rooms.filter((room) => args.includes(room))
  for (const room of chosen.length === 0 ? rooms : chosen) {
    const code = await tryRoom(room, args.includes('--quick'))
    if (code !== 0) return code
  }
  const scores = lastScores()
  process.stdout.write(`\n${scoreTable(scores)}\n`)
  if (scores.length === rooms.length)
    writeFileSync(page, withBlock(readFileSync(page, 'utf8'), 'mutants', scoreTable(scores)))
  const low = scores.filter(({ percent }) => percent < lowest)
  for (const { room } of low) process.stdout.write(`lib/${room} is under ${lowest} %\n`)
  return low.length === 0 ? 0 : 1
}

try {
  process.exitCode = await mutants(process.argv.slice(2))
} finally {
  stopAll()
}
