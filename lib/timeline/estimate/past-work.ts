import { millisecondsOf } from '../instants'
import type { Observation } from '../observation'
import type { Polling } from '../polling'
import { workRunsOf } from './run'
import type { PastWork } from './similar'
import { sizeGiBOf } from './size'

/** A run whose beginning and end were both seen within a polling interval or two. */
export interface FinishedWork extends PastWork {
  /** Milliseconds since 1970: the middle between the looks on either side. */
  readonly began: number
  readonly ended: number
}

/**
 * Work of one VM that has ended, for the estimates of others. Only runs whose both ends were seen count; one that nobody
 * saw begin or end tells no duration, and one that failed tells none either.
 */
export function finishedWorkOf(
  observations: readonly Observation[],
  polling: Polling,
  nowIso: string,
): readonly FinishedWork[] {
  const now = millisecondsOf(nowIso)
  if (now === null) return []
  const { pieces, runs } = workRunsOf(observations, polling, now)
  return runs.flatMap((run) => {
    const [first, last] = [run.pieces[0], run.pieces.at(-1)]
    const sizeGiB = sizeGiBOf(run)
    if (first === undefined || last === undefined || run.notBefore === null || run.endedBy === null) return []
    const after = pieces.find(({ from, sighting }) => from >= last.to && sighting !== last.sighting)
    if (sizeGiB === null || after === undefined || after.sighting.facts.state === 'failed') return []
    const began = (run.notBefore + first.from) / 2
    const ended = (last.to + run.endedBy) / 2
    return [{ work: run.work, sizeGiB, duration: ended - began, began, ended }]
  })
}
