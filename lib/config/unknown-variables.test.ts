import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { ConfigurationError } from './problems'
import { checkVariableNames, misspeltTelemetry } from './unknown-variables'
import { variableShapes } from './variables'

function messageOf(raw: Record<string, string>): string | null {
  try {
    checkVariableNames(raw)
    return null
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message
    throw error
  }
}

it('names a misspelt variable and the one that was meant, and not its value', () => {
  expect(messageOf({ SEALWATCH_TENNANT: 'secret-value' })).toBe(
    'Sealwatch cannot start: the environment is wrong.\n' +
      '  SEALWATCH_TENNANT: is no variable of Sealwatch; did you mean SEALWATCH_TENANT?',
  )
  const meant = [
    ['SEALWATCH_API_CLIENT_SECERT', 'SEALWATCH_API_CLIENT_SECRET'],
    ['SEALWATCH_HISTORY_DAY', 'SEALWATCH_HISTORY_DAYS'],
    ['SEALWATCH_PROXY', 'SEALWATCH_PROXIES'],
    ['SEALWATCH_ALLOW_TENANTS', 'SEALWATCH_ALLOWED_TENANTS'],
  ]
  for (const [wrong, right] of meant) expect(messageOf({ [wrong!]: 'x' })).toContain(`did you mean ${right}?`)
  for (const strange of ['SEALWATCH_QZJX', 'SEALWATCH_FOO', 'SEALWATCH_X', 'SEALWATCH_'])
    expect(messageOf({ [strange]: 'x' })).toMatch(new RegExp(`${strange}: is no variable of Sealwatch$`))
})

it('refuses what an environment file left in a value, which only Entra or the database would refuse later', () => {
  const carriage = /ends with a carriage return: save the environment file with line ends of Unix \(LF\)$/
  expect(messageOf({ SEALWATCH_API_CLIENT_SECRET: 'hush\r' })).toMatch(carriage)
  expect(messageOf({ DATABASE_URL: 'postgres://a:hush@db.example/x?sslmode=verify-full\r' })).toMatch(carriage)
  for (const quoted of ['"hush"', "'hush'"]) {
    const message = messageOf({ SEALWATCH_COLLECTOR_CLIENT_SECRET: quoted })
    expect(message).toMatch(
      /SEALWATCH_COLLECTOR_CLIENT_SECRET: is in quotes, which are a part of the value here: remove them$/,
    )
    expect(message).not.toContain('hush')
  }
  for (const whole of ['hu"sh', '"hush', "it's", '"', '{"issuer":"x"}', '\r'])
    expect([whole, messageOf({ SEALWATCH_API_CLIENT_SECRET: whole })]).toEqual([whole, null])
  expect(messageOf({ OTHER: '"hush"\r' })).toBe(null)
})

it('accepts every known variable, empty ones, those of others, and those that Kubernetes adds', () => {
  for (const name of Object.keys(variableShapes)) expect(messageOf({ [name]: 'x' })).toBe(null)
  expect(messageOf({ SEALWATCH_TENNANT: ' ', OTHER_TENNANT: 'x' })).toBe(null)
  for (const end of [
    'SERVICE_HOST',
    'SERVICE_PORT',
    'SERVICE_PORT_HTTP',
    'PORT',
    'PORT_3000_TCP',
    'PORT_3000_TCP_ADDR',
  ])
    expect([messageOf({ [`SEALWATCH_${end}`]: 'x' }), messageOf({ [`SEALWATCH_DASHBOARD_${end}`]: 'x' })]).toEqual([
      null,
      null,
    ])
})

it('names a variable in lower case, which no program reads', () => {
  const wrong = { sealwatch_history: 'off', Sealwatch_Tenant: 'x', database_url: 'postgres://a:secret@b/c' }
  const message = messageOf(wrong)
  expect(message).toContain('sealwatch_history: is no variable of Sealwatch; did you mean SEALWATCH_HISTORY?')
  expect(message).toContain('Sealwatch_Tenant: is no variable of Sealwatch; did you mean SEALWATCH_TENANT?')
  expect(message).toContain('database_url: is no variable of Sealwatch; did you mean DATABASE_URL?')
  expect(message).not.toContain('secret')
})

it('names a misspelt address of the database, because the history would be another, and no name of another program', () => {
  for (const name of ['DATABSE_URL', 'DATABASE_ULR', 'DATABASE_URI', 'DATABASEURL', 'DATBASE_URL', 'DATABASE_URLS']) {
    expect(messageOf({ [name]: 'x' })).toContain(`${name}: is no variable of Sealwatch; did you mean DATABASE_URL?`)
    expect(messageOf({ [name]: 'x', DATABASE_URL: 'x' })).toBe(null)
    expect(messageOf({ [name]: '' })).toBe(null)
  }
  const others = ['HOST', 'PORT', 'USER', 'NAME', 'SSL', 'TLS', 'DIR', 'PASSWORD'].map((end) => `DATABASE_${end}`)
  for (const name of [...others, 'DATABASE', 'PGDATABASE', 'REDIS_URL', 'TEST_DATABASE_URL', 'DISPLAY'])
    expect([name, messageOf({ [name]: 'x' })]).toEqual([name, null])
})

it('finds a misspelt variable of OpenTelemetry, and leaves those that its libraries read', () => {
  expect(misspeltTelemetry({ OTEL_METRICS_EXPORTR: 'prometheus', otel_sdk_disabled: 'true' })).toEqual([
    { variable: 'OTEL_METRICS_EXPORTR', meant: 'OTEL_METRICS_EXPORTER' },
    { variable: 'otel_sdk_disabled', meant: 'OTEL_SDK_DISABLED' },
  ])
  const rest = ['EXPORTER_OTLP_TIMEOUT', 'EXPORTER_OTLP_COMPRESSION', 'EXPORTER_OTLP_METRICS_HEADERS', 'LOGS_EXPORTER']
  const more = ['LOG_LEVEL', 'PROPAGATORS', 'BSP_SCHEDULE_DELAY', 'METRIC_EXPORT_TIMEOUT', 'EXPORTER_OTLP_CERTIFICATE']
  for (const name of [...rest, ...more]) expect(misspeltTelemetry({ [`OTEL_${name}`]: 'x' })).toEqual([])
  expect(misspeltTelemetry({ OTEL_METRICS_EXPORTER: 'none', OTEL_METRICS_EXPORTR: ' ' })).toEqual([])
})

it('accepts what this project reads itself', () => {
  const top = fileURLToPath(new URL('../../', import.meta.url))
  const names = new Set<string>()
  for (const folder of ['tooling', 'e2e', 'lib', 'app', 'components'])
    for (const path of readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).filter((one) =>
      /\.(?:ts|tsx|mjs)$/.test(one),
    ))
      for (const [, name = ''] of readFileSync(join(top, folder, path), 'utf8').matchAll(
        /process\.env(?:\['|\.)(SEALWATCH_[A-Z_]+)/g,
      ))
        names.add(name)
  expect(names.size).toBeGreaterThan(5)
  expect([...names].filter((name) => messageOf({ [name]: 'x' }) !== null)).toEqual([])
})
