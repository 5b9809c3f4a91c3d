import { fieldOf, listOf, numberOf, objectOf, textOf } from './read'

/** One minute of one series; `average` is missing where Azure has no value. */
export interface MetricPoint {
  readonly timeStamp: string
  readonly average: number | undefined
}

export interface Metric {
  readonly name: string
  /** One for each disk where the metric was requested by LUN, otherwise one. */
  readonly series: readonly (readonly MetricPoint[])[]
}

function readPoint(json: unknown): MetricPoint | undefined {
  const point = objectOf(json)
  const timeStamp = textOf(fieldOf(point, 'timeStamp'))
  return timeStamp === undefined ? undefined : { timeStamp, average: numberOf(fieldOf(point, 'average')) }
}

function readMetric(json: unknown): Metric | undefined {
  const metric = objectOf(json)
  const name = textOf(fieldOf(objectOf(fieldOf(metric, 'name')), 'value'))
  const series = listOf(fieldOf(metric, 'timeseries'), (each) => listOf(fieldOf(objectOf(each), 'data'), readPoint))
  return name === undefined || series === undefined ? undefined : { name, series }
}

/** The metrics of an answer; `undefined` where the body has another form, so that it is not read as "no traffic". */
export function readMetrics(json: unknown): readonly Metric[] | undefined {
  return listOf(fieldOf(objectOf(json), 'value'), readMetric)
}
