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

/** `npm run fuzz -- [--seconds N] [--runs N] [--seed N] [--fresh] [--report FILE] [target …]`: by default every target for a
 * minute. */
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
