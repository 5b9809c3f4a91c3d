import type { ArmContext } from '../model/http'

export const metricNames = [
  'OS Disk Read Bytes/sec',
  'OS Disk Write Bytes/sec',
  'Data Disk Read Bytes/sec',
  'Data Disk Write Bytes/sec',
] as const
export type MetricName = (typeof metricNames)[number]

const aggregations = ['average', 'minimum', 'maximum', 'total', 'count'] as const
export type Aggregation = (typeof aggregations)[number]

export interface MetricsRequest {
  readonly names: readonly MetricName[]
  readonly from: number
  readonly to: number
  readonly interval: string
  /** Length of the interval in milliseconds. */
  readonly grain: number
  readonly aggregations: readonly Aggregation[]
  /** The requested LUN, `*` for one series each; null for all together. */
  readonly lun: string | null
  /** Largest number of series of a metric that is split by a dimension. */
  readonly top: number
}

const minute = 60_000
const grains: Readonly<Record<string, number>> = {
  PT1M: minute,
  PT5M: 5 * minute,
  PT15M: 15 * minute,
  PT30M: 30 * minute,
  PT1H: 60 * minute,
  PT6H: 360 * minute,
  PT12H: 720 * minute,
  P1D: 1440 * minute,
}
const retention = 93 * 1440 * minute
const mostMetrics = 20

function namesOf(text: string | null): readonly MetricName[] | string {
  if (text === null) return 'The metricnames parameter is missing.'
  const asked = text.split(',').map((name) => name.trim().toLowerCase())
  if (asked.length > mostMetrics) return `Requested metrics count is over the limit of ${mostMetrics}.`
  const found = asked.map((wanted) => metricNames.find((name) => name.toLowerCase() === wanted))
  const missing = asked[found.indexOf(undefined)]
  if (missing !== undefined)
    return `Failed to find metric configuration for provider: Microsoft.Compute, resource Type: virtualMachines, metric: ${missing}, Valid metrics: ${metricNames.join(',')}`
  return found.filter((name) => name !== undefined)
}

function spanOf(text: string | null, now: number): readonly [number, number] | string {
  if (text === null) return [now - 60 * minute, now]
  const [from = NaN, to = NaN] = text.split('/').map((part) => Date.parse(part))
  if (Number.isNaN(from) || Number.isNaN(to) || to <= from) return `Invalid timespan: ${text}`
  return from < now - retention ? 'The start time cannot be more than 93 days in the past.' : [from, to]
}

function aggregationsOf(text: string | null): readonly Aggregation[] | string {
  const asked = (text ?? 'average').split(',').map((name) => name.trim().toLowerCase())
  const found = aggregations.filter((name) => asked.includes(name))
  return found.length === new Set(asked).size ? found : `Invalid aggregation: ${text ?? ''}`
}

function lunOf(filter: string | null, names: readonly MetricName[]): { readonly lun: string | null } | string {
  if (filter === null) return { lun: null }
  const lun = /^\s*LUN\s+eq\s+'(\*|\d+)'\s*$/i.exec(filter)?.[1]
  if (lun === undefined) return `The filter is not supported: ${filter}`
  const without = names.find((name) => name.startsWith('OS'))
  return without === undefined
    ? { lun }
    : `Metric: ${without} does not support requested dimension combination: lun, supported ones are: , TraceId: {00000000}`
}

/**
 * `top`: only together with a filter, ten by default.
 * Source: https://learn.microsoft.com/rest/api/monitor/metrics/list#uri-parameters
 */
function topOf(text: string | null, filter: string | null): number | string {
  if (text === null) return 10
  if (filter === null) return 'The top parameter is valid only together with $filter.'
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : `Invalid top: ${text}`
}

/** The parsed request, or its error with a text like Azure's. */
export function parseMetricsRequest({ query, now }: ArmContext): MetricsRequest | string {
  const names = namesOf(query.get('metricnames'))
  if (typeof names === 'string') return names
  const span = spanOf(query.get('timespan'), now)
  if (typeof span === 'string') return span
  const interval = query.get('interval') ?? 'PT1M'
  const grain = grains[interval.toUpperCase()]
  if (grain === undefined)
    return `Detected invalid time grain input: ${interval}, supported ones are: 00:01:00,00:05:00,00:15:00,00:30:00,01:00:00,06:00:00,12:00:00,1.00:00:00`
  const wanted = aggregationsOf(query.get('aggregation'))
  if (typeof wanted === 'string') return wanted
  const filter = lunOf(query.get('$filter'), names)
  if (typeof filter === 'string') return filter
  const top = topOf(query.get('top'), query.get('$filter'))
  if (typeof top === 'string') return top
  const [from, to] = span
  return { names, from: from - (from % grain), to, interval, grain, aggregations: wanted, lun: filter.lun, top }
}
