import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** How traces or metrics leave. */
export type OtlpProtocol = 'http/protobuf' | 'http/json'

/** What is told to a collector of OpenTelemetry. Addresses, headers and the like are read by its own library. */
export interface TelemetryConfig {
  /** Null where none are sent. */
  readonly traces: OtlpProtocol | null
  readonly metrics: OtlpProtocol | null
  readonly metricsEveryMs: number
}

const address = z.string().refine((text) => {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}, 'must be an http or https URL')
const protocol = z.enum(['http/protobuf', 'http/json'])
const exporter = z.enum(['otlp', 'none'])

/**
 * The standard variables that decide whether anything is sent at all.
 * Source: https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ and
 * https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export const telemetryEnvironmentSchema = z.object({
  OTEL_SDK_DISABLED: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['true', 'false']))
    .default('false'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: address.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol.default('http/protobuf'),
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_METRICS_PROTOCOL: protocol.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
  OTEL_TRACES_EXPORTER: exporter.default('otlp'),
  OTEL_METRICS_EXPORTER: exporter.default('otlp'),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(100).max(3_600_000).default(60_000),
  OTEL_SERVICE_NAME: z.string().default('sealwatch'),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.string().optional(),
})

/** Parses what the environment says about OpenTelemetry. Nothing is sent unless an address is given. */
export function parseTelemetryConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<TelemetryConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = telemetryEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { data } = parsed
  const everywhere = data.OTEL_EXPORTER_OTLP_ENDPOINT
  const isOn = (own: string | undefined, kind: 'otlp' | 'none'): boolean =>
    data.OTEL_SDK_DISABLED === 'false' && kind === 'otlp' && (own ?? everywhere) !== undefined
  const otherwise = data.OTEL_EXPORTER_OTLP_PROTOCOL
  return ok({
    traces: isOn(data.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, data.OTEL_TRACES_EXPORTER)
      ? (data.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? otherwise)
      : null,
    metrics: isOn(data.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT, data.OTEL_METRICS_EXPORTER)
      ? (data.OTEL_EXPORTER_OTLP_METRICS_PROTOCOL ?? otherwise)
      : null,
    metricsEveryMs: data.OTEL_METRIC_EXPORT_INTERVAL,
  })
}

/**
 * The telemetry's part of this process's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function telemetryConfig(): TelemetryConfig {
  const parsed = parseTelemetryConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
