import 'server-only'
import type { FleetRow } from '@/lib/contract/fleet'
import type { Flag, FlagReason } from '@/lib/encryption/types'
import type { WorkView } from '@/lib/timeline/estimate/work-view'
import type { SeenState } from '@/lib/timeline/seen-state'
import type { StuckRule } from '@/lib/timeline/stuck/signs'

type RowHistory = NonNullable<FleetRow['history']>
type RowWork = NonNullable<RowHistory['work']>

let lastWritten = { time: 0, text: new Date(0).toISOString() }

/** A time in ISO form. Most rows of a fleet share their times, so each is formatted once. */
function iso(time: number): string {
  if (time !== lastWritten.time) lastWritten = { time, text: new Date(time).toISOString() }
  return lastWritten.text
}

/** The history of a VM, as a row or a page shows it. */
export function historyOfRow(seen: SeenState, work: RowWork | null): RowHistory {
  return {
    firstSeen: iso(seen.firstSeen),
    unbrokenSince: iso(seen.unbrokenSince),
    seenAt: iso(seen.lastSeen),
    before: seen.before && { state: seen.before.state, seenAt: iso(seen.before.seenAt) },
    beganBetween: seen.beganBetween,
    work,
  }
}

/**
 * The work in progress, as a row or a page shows it; null where no work is running.
 * @param knownFrom the first observation that was read, ISO, where older ones were left out: work in progress then may
 * have begun earlier
 */
export function workOfView({ run, done, timeLeft, stuck }: WorkView, knownFrom: string | null): RowWork | null {
  if (run === null && stuck.length === 0) return null
  return {
    work: run?.work ?? null,
    start: run === null || run.start.at === knownFrom ? null : { ...run.start },
    done,
    timeLeft,
    stuck: [...stuck],
  }
}

const reasons: Readonly<Record<StuckRule, FlagReason>> = {
  'no-disk-traffic': 'no-disk-traffic',
  'retries-rising': 'retries-rising',
  'agent-silent': 'agent-silent',
  'far-over-similar': 'far-over-similar',
}

/** The flags that need the work progress, each by a rule with its reason. */
export function flagsOfWork(work: RowWork | null): readonly Flag[] {
  if (work === null) return []
  const [sign] = work.stuck
  const { timeLeft } = work
  const isOver = timeLeft.basis === 'none' && timeLeft.why === 'longer-than-documented'
  return [
    ...(sign === undefined ? [] : [{ code: 'possibly-stuck', reason: reasons[sign.rule] } as const]),
    ...(isOver ? [{ code: 'longer-than-documented', reason: 'over-documented-range' } as const] : []),
  ]
}
