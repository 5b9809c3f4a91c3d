import { z } from 'zod/mini'

/** As much of Stryker's report as is counted. */
const reportSchema = z.object({
  files: z.record(z.string(), z.object({ mutants: z.array(z.object({ status: z.string() })) })),
})

/** What became of the mutants of a room. */
export interface Score {
  readonly room: string
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

export function scoreOf(room: string, report: unknown): Score {
  const mutants = Object.values(reportSchema.parse(report).files).flatMap((file) => file.mutants)
  const count = (statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const [killed, survived] = [count(noticed), count(unnoticed)]
  const left = mutants.length - killed - survived
  return { room, killed, survived, left, percent: killed === 0 ? 0 : (100 * killed) / (killed + survived) }
}

export function scoreTable(scores: readonly Score[]): string {
  const rows = scores.map(({ room, killed, survived, left, percent }) => {
    return `| \`lib/${room}\` | ${killed + survived} | ${killed} | ${survived} | ${left} | ${percent.toFixed(1)} % |`
  })
  const head = ['| Room | Mutants | Killed | Survived | Do not compile | Score |', '|---|---|---|---|---|---|']
  return [...head, ...rows].join('\n')
}
