import 'server-only'
import * as z from 'zod'
import { fail, ok, type Result } from '@/lib/shared/result'
import { withoutEmpty } from './environment'
import { commaList, guid, isLoopback } from './fields'
import { ConfigurationError, problemsOf, type ConfigProblem } from './problems'

/** The protocol for sending traces or metrics. */
export type OtlpProtocol = 'http/protobuf' | 'http/json'

/** Where traces or metrics are sent. */
export interface OtlpReceiver {
  readonly to: string
  readonly by: OtlpProtocol
}

/** The port on which a Prometheus reads the metrics. */
export interface MetricsEndpoint {
  readonly host: string
  readonly port: number
  /** What a reader must send as its bearer token; null where only this machine can reach the port. */
  readonly token: string | null
}

/** Subscriptions that the collector may count separately, at most: each is a series for every state. */
export const mostMeasuredSubscriptions = 100

/** The subscriptions whose VMs the collector counts separately: `*`, or ids in lower case. */
export type MeasuredSubscriptions = '*' | readonly string[]

/**
 * What Sealwatch sends to an OpenTelemetry collector. The OpenTelemetry library itself reads addresses, headers and the
 * rest.
 */
export interface TelemetryConfig {
  /** Null where none are sent. */
  readonly traces: OtlpReceiver | null
  readonly metrics: OtlpReceiver | null
  readonly metricsEveryMs: number
  /** Null where no Prometheus reads them. */
  readonly prometheus: MetricsEndpoint | null
  /** Null where no subscription is counted separately. */
  readonly subscriptions: MeasuredSubscriptions | null
}

const address = z.string().refine((text) => {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol)
}, 'must be an http or https URL')
const withoutTls =
  'must be https to another machine (or SEALWATCH_TELEMETRY_WITHOUT_TLS=allow, where the network itself is encrypted)'
const beyondThisMachine =
  'must be this machine (or SEALWATCH_TELEMETRY_WITHOUT_TLS=allow, where the network itself encrypts)'
const protocol = z.enum(['http/protobuf', 'http/json'])
const exporter = z.enum(['otlp', 'none'])
const subscriptionList = z
  .string()
  .trim()
  .transform((text) => (text === '*' ? ('*' as const) : commaList(text)))
  .pipe(
    z.union(
      [z.literal('*'), z.array(guid).min(1).max(mostMeasuredSubscriptions)],
      `must be a comma list of at most ${mostMeasuredSubscriptions} subscription ids (GUIDs), or *`,
    ),
  )

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
  OTEL_METRICS_EXPORTER: z.enum(['otlp', 'prometheus', 'otlp,prometheus', 'none']).default('otlp'),
  OTEL_EXPORTER_PROMETHEUS_HOST: z.string().trim().default('127.0.0.1'),
  OTEL_EXPORTER_PROMETHEUS_PORT: z.coerce.number().int().min(1).max(65_535).default(9464),
  SEALWATCH_METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/, 'must have at least 32 characters, without spaces')
    .optional(),
  SEALWATCH_METRICS_SUBSCRIPTIONS: subscriptionList.optional(),
  OTEL_METRIC_EXPORT_INTERVAL: z.coerce.number().int().min(100).max(3_600_000).default(60_000),
  OTEL_SERVICE_NAME: z.string().default('sealwatch'),
  OTEL_RESOURCE_ATTRIBUTES: z.string().optional(),
  OTEL_TRACES_SAMPLER: z.string().optional(),
  OTEL_TRACES_SAMPLER_ARG: z.string().optional(),
  SEALWATCH_TELEMETRY_WITHOUT_TLS: z.enum(['refuse', 'allow']).default('refuse'),
})

type Environment = z.infer<typeof telemetryEnvironmentSchema>

/** Whether the measurements and the receiver's key would be sent to another machine without TLS. */
function isInTheOpen(text: string): boolean {
  const { protocol: scheme, hostname } = new URL(text)
  return scheme === 'http:' && !isLoopback(hostname)
}

/** The receiver of a kind, and the variable with its address; null where it is not sent. */
function receiverOf(environment: Environment, kind: 'TRACES' | 'METRICS') {
  if (environment.OTEL_SDK_DISABLED === 'true' || !environment[`OTEL_${kind}_EXPORTER`].startsWith('otlp')) return null
  const names = [`OTEL_EXPORTER_OTLP_${kind}_ENDPOINT`, 'OTEL_EXPORTER_OTLP_ENDPOINT'] as const
  const variable = names.find((name) => environment[name] !== undefined)
  const to = variable === undefined ? undefined : environment[variable]
  if (variable === undefined || to === undefined) return null
  const by = environment[`OTEL_EXPORTER_OTLP_${kind}_PROTOCOL`] ?? environment.OTEL_EXPORTER_OTLP_PROTOCOL
  return { variable, to, by }
}

/**
 * The port for Prometheus, where `OTEL_METRICS_EXPORTER` asks for one. It has no TLS, so beyond this machine it needs a token,
 * and the operator's word that the network encrypts.
 */
function endpointOf(environment: Environment): Result<MetricsEndpoint | null, readonly ConfigProblem[]> {
  if (environment.OTEL_SDK_DISABLED === 'true' || !environment.OTEL_METRICS_EXPORTER.includes('prometheus'))
    return ok(null)
  const { OTEL_EXPORTER_PROMETHEUS_HOST: host, OTEL_EXPORTER_PROMETHEUS_PORT: port } = environment
  const endpoint = { host, port, token: environment.SEALWATCH_METRICS_TOKEN ?? null }
  if (isLoopback(host) || host === '::1') return ok(endpoint)
  const missing: ConfigProblem[] = []
  if (endpoint.token === null) missing.push({ variable: 'SEALWATCH_METRICS_TOKEN', message: 'is missing' })
  if (environment.SEALWATCH_TELEMETRY_WITHOUT_TLS === 'refuse')
    missing.push({ variable: 'OTEL_EXPORTER_PROMETHEUS_HOST', message: beyondThisMachine })
  return missing.length === 0 ? ok(endpoint) : fail(missing)
}

/** Parses the OpenTelemetry variables. Nothing is sent unless an address is given. */
export function parseTelemetryConfig(
  raw: Readonly<Record<string, string | undefined>>,
): Result<TelemetryConfig, readonly ConfigProblem[]> {
  const variables = withoutEmpty(raw)
  const parsed = telemetryEnvironmentSchema.safeParse(variables)
  if (!parsed.success) return fail(problemsOf(parsed.error.issues, variables))
  const { data } = parsed
  const [traces, metrics] = [receiverOf(data, 'TRACES'), receiverOf(data, 'METRICS')]
  const open = new Set([traces, metrics].flatMap((way) => (way !== null && isInTheOpen(way.to) ? [way.variable] : [])))
  if (open.size > 0 && data.SEALWATCH_TELEMETRY_WITHOUT_TLS === 'refuse')
    return fail([...open].map((variable) => ({ variable, message: withoutTls })))
  const endpoint = endpointOf(data)
  if (!endpoint.ok) return endpoint
  const receiver = (way: typeof traces): OtlpReceiver | null => (way === null ? null : { to: way.to, by: way.by })
  return ok({
    traces: receiver(traces),
    metrics: receiver(metrics),
    metricsEveryMs: data.OTEL_METRIC_EXPORT_INTERVAL,
    prometheus: endpoint.value,
    subscriptions: data.SEALWATCH_METRICS_SUBSCRIPTIONS ?? null,
  })
}

/**
 * The telemetry part of this process's configuration.
 * @throws ConfigurationError naming every wrong variable
 */
export function telemetryConfig(): TelemetryConfig {
  const parsed = parseTelemetryConfig(process.env)
  if (!parsed.ok) throw new ConfigurationError(parsed.failure)
  return parsed.value
}
