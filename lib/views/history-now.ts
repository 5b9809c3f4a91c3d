import type { FleetHistory } from '@/lib/contract/history'
import { fleetCompleteness, weakest, type FleetReading, type Reach } from './completeness'
import { countStates } from './fleet-counts'
import { trendOf, type TrendPoint } from './headline'

type Past = Pick<FleetHistory, 'moments' | 'vms'>

/** Whether a reading that has ended covers as many VMs as the history. */
const isSame = ({ fleet }: FleetReading, { vms }: Past): boolean =>
  fleet.settledAt !== null && fleet.entries.length === vms

/**
 * The history, its last point replaced by a whole reading of the same VMs: the history receives a reading a little after
 * the screen, and two numbers for the present would differ.
 * @param now milliseconds since 1970; null where no clock is known
 */
export function withReading<History extends Past>(
  history: History,
  reading: FleetReading,
  now: number | null,
): History {
  const last = history.moments.at(-1)
  const { settledAt, entries } = reading.fleet
  if (last === undefined || settledAt === null || !isSame(reading, history)) return history
  if (fleetCompleteness(reading, now).kind !== 'whole') return history
  const at = settledAt > last.at ? settledAt : last.at
  const counts = Object.fromEntries(Object.entries(countStates(entries).byState).filter(([, count]) => count > 0))
  return { ...history, moments: [...history.moments.slice(0, -1), { at, counts, lastKnown: {} }] }
}

/**
 * How far the numbers of the last point can be trusted: the history keeps a VM in its last state for a while, also where
 * the present reading could not read it.
 */
export function presentReach(listed: Reach, reading: FleetReading, now: number | null): Reach {
  return weakest(listed, fleetCompleteness(reading, now).reach === 'all' ? 'all' : 'least')
}

/**
 * The confirmed VMs over time, up to a reading; null where that covers other VMs. The last point is unknown where the
 * reading missed a VM.
 */
export function trendUpTo(history: Past, reading: FleetReading, now: number | null): readonly TrendPoint[] | null {
  if (!isSame(reading, history)) return null
  const points = trendOf(withReading(history, reading, now))
  if (fleetCompleteness(reading, now).reach === 'all') return points
  return points.map((point, index) => (index === points.length - 1 ? { ...point, encrypted: null } : point))
}
