import type { MessageKind } from '@/lib/messages/types'
import { splitByMachine } from '../split-by-machine'
import type { Observation, ObservedFacts } from '../observation'
import { mergeIntervals, type MergedInterval } from '../merge-intervals'
import { allowedSilence, isMoving, type Polling } from '../polling'
import { observationIntervals } from '../observation-intervals'
import type { WorkKind } from './types'

/** Message kinds that mean that work is running. The offline copy of an OS disk shows one message for all its hours. */
const workOfKind: Readonly<Partial<Record<MessageKind, WorkKind>>> = {
  'linux-os-encryption-started': 'os-copy',
  'linux-os-encryption-already-running': 'os-copy',
  'linux-online-os-progress': 'online-os',
  'linux-online-os-progress-unparsed': 'online-os',
  'linux-data-count': 'data-volumes',
  'linux-data-percent': 'data-volumes',
  'linux-data-resume-percent': 'data-volumes',
  'linux-decryption-started': 'decryption',
  'linux-decrypting-count': 'decryption',
  'linux-decrypting-percent': 'decryption',
}

/** The work that the extension's message reports; null for any other message. */
export function workOf({ message, state }: ObservedFacts): WorkKind | null {
  if (message === null || message.kind === null || message.kind === 'unrecognised') return null
  // A message that outlived its job is no sign of running work.
  if (state === 'failed' || state === 'encrypted') return null
  return workOfKind[message.kind] ?? null
}

/** One run of one kind of work, as it was observed. Times are milliseconds since 1970. */
export interface WorkRun {
  readonly work: WorkKind
  /** Observations of the run, in order. */
  readonly spans: readonly MergedInterval[]
  /**
   * The last observation of something else before the run, unless too long before; null when the start is not known.
   */
  readonly notBefore: number | null
  /**
   * The last observation of something else before the run, however long before: the run had not begun then. Null when
   * no such observation exists.
   */
  readonly after: number | null
  /**
   * The first observation after the run, unless too long after; null while the run continues or when its end is not
   * known.
   */
  readonly endedBy: number | null
}

const sequenceOf = ({ interval }: MergedInterval): string => interval.facts.extension?.sequence ?? ''

interface OpenRun {
  readonly work: WorkKind
  readonly spans: MergedInterval[]
  readonly notBefore: number | null
  readonly after: number | null
  endedBy: number | null
}

/**
 * Groups the observations of one machine into runs of work. A gap does not end a run when the same work of the same
 * request is observed after it: it is still one copy. Inventory observations contain no messages and do not count.
 */
function runsOfSpans(spans: readonly MergedInterval[], polling: Polling): readonly WorkRun[] {
  const runs: WorkRun[] = []
  let open: OpenRun | null = null
  let last: MergedInterval | undefined
  for (const span of spans) {
    if (span.interval.facts.depth === 'inventory') continue
    const work = workOf(span.interval.facts)
    const near = last !== undefined && span.from - last.to <= allowedSilence(last.interval.facts, polling)
    if (open !== null && last !== undefined && open.work === work && sequenceOf(last) === sequenceOf(span)) {
      open.spans.push(span)
    } else {
      if (open !== null) open.endedBy = near ? span.from : null
      const after = last?.to ?? null
      open = work === null ? null : { work, spans: [span], notBefore: near ? after : null, after, endedBy: null }
      if (open !== null) runs.push(open)
    }
    last = span
  }
  return runs
}

/** The pieces and runs of work of the newest machine under one ARM id. */
export function workRunsOf(
  observations: readonly Observation[],
  polling: Polling,
  now: number,
): { readonly spans: readonly MergedInterval[]; readonly runs: readonly WorkRun[]; readonly current: WorkRun | null } {
  const lifetime = splitByMachine(observationIntervals(observations, now).intervals).at(-1)
  const spans = lifetime === undefined ? [] : mergeIntervals(lifetime.intervals)
  const runs = runsOfSpans(spans, polling)
  const newest = spans.findLast(({ interval }) => interval.facts.depth === 'vm')
  const run = runs.at(-1)
  const isRunning =
    run !== undefined && newest !== undefined && run.spans.at(-1) === newest && isMoving(newest.interval.facts)
  return { spans, runs, current: isRunning ? run : null }
}
