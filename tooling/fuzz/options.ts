import { parseArgs } from 'node:util'
import { wholeOf } from '../launch/options'
import { targetNames, type TargetName } from './targets'

export interface FuzzArguments {
  readonly seconds: number
  /** Largest number of inputs of each target; null: limited by time only. */
  readonly runs: number | null
  /** The first number of the fuzzer's chance: the same one gives the same inputs; null: another one in each run. */
  readonly seed: number | null
  readonly targets: readonly TargetName[]
  /** Begins with the seeds only and stores nothing, as `npm test` does. */
  readonly fresh: boolean
  /** A file for the results; null for none. */
  readonly report: string | null
}

export const fuzzUsage = `Usage: npm run fuzz -- [options] [TARGET …]

Tries mutated inputs on the targets, by default on all of them for a minute each.

--seconds N    how long each target is tried (default 60)
--runs N       how many inputs each target is given, instead
--seed N       the first number of the fuzzer's chance: the same one gives the same inputs
--fresh        begins with the seeds only, and keeps nothing
--report FILE  writes how many passed and failed, as JSON
--help         shows this

Targets: ${targetNames.join(', ')}
Exit code: 0 nothing found, 1 something found, 2 wrong arguments, 3 the fuzzer does not run on this machine.
`

/** Parses the command line of `npm run fuzz`. */
export function parseFuzzArguments(args: readonly string[]): FuzzArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
    allowPositionals: true,
  })
  const seconds = wholeOf(values.seconds, 'seconds')
  const runs = values.runs === undefined ? null : wholeOf(values.runs, 'runs')
  const seed = values.seed === undefined ? null : wholeOf(values.seed, 'seed')
  const unknown = positionals.filter((name) => !targetNames.some((each) => each === name))
  if (unknown.length > 0) throw new Error(`no such target: ${unknown.join(', ')}; there are ${targetNames.join(', ')}`)
  const targets = targetNames.filter((name) => positionals.length === 0 || positionals.includes(name))
  const limits = { seconds: runs === null ? seconds : 0, runs }
  return { ...limits, seed, targets, fresh: values.fresh, report: values.report ?? null }
}
