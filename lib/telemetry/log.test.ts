import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEndpoint } from '@/lib/http/endpoint'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { takeOverConsole } from './framework-console'
import { hashedId } from './ids'
import { inScope } from './request-scope'
import { withoutSecrets } from './without-secrets'

const jwt = `eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIiwiZXhwIjo5fQ.c2lnbmF0dXJlLW9mLWEtdG9rZW4`
const refresh = `0.A${'RwA8Qd_kxyz-0123456789'.repeat(3)}`
const clientSecret = `abc8Q~${'S3cr3t-Value_of.an~app'.repeat(2).slice(0, 34)}`
/** Every form of a secret, and the words around it with which it could reach the log. */
const planted: Readonly<Record<string, readonly [text: string, secret: string]>> = {
  'a token by itself': [`failed for ${jwt}`, jwt.slice(10)],
  'a header': [`Authorization: Bearer ${jwt}`, jwt.slice(10)],
  'an opaque bearer token': ['authorization: Bearer opaque-token-value-1', 'opaque-token-value-1'],
  'a header as JSON': ['{"authorization":"Basic dXNlcjpwYXNzd29yZA=="}', 'dXNlcjpwYXNzd29yZA'],
  'a cookie': ['cookie: session=abcdef0123456789', 'abcdef0123456789'],
  'a query': [`GET /x?access_token=opaque-value-2&y=1`, 'opaque-value-2'],
  'an encoded query': ['next=%2Fx%3Faccess_token%3Dopaque-value-3', 'opaque-value-3'],
  'a code': ['https://host/auth/redirect?code=1.AXkA-very-long-code', '1.AXkA-very-long-code'],
  'a signed address': ['https://s.blob.core.windows.net/c/b?sv=1&sig=aB%2Fc9%3D', 'aB%2Fc9'],
  'a form': ['grant_type=x&client_secret=hush-hush-1&assertion=hush-hush-2', 'hush-hush'],
  'a refresh token': [`kept ${refresh}`, refresh.slice(5)],
  'a secret of an app': [`secret was ${clientSecret}`, clientSecret],
  'a key of a webhook': [`whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw`, 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  'an address with a password': ['connect postgres://sealwatch:p4ssw0rd-x@db:5432/s', 'p4ssw0rd-x'],
  'a link without sign-in': ['opened /shared#Zm9vYmFyYmF6cXV4MTIzNA', 'Zm9vYmFyYmF6cXV4MTIzNA'],
  'a private key': ['-----BEGIN PRIVATE KEY-----\nMIIEvgIBADANBgk\n-----END PRIVATE KEY-----', 'MIIEvgIBADANBgk'],
}

let written: string[]
const lines = () => written.flatMap((text) => text.trim().split('\n')).map((text) => JSON.parse(text))

beforeEach(() => {
  written = []
  vi.resetModules()
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** The log with this environment, as a process that starts has it. */
async function freshLog(environment: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  return (await import('./log')).log
}

describe('the log', () => {
  it('is JSON lines with a time, a level, and the id of the request that caused the line', async () => {
    const log = await freshLog({ SEALWATCH_LOG_LEVEL: 'info' })
    inScope({ requestId: 'r-1' }, () => log('warn', { event: 'history', code: 'full', lost: 3 }))
    log('debug', { event: 'unwanted' })
    expect(lines()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-.+Z$/),
        requestId: 'r-1',
        event: 'history',
        code: 'full',
        lost: 3,
      },
    ])
  })

  it.each(Object.entries(planted))('hides %s, in any field', async (_what, [text, secret]) => {
    const log = await freshLog({ SEALWATCH_LOG_LEVEL: 'debug' })
    log('error', { event: 'failure', detail: text })
    log('debug', { event: 'failure', url: `before ${text} after` })
    expect(written).toHaveLength(2)
    expect(written.join('')).not.toContain(secret)
    expect(written.join('')).toContain('[hidden]')
  })

  it('keeps what is not a secret unchanged', () => {
    for (const text of [
      'Error | at read (/app/lib/http/endpoint.ts:12:3)',
      'https://management.azure.com/subscriptions/1/resourceGroups/rg?api-version=2024-01-01',
      'code: ECONNREFUSED',
      'token-expired',
      'postgres://db:5432/sealwatch',
    ])
      expect(withoutSecrets(text)).toBe(text)
  })

  it('costs at most a few scans of its input', () => {
    for (const part of ['eyJ', 'Bearer ', 'sig=', '://a:', '0.A', '-----BEGIN PRIVATE KEY-----', 'token: ']) {
      const text = part.repeat(200_000 / part.length)
      expect(costInScans(() => withoutSecrets(text), text.length, 100)).toBeLessThanOrEqual(100)
    }
  })

  it('writes ids unchanged, or with a key as hashes that stay the same', async () => {
    const line = { event: 'request', person: 'A-1', tenant: 'a-1', subscription: 's-1', endpoint: 'fleet' }
    const log = await freshLog()
    log('info', line)
    expect(lines()[0]).toMatchObject(line)
    vi.resetModules()
    const hashing = await freshLog({ SEALWATCH_LOG_ID_KEY: 'a key of the operator' })
    hashing('info', line)
    hashing('info', line)
    const [, first, second] = lines()
    expect(first.person).toBe(hashedId('person', 'a-1', 'a key of the operator'))
    expect(first.person).toMatch(/^[0-9a-f]{16}$/)
    expect(first.tenant).not.toBe(first.person)
    expect(first.subscription).toBe(second.subscription)
    expect(first.endpoint).toBe('fleet')
    expect(hashedId('person', 'a-1', 'another key of his')).not.toBe(first.person)
  })

  it('names the location of an unexpected error and nothing of its message', async () => {
    vi.stubEnv('SEALWATCH_LOG_LEVEL', 'debug')
    const everything = Object.values(planted)
    const handler = openEndpoint('shared', () => {
      const cause = new Error(everything.map(([text]) => text).join('\n'))
      throw new Error(`could not read ${everything.map(([text]) => text).join(' ')}`, { cause })
    })
    const request = new Request(`https://host/api/v1/shared?access_token=${jwt}&sig=opaque-value-9`, {
      headers: { authorization: `Bearer ${jwt}`, cookie: `session=${refresh}` },
    })
    const response = await handler(request, { params: Promise.resolve({}) })
    const all = `${written.join('')}${await response.text()}${JSON.stringify([...response.headers])}`
    expect(response.status).toBe(500)
    expect(lines().map(({ event }) => event)).toEqual(['failure', 'request'])
    expect(new Set(lines().map(({ requestId }) => requestId))).toEqual(new Set([response.headers.get('x-request-id')]))
    for (const [, secret] of everything) expect(all).not.toContain(secret)
    expect(all).not.toContain('opaque-value-9')
  })

  it('writes what the framework prints as JSON lines', () => {
    const framework = { ...console }
    takeOverConsole(framework)
    framework.error('could not render', new Error(`with ${jwt}`))
    framework.log('ready on %s', `https://host/?token=${jwt}`)
    expect(lines().map(({ level, event }) => [level, event])).toEqual([
      ['error', 'framework'],
      ['info', 'framework'],
    ])
    expect(written.join('')).not.toContain(jwt.slice(10))
  })
})
