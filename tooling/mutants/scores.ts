import { z } from 'zod/mini'
import { duration, type Measured } from '../quality/measured'

/** The counted part of Stryker's report. */
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
})

/** The results of a module's mutants. */
export interface Score {
  readonly module: string
  readonly killed: number
  readonly survived: number
  /** Do not compile, so they could not be released. */
  readonly left: number
  /** Killed, in percent of those that compile. */
  readonly percent: number
}

/** A mutant that loops forever counts as detected, like one that fails a test. */
const noticed = ['Killed', 'Timeout', 'RuntimeError']
const unnoticed = ['Survived', 'NoCoverage']

export function scoreOf(module: string, report: unknown): Score {
  const mutants = Object.values(reportSchema.parse(report).files).flatMap((file) => file.mutants)
  const count = (statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [killed, survived] = [count(noticed), count(unnoticed)]
  const left = mutants.length - killed - survived
  return { module, killed, survived, left, percent: killed === 0 ? 0 : (100 * killed) / (killed + survived) }
}

/** @param runs when each module was measured */
export function scoreTable(scores: readonly Score[], runs: ReadonlyMap<string, Measured>): string {
  const rows = scores.map(({ module, killed, survived, left, percent }) => {
    const run = runs.get(module)
    const when = run === undefined ? ['', '', ''] : [run.date, run.commit, duration(run)]
    const cells = [`\`lib/${module}\``, killed + survived, killed, survived, left, `${percent.toFixed(1)} %`, ...when]
    return `| ${cells.join(' | ')} |`
  })
  const names = ['Module', 'Mutants', 'Killed', 'Survived', 'Do not compile', 'Score', 'Measured', 'Commit', 'Took']
  const head = [`| ${names.join(' | ')} |`, `|${'---|'.repeat(names.length)}`]
  return [...head, ...rows].join('\n')
}
