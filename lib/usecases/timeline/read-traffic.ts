import 'server-only'
import { readDiskMetrics, type DiskMetrics } from '@/lib/azure/calls/disk-metrics'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import { ok, type Result } from '@/lib/shared/result'
import { workRunsOf } from '@/lib/timeline/estimate/run'
import type { TrafficPoint } from '@/lib/timeline/estimate/traffic'
import type { Observation } from '@/lib/timeline/observation'
import type { Polling } from '@/lib/timeline/polling'
import type { MetricPoint } from '@/lib/wire/metrics'

const minute = 60_000
const day = 86_400_000
/** Longest period that is requested: one value a minute makes 4,320. */
const reach = 3 * day

export interface TrafficSpan {
  readonly disks: 'os' | 'data'
  /** Epoch milliseconds. */
  readonly from: number
  readonly to: number
}

/**
 * The disks and the period whose traffic can show the progress of a VM's newest work; null without such work, or where
 * it is long over.
 * @param now epoch milliseconds on Azure's clock
 */
export function trafficSpanOf(observations: readonly Observation[], polling: Polling, now: number): TrafficSpan | null {
  const run = workRunsOf(observations, polling, now).runs.at(-1)
  const last = run?.spans.at(-1)
  if (run === undefined || last === undefined || last.to < now - reach) return null
  const disks = run.work === 'data-volumes' || run.work === 'decryption' ? 'data' : 'os'
  // Where the start was not observed, the traffic itself may show since when the disk is read.
  const from = run.after === null ? now - reach : Math.max(run.after - 5 * minute, now - reach)
  return { disks, from, to: run.endedBy === null ? now : Math.min(now, run.endedBy + 5 * minute) }
}

/** Sums the disks minute by minute; a minute without a value for one disk has no sum. */
function sums(series: readonly (readonly MetricPoint[])[]): ReadonlyMap<number, number | null> {
  const minutes = new Map<number, number | null>()
  for (const points of series) {
    for (const { timeStamp, average } of points) {
      const at = Date.parse(timeStamp)
      if (Number.isNaN(at)) continue
      const before = minutes.get(at)
      const value = average ?? null
      minutes.set(at, before === undefined ? value : before === null || value === null ? null : before + value)
    }
  }
  return minutes
}

function pointsOf({ read, written }: DiskMetrics): readonly TrafficPoint[] {
  const writes = sums(written)
  return [...sums(read)].map(([at, readBytesPerSecond]) => ({
    at,
    readBytesPerSecond,
    writeBytesPerSecond: writes.get(at) ?? null,
  }))
}

/** Traffic of the disks over a period, with the reader's rights. */
export async function readTraffic(
  session: ArmSession,
  vm: VmName,
  { disks, from, to }: TrafficSpan,
): Promise<Result<readonly TrafficPoint[], ArmFailure>> {
  const iso = (at: number): string => `${new Date(at - (at % minute)).toISOString().slice(0, 19)}Z`
  const answer = await readDiskMetrics(session, { vm, disks, from: iso(from), to: iso(to + minute) })
  return answer.ok ? ok(pointsOf(answer.value)) : answer
}
