import { vmOf } from '../arm/guard'
import { vmId } from '../arm/ids'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimVm } from '../model/vm'
import { minuteMeans, type DiskSeries } from './disk-traffic'
import { insightsError } from './errors'
import { parseMetricsRequest, type Aggregation, type MetricName, type MetricsRequest } from './metrics-request'

const action = 'Microsoft.Insights/metrics/read'
const minute = 60_000

type Means = readonly (number | null)[]

const aggregators: Readonly<Record<Aggregation, (values: readonly number[]) => number>> = {
  average: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  minimum: (values) => Math.min(...values),
  maximum: (values) => Math.max(...values),
  total: (values) => values.reduce((sum, value) => sum + value, 0),
  count: (values) => values.length,
}

/** One point for each interval; without a value it has only its time. */
function pointsOf(means: Means, { from, to, grain, aggregations }: MetricsRequest): Record<string, unknown>[] {
  const minutes = grain / minute
  return Array.from({ length: Math.ceil((to - from) / grain) }, (_, index) => {
    const timeStamp = `${new Date(from + index * grain).toISOString().slice(0, 19)}Z`
    const values = means.slice(index * minutes, (index + 1) * minutes).filter((value) => value !== null)
    if (values.length === 0) return { timeStamp }
    return { timeStamp, ...Object.fromEntries(aggregations.map((name) => [name, aggregators[name](values)])) }
  })
}

/** The mean over several disks, minute by minute. */
function together(series: readonly Means[]): Means {
  const [first] = series
  return (first ?? []).map((_, index) => {
    const values = series.map((means) => means[index] ?? null).filter((value) => value !== null)
    return values.length === 0 ? null : aggregators.average(values)
  })
}

interface Asked {
  readonly vm: SimVm
  readonly request: MetricsRequest
  readonly now: number
}

function meansOf({ vm, request, now }: Asked, series: DiskSeries): Means {
  return minuteMeans(vm, series, request.from, request.to, now)
}

function dataSeries(asked: Asked, direction: DiskSeries['direction']): Record<string, unknown>[] {
  const { vm, request } = asked
  const disks = vm.disks.filter(({ role }) => role === 'data')
  const wanted = disks
    .map(({ lun }, disk) => ({ lun: String(lun), disk }))
    .filter(({ lun }) => request.lun === null || request.lun === '*' || request.lun === lun)
  if (wanted.length === 0) return []
  if (request.lun === null) {
    const all = wanted.map(({ disk }) => meansOf(asked, { disk, direction }))
    return [{ metadatavalues: [], data: pointsOf(together(all), request) }]
  }
  return wanted.slice(0, request.top).map(({ lun, disk }) => ({
    metadatavalues: [{ name: { value: 'lun', localizedValue: 'lun' }, value: lun }],
    data: pointsOf(meansOf(asked, { disk, direction }), request),
  }))
}

function renderMetric(asked: Asked, name: MetricName): Record<string, unknown> {
  const { vm, request } = asked
  const direction = name.includes('Read') ? 'read' : 'write'
  const os = (): Record<string, unknown>[] => [
    { metadatavalues: [], data: pointsOf(meansOf(asked, { disk: 'os', direction }), request) },
  ]
  return {
    id: `${vmId(vm)}/providers/Microsoft.Insights/metrics/${name}`,
    type: 'Microsoft.Insights/metrics',
    name: { value: name, localizedValue: name },
    displayDescription: `Bytes/sec ${direction} during the monitoring period`,
    unit: 'BytesPerSecond',
    timeseries: name.startsWith('OS') ? os() : dataSeries(asked, direction),
    errorCode: 'Success',
  }
}

/** `GET {vm}/providers/Microsoft.Insights/metrics`: traffic of the disks, 1 to 3 minutes late, 93 days back. */
export function getMetrics(context: ArmContext): SimResponse {
  const found = vmOf(context, action)
  if (!found.ok) return found.refusal
  const request = parseMetricsRequest(context)
  if (typeof request === 'string') return insightsError('BadRequest', request)
  const { value: vm } = found
  const asked: Asked = { vm, request, now: context.now }
  const time = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
  const points = Math.ceil((request.to - request.from) / minute)
  return {
    status: 200,
    json: {
      cost: points * request.names.length - 1,
      timespan: `${time(request.from)}/${time(request.to)}`,
      interval: request.interval,
      value: request.names.map((name) => renderMetric(asked, name)),
      namespace: 'Microsoft.Compute/virtualMachines',
      resourceregion: vm.region,
    },
  }
}
