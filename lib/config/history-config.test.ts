import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { generate } from 'selfsigned'
import { describe, expect, it } from 'vitest'
import { parseCollectorConfig } from './collector-config'
import { parseHistoryConfig } from './history-config'

const tenant = '11111111-1111-4111-8111-111111111111'
const client = '22222222-2222-4222-8222-222222222222'

describe('parseHistoryConfig', () => {
  it('keeps 400 days in SQLite by default', () => {
    expect(parseHistoryConfig({})).toEqual({
      ok: true,
      value: {
        database: { kind: 'sqlite', file: '.sealwatch/history.sqlite' },
        keepDays: 400,
        auditDays: 400,
        maxBytes: 4096 * 1_048_576,
        polling: { movingMs: 30_000, quietMs: 900_000 },
      },
    })
  })

  it('accepts PostgreSQL, and no history at all', () => {
    const url = 'postgresql://a:b@db.example/history?sslmode=verify-full'
    expect(parseHistoryConfig({ DATABASE_URL: url, SEALWATCH_POLL_MOVING_SECONDS: '60' })).toMatchObject({
      value: { database: { kind: 'postgres', url }, polling: { movingMs: 60_000 } },
    })
    expect(parseHistoryConfig({ SEALWATCH_HISTORY: 'off' })).toMatchObject({ value: { database: null } })
  })

  it('signs in to PostgreSQL with a managed identity, without a password and never without TLS', () => {
    const identity = { SEALWATCH_DATABASE_IDENTITY: client.toUpperCase() }
    const url = 'postgres://id-sealwatch@db.example/history'
    expect(parseHistoryConfig({ ...identity, DATABASE_URL: url, SEALWATCH_CLOUD: 'china' })).toMatchObject({
      value: {
        database: {
          url,
          identity: { clientId: client, audience: 'https://ossrdbms-aad.database.chinacloudapi.cn' },
        },
      },
    })
    const refused = [
      undefined,
      'postgres://id-sealwatch:hush@db.example/history',
      'postgres://db.example/history',
      `${url}?sslmode=disable`,
    ].map((address) => parseHistoryConfig({ ...identity, DATABASE_URL: address }))
    for (const parsed of refused) {
      expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual(['SEALWATCH_DATABASE_IDENTITY'])
    }
    expect(JSON.stringify(refused)).not.toContain('hush')
  })

  it.each([
    'sslmode=no-verify',
    'sslmode=require&sslmode=no-verify',
    'uselibpqcompat=true&sslmode=require',
    'sslmode=prefer&uselibpqcompat=true',
    'ssl=no-verify',
  ])('refuses %s, which would accept any server’s certificate', (query) => {
    const parsed = parseHistoryConfig({ DATABASE_URL: `postgres://a:hush@db.example/history?${query}` })
    expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual(['DATABASE_URL'])
    expect(JSON.stringify(parsed)).not.toContain('hush')
  })

  it.each([
    'db.example/history?sslmode=require',
    'db.example/history?uselibpqcompat=true&sslmode=require&sslrootcert=/run/ca.pem',
    'db.example/history?uselibpqcompat=true&sslmode=verify-full',
    'db.example/history?ssl=true',
    'db.example/history?sslrootcert=/run/ca.pem',
    'localhost/history?sslmode=no-verify',
    '127.0.0.1/history',
    '[::1]/history?sslmode=disable',
    'db.example/history?host=/var/run/postgresql',
    '%2Fvar%2Frun%2Fpostgresql/history',
  ])('accepts %s', (address) => {
    expect(parseHistoryConfig({ DATABASE_URL: `postgres://a:b@${address}` }).ok).toBe(true)
  })

  it.each(['Pa#ss', 'a/b', 'a?b', '12#3', '12/3', '12?3', '100%', '%zz'])(
    'says how a password with special characters is written: %s',
    (password) => {
      const parsed = parseHistoryConfig({
        DATABASE_URL: `postgres://sealwatch:${password}hush@localhost:5432/sealwatch`,
      })
      expect(parsed).toEqual({
        ok: false,
        failure: [{ variable: 'DATABASE_URL', message: expect.stringContaining('such as %23 for #') }],
      })
      expect(JSON.stringify(parsed)).not.toContain('hush')
      const encoded = `postgres://sealwatch:${encodeURIComponent(password)}@localhost:5432/sealwatch`
      expect(parseHistoryConfig({ DATABASE_URL: encoded }).ok).toBe(true)
    },
  )

  it('names the scheme where it is another', () => {
    expect(parseHistoryConfig({ DATABASE_URL: 'mysql://a:b@localhost/x' })).toMatchObject({
      failure: [{ message: 'must be a URL that begins with postgres:// or postgresql://' }],
    })
  })

  const plain = ['db.example/history', 'db.example/history?sslmode=disable', 'db.example/history?ssl=0']
  it.each([...plain, 'db.example/history?sslmode=verify-full&sslmode=disable', 'localhost/history?host=db.example'])(
    'refuses %s without TLS, unless the operator allows it',
    (address) => {
      const DATABASE_URL = `postgres://a:hush@${address}`
      const parsed = parseHistoryConfig({ DATABASE_URL })
      expect(parsed).toMatchObject({ ok: false, failure: [{ variable: 'DATABASE_URL' }] })
      expect(JSON.stringify(parsed)).not.toContain('hush')
      expect(parseHistoryConfig({ DATABASE_URL, SEALWATCH_DATABASE_WITHOUT_TLS: 'allow' }).ok).toBe(true)
    },
  )

  it.each([
    ['verify-full', true],
    ['require', true],
    ['no-verify', false],
    ['disable', false],
  ])('applies PGSSLMODE %s, as the driver does', (PGSSLMODE, taken) => {
    expect(parseHistoryConfig({ DATABASE_URL: 'postgres://a:b@db.example/history', PGSSLMODE }).ok).toBe(taken)
  })

  it('names every wrong variable and quotes no value', () => {
    const parsed = parseHistoryConfig({
      SEALWATCH_HISTORY: 'maybe',
      DATABASE_URL: 'https://hush',
      SEALWATCH_HISTORY_DAYS: '0',
      SEALWATCH_HISTORY_MAX_MB: '-3',
      SEALWATCH_POLL_MOVING_SECONDS: '1e9',
      SEALWATCH_POLL_QUIET_SECONDS: '5',
    })
    expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toHaveLength(6)
    expect(JSON.stringify(parsed)).not.toMatch(/maybe|hush|1e9/)
  })
})

describe('parseCollectorConfig', () => {
  it('is the managed identity unless one credential is given', async () => {
    const certificate = join(mkdtempSync(join(tmpdir(), 'sealwatch-collector-')), 'c.pem')
    const pair = await generate([{ name: 'commonName', value: 'sealwatch' }], { keyType: 'ec' })
    writeFileSync(certificate, pair.cert + pair.private)
    expect(parseCollectorConfig({ SEALWATCH_TENANT: tenant })).toMatchObject({
      value: { credential: { kind: 'managed-identity', clientId: null }, ownAuthority: false },
    })
    const given = { SEALWATCH_TENANT: tenant, SEALWATCH_COLLECTOR_CLIENT_ID: client }
    const kinds = [
      given,
      { ...given, SEALWATCH_COLLECTOR_CLIENT_SECRET: 's' },
      { ...given, SEALWATCH_COLLECTOR_CERTIFICATE_PATH: certificate },
      { ...given, SEALWATCH_COLLECTOR_FEDERATED_TOKEN_FILE: certificate },
    ].map((variables) => {
      const parsed = parseCollectorConfig(variables)
      return parsed.ok ? parsed.value.credential.kind : null
    })
    rmSync(dirname(certificate), { recursive: true })
    expect(kinds).toEqual(['managed-identity', 'secret', 'certificate', 'federated-token'])
  })

  it('refuses two credentials, a credential without a client, and a missing tenant', () => {
    const secret = { SEALWATCH_COLLECTOR_CLIENT_SECRET: 'hush' }
    const wrong = [
      { SEALWATCH_TENANT: tenant, ...secret },
      {
        SEALWATCH_TENANT: tenant,
        SEALWATCH_COLLECTOR_CLIENT_ID: client,
        SEALWATCH_COLLECTOR_CERTIFICATE_PATH: 'x',
        ...secret,
      },
      {},
    ].map((variables) => parseCollectorConfig(variables))
    expect(wrong.map((parsed) => (parsed.ok ? null : parsed.failure[0]?.variable))).toEqual([
      'SEALWATCH_COLLECTOR_CLIENT_ID',
      'SEALWATCH_COLLECTOR_CLIENT_SECRET',
      'SEALWATCH_TENANT',
    ])
    expect(JSON.stringify(wrong)).not.toContain('hush')
  })
})
