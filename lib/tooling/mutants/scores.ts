import { z } from 'zod/mini'
import { duration, type Measured } from '../quality/measured'

/** As much of Stryker's report as is counted. */
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
})

/** What became of the mutants of a room. */
export interface Score {
  readonly module: string
  readonly killed: number
  readonly survived: number
  /** Do not compile, so that they could reach nobody. */
  readonly left: number
  /** Killed of those that could reach somebody, in percent. */
  readonly percent: number
}

/** A mutant that never ends is noticed as surely as one that fails a test. */
const noticed = ['Killed', 'Timeout', 'RuntimeError']
const unnoticed = ['Survived', 'NoCoverage']

export function scoreOf(module: string, report: unknown): Score {
  const mutants = Object.values(reportSchema.parse(report).files).flatMap((file) => file.mutants)
  const count = (statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [killed, survived] = [count(noticed), count(unnoticed)]
  const left = mutants.length - killed - survived
  return { module, killed, survived, left, percent: killed === 0 ? 0 : (100 * killed) / (killed + survived) }
}

/** @param runs when each room was tried */
export function scoreTable(scores: readonly Score[], runs: ReadonlyMap<string, Measured>): string {
  const rows = scores.map(({ module, killed, survived, left, percent }) => {
    const run = runs.get(module)
    const when = run === undefined ? ['', '', ''] : [run.date, run.commit, duration(run)]
    const cells = [`\`lib/${module}\``, killed + survived, killed, survived, left, `${percent.toFixed(1)} %`, ...when]
    return `| ${cells.join(' | ')} |`
  })
  const names = ['Room', 'Mutants', 'Killed', 'Survived', 'Do not compile', 'Score', 'Measured', 'Commit', 'Took']
  const head = [`| ${names.join(' | ')} |`, `|${'---|'.repeat(names.length)}`]
  return [...head, ...rows].join('\n')
}
