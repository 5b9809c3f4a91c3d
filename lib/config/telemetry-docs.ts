import 'server-only'
import type { telemetryEnvironmentSchema } from './telemetry-config'
import type { VariableDoc } from './variable-doc'

const telemetry = { group: 'telemetry', secret: false, readBy: ['server', 'collector'] } as const

/** The meaning of every variable of telemetry. */
export const telemetryDocs: Readonly<Record<keyof typeof telemetryEnvironmentSchema.shape, VariableDoc>> = {
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of traces and metrics. Without any address nothing is sent',
    example: 'https://otel-collector:4318',
  },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of traces alone',
    example: 'https://otel-collector:4318/v1/traces',
  },
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: {
    ...telemetry,
    meaning: 'Receiver of metrics alone',
    example: 'https://otel-collector:4318/v1/metrics',
  },
  OTEL_EXPORTER_OTLP_PROTOCOL: { ...telemetry, meaning: 'Protocol of both', example: 'http/json' },
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: {
    ...telemetry,
    meaning: 'Protocol of traces',
    example: 'http/json',
    otherwise: '`OTEL_EXPORTER_OTLP_PROTOCOL`',
  },
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: {
    ...telemetry,
    meaning: 'Protocol of metrics',
    example: 'http/json',
    otherwise: '`OTEL_EXPORTER_OTLP_PROTOCOL`',
  },
  OTEL_EXPORTER_OTLP_HEADERS: {
    ...telemetry,
    secret: true,
    meaning: 'Headers for the receiver, such as its key',
    example: 'api-key=…',
  },
  OTEL_TRACES_EXPORTER: { ...telemetry, meaning: '`none` sends no traces', example: 'none' },
  OTEL_METRICS_EXPORTER: {
    ...telemetry,
    meaning: '`prometheus` serves metrics at `/metrics` on a port of its own, `otlp` sends them; `none` does neither',
    example: 'prometheus',
  },
  OTEL_EXPORTER_PROMETHEUS_HOST: {
    ...telemetry,
    meaning: 'Address on which metrics are served; one beyond this machine needs a token',
    example: '0.0.0.0',
  },
  OTEL_EXPORTER_PROMETHEUS_PORT: {
    ...telemetry,
    ofProcess: true,
    meaning: 'Port on which metrics are served; each process on a machine needs another one',
    example: '9465',
  },
  SEALWATCH_METRICS_TOKEN: {
    ...telemetry,
    secret: true,
    meaning: 'Bearer token that Prometheus must send; at least 32 characters',
    example: '(32 random characters)',
  },
  SEALWATCH_METRICS_SUBSCRIPTIONS: {
    ...telemetry,
    readBy: ['collector'],
    meaning:
      'Subscriptions whose VMs are counted separately in metrics: subscription ids, separated by commas, at most 100, or `*` for the first 100 by id. All others count together as `other`. With this variable metrics contain these ids, hashed where `SEALWATCH_LOG_ID_KEY` is set',
    example: '0f9e2c1a-5b7d-4c3e-9a1f-2d4b6c8e0a12',
    otherwise: 'metrics of the whole fleet alone',
  },
  OTEL_METRIC_EXPORT_INTERVAL: {
    ...telemetry,
    meaning: 'Milliseconds between two exports of metrics',
    example: '15000',
  },
  OTEL_SDK_DISABLED: { ...telemetry, meaning: '`true` sends nothing', example: 'true' },
  OTEL_SERVICE_NAME: {
    ...telemetry,
    ofProcess: true,
    meaning: 'Name of this process in telemetry',
    example: 'sealwatch-collector',
  },
  OTEL_RESOURCE_ATTRIBUTES: {
    ...telemetry,
    ofProcess: true,
    meaning: 'Further attributes of this process in telemetry',
    example: 'deployment.environment.name=production',
  },
  OTEL_TRACES_SAMPLER: {
    ...telemetry,
    meaning: 'Sampler of traces',
    example: 'parentbased_traceidratio',
    otherwise: '`parentbased_always_on`',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    ...telemetry,
    meaning: 'Argument of the sampler, such as the fraction that is kept',
    example: '0.05',
  },
  SEALWATCH_TELEMETRY_WITHOUT_TLS: {
    ...telemetry,
    meaning: 'Whether traces and metrics may be sent to another machine without TLS: only where the network encrypts',
    example: 'allow',
  },
}
