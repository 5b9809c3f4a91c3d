import 'server-only'
import { ValueType } from '@opentelemetry/api'
import type { Resource } from '@opentelemetry/resources'
import {
  AggregationTemporality,
  DataPointType,
  type GaugeMetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics'
import { instruments, type Named } from './instruments'
import type { Point } from './measure'

type Level = Named<'level'>

const nanosecondsPerMillisecond = 1_000_000

/**
 * Current values. The library's own gauges export the last value of every set of attributes until the process ends; here a
 * value that is no longer known is no longer exported.
 */
export interface Levels {
  /** Replaces all points of a metric. Without points it is not exported. */
  readonly replace: (name: Level, points: readonly Point[]) => void
  /** What each export reads; from memory alone. */
  readonly producer: MetricProducer
}

function dataOf(name: Level, points: readonly Point[], since: number): GaugeMetricData {
  const { unit, description } = instruments[name]
  const now = Date.now()
  const timeOf = (at: number): [number, number] => [Math.floor(at / 1000), (at % 1000) * nanosecondsPerMillisecond]
  return {
    descriptor: { name, unit, description, valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.GAUGE,
    dataPoints: points.map(({ value, attributes }) => ({
      startTime: timeOf(since),
      endTime: timeOf(now),
      attributes: { ...attributes },
      value,
    })),
  }
}

/** The current values of this process. */
export function createLevels(resource: Resource): Levels {
  const since = Date.now()
  const known = new Map<Level, readonly Point[]>()
  const producer: MetricProducer = {
    collect: () => {
      const metrics = [...known].map(([name, points]) => dataOf(name, points, since))
      const resourceMetrics = { resource, scopeMetrics: [{ scope: { name: 'sealwatch' }, metrics }] }
      return Promise.resolve({ resourceMetrics, errors: [] })
    },
  }
  return {
    producer,
    replace: (name, points) => {
      if (points.length === 0) known.delete(name)
      else known.set(name, points)
    },
  }
}
