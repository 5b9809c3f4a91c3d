import 'server-only'
import { randomUUID } from 'node:crypto'
import { context, diag, DiagLogLevel, SpanStatusCode, trace, type Span, type Tracer } from '@opentelemetry/api'
import { OTLPMetricExporter as MetricsByJson } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as MetricsByProtobuf } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter as TracesByJson } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as TracesByProtobuf } from '@opentelemetry/exporter-trace-otlp-proto'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader, type IMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { proxyFor, throughProxy } from '@/lib/config/outgoing-proxy'
import type { TelemetryConfig } from '@/lib/config/telemetry-config'
import { programVersion } from '@/lib/config/version'
import { instruments, type InstrumentName, type Named } from './instruments'
import { createLevels, type Levels } from './levels'
import { log } from './log'
import type { Attributes, OpenSpan, Telemetry } from './measure'
import { prometheusEndpoint } from './prometheus'
import { currentScope } from './request-scope'

/** Seconds; from a database response to a load of a large fleet. */
const buckets = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

type Resource = ReturnType<typeof detectResources>

/**
 * What sends the measurements. Each process has an id of its own: without it, the series of several servers, or of one that
 * restarted, would be one series, whose values replace each other. `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES`
 * override each of them and name the deployment (`deployment.environment.name`).
 * Source: https://opentelemetry.io/docs/specs/semconv/resource/#service
 */
function makeResource(): Resource {
  return resourceFromAttributes({
    'service.name': 'sealwatch',
    'service.version': programVersion,
    'service.instance.id': randomUUID(),
  }).merge(detectResources({ detectors: [envDetector] }))
}

/** Options of an exporter: the operator's proxy, where one is set for the receiver. */
function sendingTo(address: string) {
  const proxy = proxyFor(address)
  return proxy === null ? {} : { httpAgentOptions: () => throughProxy(proxy, { keepAlive: true }) }
}

/** Sends the metrics to the receiver, where one is configured. */
function sendingReader(config: TelemetryConfig, { producer }: Levels): IMetricReader | null {
  if (config.metrics === null) return null
  const options = sendingTo(config.metrics.to)
  const exporter = config.metrics.by === 'http/json' ? new MetricsByJson(options) : new MetricsByProtobuf(options)
  const every = config.metricsEveryMs
  return new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: every,
    exportTimeoutMillis: Math.min(every, 30_000),
    metricProducers: [producer],
  })
}

function tracerProvider(config: TelemetryConfig, resource: Resource): BasicTracerProvider | null {
  if (config.traces === null) return null
  const options = sendingTo(config.traces.to)
  const exporter = config.traces.by === 'http/json' ? new TracesByJson(options) : new TracesByProtobuf(options)
  return new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] })
}

type Note = (value: number, attributes: Attributes) => void

type Recorded = Exclude<InstrumentName, Named<'level'>>

/** One function for each instrument that the library records, created on first use: a metric that never occurs is never sent. */
function notesOf(provider: MeterProvider | null): (name: Recorded) => Note {
  const meter = provider?.getMeter('sealwatch')
  const made = new Map<Recorded, Note>()
  const make = (name: Recorded): Note => {
    if (meter === undefined) return () => undefined
    const { kind, unit, description } = instruments[name]
    const options = { unit, description }
    if (kind === 'count') {
      const counter = meter.createCounter(name, options)
      return (value, attributes) => counter.add(value, attributes)
    }
    const histogram = meter.createHistogram(name, { ...options, advice: { explicitBucketBoundaries: buckets } })
    return (value, attributes) => histogram.record(value, attributes)
  }
  return (name) => {
    const note = made.get(name) ?? make(name)
    made.set(name, note)
    return note
  }
}

function isSpan(handle: unknown): handle is Span {
  return typeof handle === 'object' && handle !== null && 'spanContext' in handle
}

function begin(tracer: Tracer, name: string, attributes: Attributes): OpenSpan {
  const parent = currentScope()?.span
  // Never the ambient context: the framework would attach its own spans as children, and those contain addresses.
  const within = isSpan(parent) ? trace.setSpan(context.active(), parent) : context.active()
  const span = tracer.startSpan(name, { attributes, root: !isSpan(parent) }, within)
  return {
    handle: span,
    end: (more, failed) => {
      span.setAttributes(more)
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}

const noSpan: OpenSpan = { handle: undefined, end: () => undefined }

/**
 * OpenTelemetry as its standard variables configure it. Nothing is registered globally, so only this program's own
 * measurements are sent: the framework's spans contain addresses, and those name VMs.
 * @throws ConfigurationError where the port of the metrics cannot be listened on
 */
export async function openTelemetry(config: TelemetryConfig): Promise<Telemetry> {
  const say = (): void => log('warn', { event: 'telemetry', code: 'export-failed' })
  const quiet = (): void => undefined
  diag.setLogger({ error: say, warn: quiet, info: quiet, debug: quiet, verbose: quiet }, DiagLogLevel.ERROR)
  const resource = makeResource()
  const levels = createLevels(resource)
  const endpoint = config.prometheus === null ? null : prometheusEndpoint(config.prometheus, levels.producer)
  const readers = [sendingReader(config, levels), endpoint?.reader ?? null].filter((reader) => reader !== null)
  const meters = readers.length === 0 ? null : new MeterProvider({ resource, readers })
  const traces = tracerProvider(config, resource)
  await endpoint?.listen()
  const note = notesOf(meters)
  const tracer = traces?.getTracer('sealwatch') ?? null
  return {
    add: (name, by, attributes) => note(name)(by, attributes),
    record: (name, seconds, attributes) => note(name)(seconds, attributes),
    levels: levels.replace,
    begin: (name, attributes) => (tracer === null ? noSpan : begin(tracer, name, attributes)),
    end: async () => {
      await Promise.allSettled([meters?.shutdown(), traces?.shutdown(), endpoint?.close()])
    },
  }
}
