import { millisecondsOf } from '../instants'
import type { Observation } from '../observation'
import type { Polling } from '../polling'
import { workRunsOf } from './run'
import type { PastWork } from './similar'
import { sizeGiBOf } from './size'

/** A run whose start and end were each observed within one or two polling intervals. */
export interface FinishedRun extends PastWork {
  /** Milliseconds since 1970: the middle between the observations before and after. */
  readonly began: number
  readonly ended: number
}

/**
 * Finished work of one VM, used to estimate the work of others. Only runs with an observed start and end count; a
 * failed run gives no duration.
 */
export function finishedWorkOf(
  observations: readonly Observation[],
  polling: Polling,
  nowIso: string,
): readonly FinishedRun[] {
  const now = millisecondsOf(nowIso)
  if (now === null) return []
  const { spans, runs } = workRunsOf(observations, polling, now)
  return runs.flatMap((run) => {
    const [first, last] = [run.spans[0], run.spans.at(-1)]
    const sizeGiB = sizeGiBOf(run)
    if (first === undefined || last === undefined || run.notBefore === null || run.endedBy === null) return []
    const after = spans.find(({ from, interval }) => from >= last.to && interval !== last.interval)
    if (sizeGiB === null || after === undefined || after.interval.facts.state === 'failed') return []
    const began = (run.notBefore + first.from) / 2
    const ended = (last.to + run.endedBy) / 2
    return [{ work: run.work, sizeGiB, duration: ended - began, began, ended }]
  })
}
