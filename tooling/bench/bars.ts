import type { DiagnosisReport } from './diagnosis'
import type { FleetReport } from './fleet'
import { duration, whole } from './print'
import type { RefreshReport } from './refresh'

/** What a whole run measured. */
export interface Measurements {
  readonly usual: FleetReport
  readonly large: FleetReport
  readonly throttled: FleetReport
  readonly refresh: RefreshReport
  readonly diagnosis: DiagnosisReport
}

/** A limit for the product, and the measured value. */
export interface Bar {
  readonly what: string
  readonly limit: string
  readonly measured: string
  readonly kept: boolean
}

const times = (value: number): string => `${value.toFixed(2)} ×`

function timeBar(what: string, report: FleetReport, most: number): Bar {
  const floor = Math.max(report.floor.seconds, report.processorSeconds ?? 0)
  const ratio = report.product.seconds / floor
  return {
    what,
    limit: `at most ${most} × the floor`,
    measured: `${times(ratio)} (${duration(report.product.seconds)} of ${duration(floor)})`,
    kept: ratio <= most,
  }
}

function lostBar(what: string, { product }: FleetReport): Bar {
  return { what, limit: '0 VMs lost', measured: whole(product.lost), kept: product.lost === 0 && product.complete }
}

function mostBar(what: string, measured: number, most: number, unit: string): Bar {
  return { what, limit: `at most ${whole(most)}${unit}`, measured: `${whole(measured)}${unit}`, kept: measured <= most }
}

function usualBars(usual: FleetReport): Bar[] {
  const { product, floor, naive } = usual
  const requests = product.requests / floor.requests
  const faster = naive === null ? 0 : naive.seconds / product.seconds
  const first = product.firstRowAfterPageMs ?? Number.POSITIVE_INFINITY
  return [
    {
      what: 'Requests for 10,000 VMs',
      limit: 'at most 1.03 × the least',
      measured: `${times(requests)} (${whole(product.requests)} of ${whole(floor.requests)})`,
      kept: requests <= 1.03,
    },
    timeBar('Time for 10,000 VMs', usual, 2),
    {
      what: 'The same against the naive loop',
      limit: 'at least 10 × faster',
      measured: times(faster),
      kept: faster >= 10,
    },
    mostBar('First rows after the first page of the inventory', first, 1000, ' ms'),
  ]
}

/** Every limit of the server side, and whether this run kept it. */
export function barsOf({ usual, large, throttled, refresh, diagnosis }: Measurements): readonly Bar[] {
  const refused = throttled.product.http429 / throttled.product.requests
  return [
    ...usualBars(usual),
    timeBar('Time for 100,000 VMs', large, 1.3),
    lostBar('The same, nothing left out', large),
    mostBar('Memory of the server meanwhile', large.product.rssMb, 700, ' MB'),
    timeBar('Throttled world, time', throttled, 1.3),
    lostBar('Throttled world, nothing left out', throttled),
    {
      what: 'Throttled world, answers of 429',
      limit: 'under 1 %',
      measured: `${(refused * 100).toFixed(2)} %`,
      kept: refused < 0.01,
    },
    mostBar('Requests of a refresh, 20 VMs changed', refresh.refresh.requests, 40, ''),
    mostBar('10,000 VMs diagnosed on one core', diagnosis.diagnosisMs, 1000, ' ms'),
  ]
}
