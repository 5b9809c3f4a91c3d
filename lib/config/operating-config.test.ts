import { describe, expect, it } from 'vitest'
import { parseLogConfig } from './log-config'
import { parseStopConfig } from './stop-config'
import { parseTelemetryConfig } from './telemetry-config'

describe('the environment of a long-running program', () => {
  it('logs from info on, with unchanged ids, by default', () => {
    expect(parseLogConfig({})).toEqual({ ok: true, value: { level: 'info', idKey: null } })
    const wrong = parseLogConfig({ SEALWATCH_LOG_LEVEL: 'loud', SEALWATCH_LOG_ID_KEY: 'short' })
    expect(wrong.ok).toBe(false)
    expect(JSON.stringify(wrong)).not.toMatch(/loud|"short/)
  })

  it('shuts down within 25 seconds, of which requests are accepted for 5, and the drain time must fit into the whole', () => {
    expect(parseStopConfig({})).toEqual({ ok: true, value: { drainMs: 5000, longestMs: 25_000 } })
    const wrong = parseStopConfig({ SEALWATCH_STOP_DRAIN_SECONDS: '30' })
    expect(wrong.ok ? null : wrong.failure[0]?.variable).toBe('SEALWATCH_STOP_DRAIN_SECONDS')
  })

  const off = { traces: null, metrics: null, metricsEveryMs: 60_000, prometheus: null, subscriptions: null }
  const to = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example' }
  const protobuf = { to: 'https://otel.example', by: 'http/protobuf' }
  it.each([
    ['no address', {}, off],
    ['an address', to, { ...off, traces: protobuf, metrics: protobuf }],
    ['an address, and switched off', { ...to, OTEL_SDK_DISABLED: 'TRUE' }, off],
    [
      'an address for metrics alone',
      { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://x' },
      { ...off, metrics: { to: 'https://x', by: 'http/protobuf' } },
    ],
    ['traces switched off', { ...to, OTEL_TRACES_EXPORTER: 'none' }, { ...off, metrics: protobuf }],
    [
      'a separate protocol',
      { ...to, OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json' },
      { ...off, traces: { ...protobuf, by: 'http/json' }, metrics: protobuf },
    ],
  ])('decides what is sent: %s', (_what, environment, expected) => {
    expect(parseTelemetryConfig(environment)).toEqual({ ok: true, value: expected })
  })

  const subscription = '0F9E2C1A-5b7d-4c3e-9a1f-2d4b6c8e0a12'
  it('counts VMs of single subscriptions only where asked, and of 100 at most', () => {
    const parsed = (text: string) => parseTelemetryConfig({ SEALWATCH_METRICS_SUBSCRIPTIONS: text })
    expect(parsed('*')).toEqual({ ok: true, value: { ...off, subscriptions: '*' } })
    const many = (count: number) => Array.from({ length: count }, () => subscription)
    const lower = subscription.toLowerCase()
    expect(parsed(many(100).join(', '))).toMatchObject({
      ok: true,
      value: { subscriptions: many(100).map(() => lower) },
    })
    for (const wrong of [many(101).join(','), ',', 'production', `*,${subscription}`]) {
      expect(parsed(wrong)).toMatchObject({ ok: false, failure: [{ variable: 'SEALWATCH_METRICS_SUBSCRIPTIONS' }] })
      expect(JSON.stringify(parsed(wrong))).not.toContain('production')
    }
  })

  const serve = { OTEL_METRICS_EXPORTER: 'prometheus' }
  const endpoint = { host: '127.0.0.1', port: 9464, token: null }
  const token = 'x'.repeat(32)
  const beyond = { ...serve, OTEL_EXPORTER_PROMETHEUS_HOST: '0.0.0.0' }
  it.each<[string, Record<string, string>, object]>([
    ['on this machine, without a token', serve, { ...off, prometheus: endpoint }],
    [
      'and sends them as well',
      { ...to, OTEL_METRICS_EXPORTER: 'otlp,prometheus', OTEL_TRACES_EXPORTER: 'none' },
      { ...off, metrics: protobuf, prometheus: endpoint },
    ],
    ['and sends none', { ...to, ...serve }, { ...off, traces: protobuf, prometheus: endpoint }],
    ['not when switched off', { ...serve, OTEL_SDK_DISABLED: 'true' }, off],
    [
      'beyond this machine with a token, where the network encrypts',
      { ...beyond, SEALWATCH_METRICS_TOKEN: token, SEALWATCH_TELEMETRY_WITHOUT_TLS: 'allow' },
      { ...off, prometheus: { ...endpoint, host: '0.0.0.0', token } },
    ],
  ])('serves metrics for Prometheus %s', (_what, environment, expected) => {
    expect(parseTelemetryConfig(environment)).toEqual({ ok: true, value: expected })
  })

  it.each<[string, Record<string, string>, string[]]>([
    ['neither', beyond, ['SEALWATCH_METRICS_TOKEN', 'OTEL_EXPORTER_PROMETHEUS_HOST']],
    ['a token alone', { ...beyond, SEALWATCH_METRICS_TOKEN: token }, ['OTEL_EXPORTER_PROMETHEUS_HOST']],
    ['a network alone', { ...beyond, SEALWATCH_TELEMETRY_WITHOUT_TLS: 'allow' }, ['SEALWATCH_METRICS_TOKEN']],
    ['a short token', { ...serve, SEALWATCH_METRICS_TOKEN: 'short-secret' }, ['SEALWATCH_METRICS_TOKEN']],
  ])('refuses to serve metrics beyond this machine with %s', (_what, environment, variables) => {
    const refused = parseTelemetryConfig(environment)
    expect(refused.ok ? [] : refused.failure.map(({ variable }) => variable)).toEqual(variables)
    expect(JSON.stringify(refused)).not.toMatch(/xxx|short-secret/)
  })

  const plain = 'http://collector.example:4318'
  it.each<[string, Record<string, string>, string[]]>([
    ['both', { OTEL_EXPORTER_OTLP_ENDPOINT: plain }, ['OTEL_EXPORTER_OTLP_ENDPOINT']],
    ['traces', { ...to, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: plain }, ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT']],
    ['metrics', { ...to, OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: plain }, ['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT']],
    [
      'a host whose name starts like this machine’s',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost.example' },
      ['OTEL_EXPORTER_OTLP_ENDPOINT'],
    ],
  ])(
    'sends nothing over plain http to another machine, unless the operator states that the network encrypts: %s',
    (_what, environment, variables) => {
      const refused = parseTelemetryConfig(environment)
      expect(refused.ok ? [] : refused.failure.map(({ variable }) => variable)).toEqual(variables)
      expect(JSON.stringify(refused)).not.toMatch(/collector\.example/)
      expect(parseTelemetryConfig({ ...environment, SEALWATCH_TELEMETRY_WITHOUT_TLS: 'allow' }).ok).toBe(true)
    },
  )

  it.each<[string, Record<string, string>]>([
    ['it is this machine', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }],
    ['it is this machine by name', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' }],
    ['it is this machine by its IPv6 address', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://[::1]:4318' }],
    ['nothing is sent', { OTEL_EXPORTER_OTLP_ENDPOINT: plain, OTEL_SDK_DISABLED: 'true' }],
    ['nothing is sent there', { ...to, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: plain, OTEL_TRACES_EXPORTER: 'none' }],
  ])('accepts plain http where %s', (_why, environment) => {
    expect(parseTelemetryConfig(environment).ok).toBe(true)
  })

  it('refuses a protocol that this program does not support', () => {
    expect(parseTelemetryConfig({ ...to, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }).ok).toBe(false)
  })
})
