import { parseArgs } from 'node:util'
import { targetNames, type TargetName } from './targets'

export interface FuzzArguments {
  readonly seconds: number
  /** Largest number of inputs of each target; null: limited by time only. */
  readonly runs: number | null
  readonly targets: readonly TargetName[]
  /** Begins with the seeds only and stores nothing, as `npm test` does. */
  readonly fresh: boolean
  /** A file for the results; null for none. */
  readonly report: string | null
}

/** `npm run fuzz -- [--seconds N] [--runs N] [--fresh] [--report FILE] [target …]`: by default every target for a
 * minute. */
export function parseFuzzArguments(args: readonly string[]): FuzzArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: 'string', default: '60' },
      runs: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
    allowPositionals: true,
  })
  const seconds = Number(values.seconds)
  if (!Number.isInteger(seconds) || seconds < 1) throw new Error(`not a number of seconds: ${values.seconds}`)
  const runs = values.runs === undefined ? null : Number(values.runs)
  if (runs !== null && (!Number.isInteger(runs) || runs < 1)) throw new Error(`not a number of inputs: ${values.runs}`)
  const unknown = positionals.filter((name) => !targetNames.some((each) => each === name))
  if (unknown.length > 0) throw new Error(`no such target: ${unknown.join(', ')}; there are ${targetNames.join(', ')}`)
  const targets = targetNames.filter((name) => positionals.length === 0 || positionals.includes(name))
  return { seconds: runs === null ? seconds : 0, runs, targets, fresh: values.fresh, report: values.report ?? null }
}
