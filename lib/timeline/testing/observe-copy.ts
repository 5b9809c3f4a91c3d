import type { PastWork } from '../estimate/similar'
import { workViewOf, type WorkView } from '../estimate/work-view'
import { isoOf } from '../instants'
import { encryptingFacts, messageOf, polling, seen } from './observations'
import type { SimulatedCopy } from './simulated-copy'

const second = 1_000

export interface ObserveOptions {
  /** Whether the user may read metrics. */
  readonly metrics?: boolean
  readonly past?: readonly PastWork[]
}

/** What a client that polls every 30 seconds knows of a simulated copy at `now`. */
export function observeCopy(
  copy: SimulatedCopy,
  now: number,
  { metrics = true, past = [] }: ObserveOptions = {},
): WorkView {
  const disks = [
    { name: 'os', role: 'os', lun: null, sizeGiB: copy.sizeGiB, stamp: 'encrypted', state: 'encrypting' } as const,
  ]
  const heartbeatAt = (at: number): string | null => {
    const beat = copy.heartbeats.findLast((one) => one <= at)
    return beat === undefined ? null : isoOf(beat)
  }
  const row = (from: number, to: number, message: ReturnType<typeof messageOf>) =>
    seen(isoOf(from), isoOf(to), { facts: { ...encryptingFacts, disks, message }, heartbeatAt: heartbeatAt(to) })
  const first = copy.began + 17 * second
  return workViewOf({
    observations: [
      row(copy.began - 900 * second, copy.began - 13 * second, messageOf('linux-data-succeeded')),
      row(first, Math.max(first, now - 9 * second), messageOf('linux-os-encryption-started')),
    ],
    osTraffic: metrics ? copy.points.filter(({ visibleAt }) => visibleAt <= now) : [],
    dataTraffic: [],
    past,
    polling,
    now: isoOf(now),
  })
}
