import type { SimTraffic } from '../model/record'
import type { SimVm } from '../model/vm'
import { hash } from '../worlds/random'

const minute = 60_000
const mebibyte = 1024 * 1024

export interface DiskSeries {
  readonly disk: SimTraffic['disk']
  readonly direction: 'read' | 'write'
}

/** A period of a VM without changes. */
interface Span {
  readonly from: number
  readonly to: number
  readonly isOn: boolean
  readonly traffic: readonly SimTraffic[] | null
}

const isOn = (power: string): boolean => power === 'running' || power === 'starting'

function spansOf(vm: SimVm): Span[] {
  const transitions = vm.record?.transitions ?? []
  const first = vm.record?.first.power ?? vm.power
  const before: Span = { from: -Infinity, to: transitions[0]?.at ?? Infinity, isOn: isOn(first), traffic: null }
  const since = transitions.map(({ at, state, traffic }, index): Span => ({
    from: at,
    to: transitions[index + 1]?.at ?? Infinity,
    isOn: isOn(state.power),
    traffic,
  }))
  return [before, ...since]
}

/** A number from 0 to 1, derived from the text. */
const share = (text: string): number => (hash(text) % 10_007) / 10_006

/** The disks' normal traffic per minute, bytes a second. */
function idle(vm: SimVm, { disk, direction }: DiskSeries, at: number): number {
  const most = direction === 'read' ? 60 : 150
  return 1024 * (2 + most * share(`${vm.vmId}/${disk}/${direction}/${at}`))
}

function bytesIn(span: Span, vm: SimVm, series: DiskSeries, at: number): number {
  if (!span.isOn) return 0
  if (span.traffic === null) return idle(vm, series, at)
  const own = span.traffic.find(({ disk }) => disk === series.disk)?.[series.direction] ?? 0
  const ripple = 1 + 0.1 * (share(`${vm.vmId}/${series.disk}/${at}`) - 0.5)
  return own * mebibyte * ripple
}

/** Delay in seconds until the metrics of the minute that begins at `at` can be read. */
function lateness(vm: SimVm, at: number): number {
  const [from, to] = vm.pace?.metricsDelay ?? [60, 180]
  return from + (to - from) * share(`${vm.vmId}/late/${Math.floor(at / (5 * minute))}`)
}

/**
 * Mean bytes a second of every minute from `from` (a whole minute) to before `to`, epoch milliseconds. Null while the VM is
 * off the whole minute, and for minutes without metrics yet at `now`.
 */
export function minuteMeans(vm: SimVm, series: DiskSeries, from: number, to: number, now: number): (number | null)[] {
  const spans = spansOf(vm)
  const means: (number | null)[] = []
  let first = 0
  for (let at = from; at < to; at += minute) {
    const end = at + minute
    while ((spans[first]?.to ?? Infinity) <= at) first += 1
    if (now < end + lateness(vm, at) * 1000) {
      means.push(null)
      continue
    }
    let on = 0
    let bytes = 0
    for (let index = first; index < spans.length; index += 1) {
      const span = spans[index]
      if (span === undefined || span.from >= end) break
      const seconds = (Math.min(span.to, end) - Math.max(span.from, at)) / 1000
      if (span.isOn) on += seconds
      bytes += bytesIn(span, vm, series, at) * seconds
    }
    means.push(on <= 0 ? null : bytes / 60)
  }
  return means
}
