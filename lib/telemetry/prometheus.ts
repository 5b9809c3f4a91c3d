import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { PrometheusExporter, PrometheusSerializer } from '@opentelemetry/exporter-prometheus'
import type { IMetricReader, MetricProducer } from '@opentelemetry/sdk-metrics'
import { isLoopback } from '@/lib/config/fields'
import { ConfigurationError } from '@/lib/config/problems'
import type { MetricsEndpoint } from '@/lib/config/telemetry-config'
import { log } from './log'

const path = '/metrics'
/** Source: https://prometheus.io/docs/instrumenting/exposition_formats/#basic-info */
const contentType = 'text/plain; version=0.0.4; charset=utf-8'
const mostConnections = 16
/** A request is whole, and its answer read, within this time, which is also how long Prometheus waits by default. */
const patienceMilliseconds = 10_000
/** One line of the log in this time says that connections were closed. */
const quietMilliseconds = 600_000

/**
 * The endings that Prometheus gives the metrics that it receives by OTLP, by their unit. The exporter adds none, so that the
 * same metric would have two names.
 * Source: https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/#metric-metadata-1
 */
const endings: Readonly<Record<string, string>> = { s: 'seconds', By: 'bytes' }

/** What the exporter collects, in the types of its own copy of the library. */
type Collected = Parameters<PrometheusSerializer['serialize']>[0]

function withEndings(found: Collected): Collected {
  return {
    ...found,
    scopeMetrics: found.scopeMetrics.map((scope) => ({
      ...scope,
      metrics: scope.metrics.map((metric) => {
        const { name, unit } = metric.descriptor
        const ending = endings[unit]
        if (ending === undefined) return metric
        return { ...metric, descriptor: { ...metric.descriptor, name: `${name}.${ending}` } }
      }),
    })),
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Whether a request may read the metrics: with the token; without a configured token, under a name of this machine only, so
 * that no web page reads them through a name that leads here (DNS rebinding).
 */
function isAllowed({ headers }: IncomingMessage, token: string | null): boolean {
  if (token !== null) return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))
  const address = `http://${headers.host ?? ''}`
  return URL.canParse(address) && isLoopback(new URL(address).hostname)
}

function refusalOf(request: IncomingMessage, token: string | null): number | null {
  const { pathname } = new URL(request.url ?? '/', 'http://metrics')
  if (!isAllowed(request, token)) return token === null ? 403 : 401
  if (pathname !== path) return 404
  return request.method === 'GET' || request.method === 'HEAD' ? null : 405
}

/**
 * Closes the oldest connection without a whole request where there are too many, so that half-sent requests, for which no
 * token was asked yet, keep no Prometheus out. Only where all are being answered, the new one is closed.
 */
class Connections {
  /** Whether it is being answered, by connection; the oldest first. */
  readonly #open = new Map<Socket, boolean>()
  #loggedAt = Number.NEGATIVE_INFINITY

  opened(socket: Socket): void {
    this.#open.set(socket, false)
    socket.on('close', () => this.#open.delete(socket))
    if (this.#open.size <= mostConnections) return
    const [idle] = [...this.#open].find(([, isAnswered]) => !isAnswered) ?? [socket]
    this.#open.delete(idle)
    idle.destroy()
    if (performance.now() < this.#loggedAt + quietMilliseconds) return
    this.#loggedAt = performance.now()
    log('warn', { event: 'metrics', code: 'too-many-connections', most: mostConnections })
  }

  /** From a whole request to the end of its answer. */
  answering(socket: Socket, response: ServerResponse): void {
    this.#open.set(socket, true)
    response.on('close', () => {
      if (this.#open.has(socket)) this.#open.set(socket, false)
    })
  }
}

/** Metrics for a Prometheus that reads them. */
export interface PrometheusEndpoint {
  readonly reader: IMetricReader
  /** @throws ConfigurationError where the port cannot be listened on */
  readonly listen: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * `/metrics` on a port of its own, by OpenTelemetry's exporter. The exporter's own server asks for no token.
 * @param patience how long a request may take until it is whole, and a connection may be silent, in milliseconds
 */
export function prometheusEndpoint(
  config: MetricsEndpoint,
  producer: MetricProducer,
  patience = patienceMilliseconds,
): PrometheusEndpoint {
  const reader = new PrometheusExporter({ preventServerStart: true, metricProducers: [producer] })
  const serializer = new PrometheusSerializer('', false, undefined, false, true)
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = refusalOf(request, config.token)
    if (refused !== null) {
      response.writeHead(refused, refused === 401 ? { 'www-authenticate': 'Bearer' } : {}).end()
      return
    }
    const { resourceMetrics } = await reader.collect()
    const text = serializer.serialize(withEndings(resourceMetrics))
    response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text)
  }
  const connections = new Connections()
  const times = { headersTimeout: patience, requestTimeout: patience, connectionsCheckingInterval: patience / 10 }
  const server = createServer(times, (request, response) => {
    connections.answering(request.socket, response)
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  server.on('connection', (socket) => connections.opened(socket))
  server.setTimeout(patience)
  return {
    reader,
    listen: async () => {
      server.listen(config.port, config.host).unref()
      try {
        await once(server, 'listening')
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        const message = `metrics cannot be served at this address (${code})`
        throw new ConfigurationError([{ variable: 'OTEL_EXPORTER_PROMETHEUS_PORT', message }])
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
