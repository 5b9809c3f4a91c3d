import { createHmac } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ok } from '@/lib/shared/result'
import { endpoint } from './endpoint'
import { emptyResponse } from './responses'

const tenant = '11111111-1111-4111-8111-111111111111'
const foreign = '99999999-9999-4999-8999-999999999999'
const api = '33333333-3333-4333-8333-333333333333'
const authority = 'https://login.test'
const keysAddress = `${authority}/${tenant}/discovery/v2.0/keys`
const second = Math.floor(Date.now() / 1000)
const good: JWTPayload = {
  iss: `${authority}/${tenant}/v2.0`,
  aud: api,
  tid: tenant,
  oid: '44444444-4444-4444-8444-444444444444',
  ver: '2.0',
  azp: '22222222-2222-4222-8222-222222222222',
  scp: 'access_as_user',
  exp: second + 3600,
  nbf: second - 10,
}

type Pair = Awaited<ReturnType<typeof generateKeyPair>>
let real: Pair
let own: Pair
const fetched: string[] = []
const run = vi.fn(() => Promise.resolve(ok({ response: emptyResponse('r'), streamed: false })))
const handler = endpoint({ name: 'test', parse: () => ok(null), run })

beforeAll(async () => {
  for (const [name, value] of Object.entries({
    SEALWATCH_AUTHORITY_HOST: authority,
    SEALWATCH_ARM_ENDPOINT: 'https://arm.test',
    SEALWATCH_SPA_CLIENT_ID: String(good['azp']),
    SEALWATCH_API_CLIENT_ID: api,
    SEALWATCH_API_CLIENT_SECRET: 'x',
    SEALWATCH_TENANT: tenant,
    SEALWATCH_LOG_LEVEL: 'error',
  }))
    vi.stubEnv(name, value)
  real = await generateKeyPair('RS256')
  own = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(real.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] }
  vi.stubGlobal('fetch', (url: string | URL) => {
    fetched.push(String(url))
    const metadata = { issuer: good.iss, jwks_uri: keysAddress }
    return Promise.resolve(Response.json(String(url) === keysAddress ? keys : metadata))
  })
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token of an attacker: everything is right except the key. */
function forged(header: Partial<JWTHeaderParameters> = {}, claims: JWTPayload = {}): Promise<string> {
  const critical =
    header.crit === undefined ? {} : { crit: Object.fromEntries(header.crit.map((name) => [name, true])) }
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .sign(own.privateKey, critical)
}

/** A token that the directory signed, with other claims. */
function signed(claims: Record<string, unknown>, header: Partial<JWTHeaderParameters> = {}): Promise<string> {
  return new SignJWT({ ...good, ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .sign(real.privateKey, header.crit === undefined ? {} : { crit: { exp: true } })
}

/** Signs a payload character by character, in forms that `JSON.stringify` would never produce. */
async function signedText(payload: string): Promise<string> {
  const head = `${part({ alg: 'RS256', kid: 'k1' })}.${part(payload)}`
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', real.privateKey, new TextEncoder().encode(head))
  return `${head}.${Buffer.from(signature).toString('base64url')}`
}

/** The public key as a shared secret, in each form in which a verifier may have it. */
function confused(secret: string | Uint8Array): string {
  const head = `${part({ alg: 'HS256', kid: 'k1' })}.${part(good)}`
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`
}

async function send(...authorization: readonly string[]) {
  const headers = new Headers()
  for (const value of authorization) headers.append('authorization', value)
  run.mockClear()
  const response = await handler(new Request('https://sealwatch.test/api/v1/test', { headers }), {
    params: Promise.resolve({}),
  })
  const text = await response.text()
  const answer = {
    status: response.status,
    body: text === '' ? null : { ...(JSON.parse(text) as Record<string, unknown>), requestId: 'r' },
    headers: { ...Object.fromEntries(response.headers), 'x-request-id': 'r' },
    ran: run.mock.calls.length,
  }
  return { answer, text }
}

/** The response to every forgery. Nothing in it shows which check failed. */
const refusal = {
  status: 401,
  body: {
    code: 'token-invalid',
    requestId: 'r',
    retryAfterSeconds: null,
    claims: null,
    parameter: null,
    azureCodes: [],
    azureVersions: [],
  },
  headers: {
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
    vary: 'Authorization',
    'www-authenticate': 'Bearer error="invalid_token"',
    'x-request-id': 'r',
  },
  ran: 0,
}

const evil = 'https://evil.test/keys'
const attacks: Readonly<Record<string, () => Promise<string> | string>> = {
  'no signature': () => `${part({ alg: 'none' })}.${part(good)}.`,
  'no algorithm, with a signature': () => `${part({ alg: 'none' })}.${part(good)}.x`,
  'no algorithm, in other capitals': () => `${part({ alg: 'nOnE', kid: 'k1' })}.${part(good)}.AA`,
  'an empty algorithm': () => `${part({ alg: '', kid: 'k1' })}.${part(good)}.AA`,
  'the public key as secret, PEM': async () => confused(await exportSPKI(real.publicKey)),
  'the public key as secret, modulus': async () => confused(String((await exportJWK(real.publicKey)).n)),
  'the public key as secret, JWK': async () => confused(JSON.stringify(await exportJWK(real.publicKey))),
  'an empty secret': () => confused(''),
  'a key of the attacker': () => forged(),
  'an unknown key id': () => forged({ kid: 'k2' }),
  'a key id with a path': () => forged({ kid: '../../../../dev/null' }),
  'a key id with SQL': () => forged({ kid: "k1' OR '1'='1" }),
  'a key id that is an address': () => forged({ kid: evil }),
  'a key inside the token': async () => forged({ jwk: await exportJWK(own.publicKey) }),
  'an address for keys': () => forged({ jku: evil }),
  'an address for a certificate': () => forged({ x5u: evil }),
  'a certificate inside the token': () => forged({ x5c: ['MIIB'] }),
  'an unknown extension': () => forged({ crit: ['b64'], b64: true }),
  'an unknown extension, correctly signed': () => signed({}, { crit: ['exp'], exp: 1 }),
  'a signature over another payload': async () => {
    const [head, , signature] = (await signed({})).split('.')
    return `${head}.${part({ ...good, oid: foreign })}.${signature}`
  },
  'an empty signature': async () => `${(await signed({})).split('.').slice(0, 2).join('.')}.`,
  'a signature with whitespace': async () => (await signed({})).replace(/\.(?=[^.]*$)/, '. '),
  'a tab before it': async () => `\t${await signed({})}`,
  'standard base64': async () => (await signed({})).replaceAll('-', '+').replaceAll('_', '/').replace(/$/, '='),
  'four parts': async () => `${await signed({})}.AA`,
  'an encrypted token': () => `${part({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AA.AA.AA.AA`,
  'a header that is not JSON': () => `${part('{')}.${part(good)}.AA`,
  'a payload that is not an object': () => signedText('[]'),
  'a payload that is a text': () => signedText('"x"'),
  'a truncated payload': () => signedText('{"tid":'),
  'a prototype in the payload': () => signedText(`{"__proto__":${JSON.stringify(good)}}`),
  'a claim twice, the wrong one last': () => signedText(`${JSON.stringify(good).slice(0, -1)},"aud":"${foreign}"}`),
  'a tenant twice, forged': async () => {
    const [head, , signature] = (await signed({})).split('.')
    return `${head}.${part(`{"tid":"${foreign}",${JSON.stringify(good).slice(1)}`)}.${signature}`
  },
  'another audience': () => signed({ aud: foreign }),
  'our audience among others, from another directory': () => signed({ aud: [api], iss: 'https://evil.test/v2.0' }),
  'the audience of ARM': () => signed({ aud: 'https://management.azure.com' }),
  'another issuer': () => signed({ iss: `https://evil.test/${tenant}/v2.0` }),
  'an issuer of another tenant': () => signed({ iss: `${authority}/${foreign}/v2.0` }),
  'an issuer in capitals': () => signed({ iss: `${authority}/${tenant}/v2.0`.toUpperCase() }),
  'no tenant': () => signed({ tid: undefined }),
  'a tenant with a path': () => signed({ tid: `../${foreign}` }),
  'a tenant list': () => signed({ tid: [tenant] }),
  'a start in the future': () => signed({ nbf: second + 3600 }),
  'an expiry that is a text': () => signed({ exp: String(second + 3600) }),
  'no expiry': () => signed({ exp: undefined }),
  'no user id': () => signed({ oid: undefined }),
  'a user id that is not a GUID': () => signed({ oid: `${String(good['oid'])}|x` }),
  'another client': () => signed({ azp: foreign }),
  'a huge token': () => signed({ junk: 'x'.repeat(20_000) }),
}

describe('an attack with a token', () => {
  it.each(Object.entries(attacks))('is refused like every other: %s', async (_name, attack) => {
    const { answer, text } = await send(`Bearer ${await attack()}`)
    expect(answer).toEqual(refusal)
    expect(text).not.toMatch(/eyJ|jose|stack|node_modules| at /i)
  })

  it('is refused where two tokens come, the valid one first or last', async () => {
    const [mine, theirs] = [await signed({}), await forged()]
    for (const both of [
      [`Bearer ${mine}`, `Bearer ${theirs}`],
      [`Bearer ${theirs}`, `Bearer ${mine}`],
      [`Bearer ${mine}`, `Bearer ${mine}`],
      [`Basic dXNlcjpwYXNz`, `Bearer ${mine}`],
      [`Bearer ${mine}, ${theirs}`],
      [`DPoP ${mine}`],
      [`Bearer Bearer ${mine}`],
      [mine],
    ]) {
      const { answer } = await send(...both)
      expect(answer).toEqual(refusal)
    }
  })

  it.each<readonly [string, Record<string, unknown>, number, string]>([
    ['that has expired', { exp: second - 3600, nbf: second - 7200 }, 401, 'token-expired'],
    [
      'of a tenant that is not allowed',
      { tid: foreign, iss: `${authority}/${foreign}/v2.0` },
      403,
      'tenant-not-allowed',
    ],
    ['for another tenant than its issuer’s', { tid: foreign }, 403, 'tenant-not-allowed'],
    ['of an application', { idtyp: 'app', scp: undefined, roles: ['Reader.All'] }, 403, 'app-only-token'],
    ['of an application that claims a scope', { idtyp: 'app' }, 403, 'app-only-token'],
    ['without a scope', { scp: undefined }, 403, 'app-only-token'],
    ['with another scope', { scp: 'access_as_user_2 read' }, 403, 'scope-missing'],
    ['with a scope in capitals', { scp: 'ACCESS_AS_USER' }, 403, 'scope-missing'],
  ])('gets the reason for a correctly signed token %s, in the same form', async (_name, claims, status, code) => {
    const { answer } = await send(`Bearer ${await signed(claims)}`)
    const { 'www-authenticate': challenge, ...headers } = refusal.headers
    expect(answer).toEqual({
      ...refusal,
      status,
      body: { ...refusal.body, code },
      headers: { ...headers, ...(status === 401 && { 'www-authenticate': challenge }) },
    })
  })

  it('never decides from where keys are fetched', () => {
    expect(new Set(fetched)).toEqual(
      new Set([`${authority}/${tenant}/v2.0/.well-known/openid-configuration`, keysAddress]),
    )
  })

  it('gets another response than a valid token', async () => {
    expect((await send(`Bearer ${await signed({})}`)).answer).toMatchObject({ status: 204, ran: 1 })
  })
})
