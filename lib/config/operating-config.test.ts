import { describe, expect, it } from 'vitest'
import { parseLogConfig } from './log-config'
import { parseStopConfig } from './stop-config'
import { parseTelemetryConfig } from './telemetry-config'

describe('the environment of a program that runs for long', () => {
  it('logs from info on, with ids as they are, unless told otherwise', () => {
    expect(parseLogConfig({})).toEqual({ ok: true, value: { level: 'info', idKey: null } })
    const wrong = parseLogConfig({ SEALWATCH_LOG_LEVEL: 'loud', SEALWATCH_LOG_ID_KEY: 'short' })
    expect(wrong.ok).toBe(false)
    expect(JSON.stringify(wrong)).not.toMatch(/loud|"short/)
  })

  it('ends within 25 seconds, of which requests are taken for 5, and the one must fit into the other', () => {
    expect(parseStopConfig({})).toEqual({ ok: true, value: { drainMs: 5000, longestMs: 25_000 } })
    const wrong = parseStopConfig({ SEALWATCH_STOP_DRAIN_SECONDS: '30' })
    expect(wrong.ok ? null : wrong.failure[0]?.variable).toBe('SEALWATCH_STOP_DRAIN_SECONDS')
  })

  const off = { traces: null, metrics: null, metricsEveryMs: 60_000 }
  const to = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otel.example' }
  it.each([
    ['no address', {}, off],
    ['an address', to, { ...off, traces: 'http/protobuf', metrics: 'http/protobuf' }],
    ['an address, and switched off', { ...to, OTEL_SDK_DISABLED: 'TRUE' }, off],
    [
      'an address for metrics alone',
      { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'http://x' },
      { ...off, metrics: 'http/protobuf' },
    ],
    ['no traces wanted', { ...to, OTEL_TRACES_EXPORTER: 'none' }, { ...off, metrics: 'http/protobuf' }],
    [
      'a protocol of its own',
      { ...to, OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json' },
      { ...off, traces: 'http/json', metrics: 'http/protobuf' },
    ],
  ])('decides what is sent: %s', (_what, environment, expected) => {
    expect(parseTelemetryConfig(environment)).toEqual({ ok: true, value: expected })
  })

  it('refuses a protocol that this program does not speak', () => {
    expect(parseTelemetryConfig({ ...to, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }).ok).toBe(false)
  })
})
