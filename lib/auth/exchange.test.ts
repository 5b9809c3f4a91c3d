import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeProtectedHeader } from 'jose'
import { generate } from 'selfsigned'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AccessToken } from './access-token'
import type { Caller } from './caller'
import { exchange, type ExchangeSettings } from './exchange'

const tenant = '11111111-1111-4111-8111-111111111111'
const caller: Caller = {
  cloud: 'public',
  tenantId: tenant,
  objectId: '44444444-4444-4444-8444-444444444444',
  roles: [],
  accessToken: new AccessToken('a.b.c'),
  expiresAt: Date.now() + 3_600_000,
}
const settings: ExchangeSettings = {
  authorityHost: 'https://login.test:8443',
  apiClientId: '33333333-3333-4333-8333-333333333333',
  armScope: 'https://management.azure.com/.default',
  credential: { kind: 'secret', secret: 's3cret' },
}

interface Sent {
  readonly url: string
  readonly form: URLSearchParams
  readonly init: RequestInit
}
const sent: Sent[] = []

function answerWith(status: number, body: unknown): void {
  sent.length = 0
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, form: new URLSearchParams(typeof init.body === 'string' ? init.body : ''), init })
    if (body instanceof Error) return Promise.reject(body)
    return Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))
  })
}

async function failureOf(change: Partial<ExchangeSettings> = {}): Promise<unknown> {
  const result = await exchange(caller, { ...settings, ...change })
  return result.ok ? 'token' : result.failure
}

afterEach(() => vi.unstubAllGlobals())

describe('exchange', () => {
  it('requests a token from the tenant’s own token endpoint, once, as the user', async () => {
    answerWith(200, { token_type: 'Bearer', access_token: 'arm-token', expires_in: 3600, scope: settings.armScope })
    const result = await exchange(caller, settings)
    expect(result).toMatchObject({ ok: true, value: { token: 'arm-token' } })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.url).toMatch(`https://login.test:8443/${tenant}/oauth2/v2.0/token`)
    expect(sent[0]?.init.redirect).toBe('error')
    expect(Object.fromEntries(sent[0]?.form ?? [])).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      requested_token_use: 'on_behalf_of',
      assertion: 'a.b.c',
      client_secret: 's3cret',
    })
    expect(sent[0]?.form.get('scope')).toContain(settings.armScope)
    expect(sent[0]?.form.get('claims')).toContain('cp1'.toUpperCase())
  })

  it.each<[string, Record<string, unknown>, unknown]>([
    [
      'Entra requires more of the user',
      { error: 'interaction_required', error_description: 'AADSTS50076', claims: '{"access_token":{}}' },
      { code: 'claims-challenge', claims: Buffer.from('{"access_token":{}}').toString('base64') },
    ],
    [
      'consent is missing',
      { error: 'invalid_grant', suberror: 'consent_required', error_description: 'AADSTS65001' },
      { code: 'consent-required', claims: null },
    ],
    [
      'the assertion has expired',
      { error: 'invalid_grant', error_description: 'AADSTS500133' },
      { code: 'token-expired', claims: null },
    ],
    [
      'the secret is invalid',
      { error: 'invalid_client', error_description: 'AADSTS7000215' },
      { code: 'configuration-invalid', claims: null },
    ],
  ])('distinguishes: %s', async (_name, body, expected) => {
    answerWith(400, body)
    expect(await failureOf()).toEqual(expected)
  })

  it.each<[string, number, unknown]>([
    ['no connection', 0, new TypeError('fetch failed')],
    ['an HTML page', 503, '<html>'],
    ['a temporary error of the directory', 500, { error: 'temporarily_unavailable' }],
    ['an answer without a token', 200, { token_type: 'Bearer', expires_in: 3600 }],
    ['an answer over the size limit', 200, 'x'.repeat(2_000_000)],
  ])('reports Entra as unavailable on %s', async (_name, status, body) => {
    answerWith(status, body)
    expect(await failureOf()).toEqual({ code: 'entra-down', claims: null })
  })

  it('proves its identity by certificate and by a federated token that is read again each time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-auth-'))
    const pair = await generate([{ name: 'commonName', value: 'sealwatch' }], { algorithm: 'sha256' })
    const path = join(folder, 'both.pem')
    writeFileSync(path, `${pair.private}\n${pair.cert}`)
    answerWith(200, { token_type: 'Bearer', access_token: 'arm-token', expires_in: 3600 })
    expect(await failureOf({ credential: { kind: 'certificate', path } })).toBe('token')
    const assertion = sent[0]?.form.get('client_assertion') ?? ''
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'PS256' })

    const file = join(folder, 'token')
    for (const text of ['first.token.x', 'second.token.x']) {
      writeFileSync(file, `${text}\n`)
      await exchange(caller, { ...settings, credential: { kind: 'federated-token', path: file } })
      expect(sent.at(-1)?.form.get('client_assertion')).toBe(text)
    }
    rmSync(folder, { recursive: true })
    expect(await failureOf({ credential: { kind: 'certificate', path } })).toEqual({
      code: 'configuration-invalid',
      claims: null,
    })
  })
})
