import assert from 'node:assert/strict'
import { createSign, generateKeyPairSync } from 'node:crypto'
import { createLocalJWKSet } from 'jose'
import { maxTokenLength, readBearer } from '@/lib/auth/bearer'
import { checkClaims } from '@/lib/auth/claims'
import { verifyToken, type VerifySettings } from '@/lib/auth/verify'
import { fieldOf, numberOf, objectOf, textOf } from '@/lib/wire/read'
import { parsed, type Target } from '../target'

const tenant = '11111111-1111-4111-8111-111111111111'
const api = '33333333-3333-4333-8333-333333333333'
const page = '22222222-2222-4222-8222-222222222222'
const settings: VerifySettings = {
  cloud: 'public',
  apiClientId: api,
  spaClientId: page,
  apiClients: [],
  apiApplications: [],
  tenantId: tenant,
  allowedTenants: [tenant],
}
const now = new Date('2026-11-24T12:00:00Z')
const second = now.getTime() / 1000
const codes = [
  'token-invalid',
  'token-expired',
  'tenant-not-allowed',
  'app-only-token',
  'scope-missing',
  'sign-in-required',
]

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
const set = createLocalJWKSet({ keys: [{ kty: 'RSA', n, e, kid: 'k1', alg: 'RS256', use: 'sig' }] })

const header = { alg: 'RS256', kid: 'k1', typ: 'JWT' }
const claims = {
  iss: `https://login.test/${tenant}/v2.0`,
  aud: api,
  tid: tenant,
  oid: '44444444-4444-4444-8444-444444444444',
  ver: '2.0',
  azp: page,
  scp: 'openid access_as_user',
  exp: second + 3600,
  nbf: second - 10,
}
const part = (value: unknown): string => Buffer.from(JSON.stringify(value ?? null)).toString('base64url')
const unsigned = (head: unknown, payload: unknown): string => `${part(head)}.${part(payload)}.${part('signature')}`

async function outcome(token: string): Promise<string> {
  const verified = await verifyToken(
    token,
    settings,
    (asked) => {
      assert.equal(asked, tenant, 'keys are requested only for an allowed tenant')
      return Promise.resolve({ issuer: claims.iss, keys: set })
    },
    now,
  )
  if (verified.ok) return 'in'
  assert.ok(codes.includes(verified.failure.code), `a named refusal, not ${verified.failure.code}`)
  return verified.failure.code
}

const isIn = (time: unknown, from: number, to: number): boolean =>
  time === undefined || (typeof time === 'number' && time >= from && time <= to)

/** A second implementation without product code: which tokens may be accepted. */
function mayComeIn(payload: unknown): boolean {
  const own = objectOf(payload)
  const text = (name: string) => textOf(fieldOf(own, name)) ?? ''
  const audience = fieldOf(own, 'aud')
  const audiences: readonly unknown[] = Array.isArray(audience) ? audience : [audience]
  const named: Readonly<Record<string, string>> = { tid: tenant, azp: page }
  return (
    Object.entries(named).every(([name, id]) => text(name).toLowerCase() === id) &&
    [text('iss'), text('ver')].join() === `${claims.iss},2.0` &&
    audiences.includes(api) &&
    text('idtyp') !== 'app' &&
    /^[0-9a-f-]{36}$/i.test(text('oid')) &&
    text('scp').split(' ').includes('access_as_user') &&
    numberOf(fieldOf(own, 'exp')) !== undefined &&
    isIn(fieldOf(own, 'exp'), second - 61, Number.POSITIVE_INFINITY) &&
    isIn(fieldOf(own, 'nbf'), Number.NEGATIVE_INFINITY, second + 61)
  )
}

async function checkSigned(head: unknown, payload: unknown): Promise<void> {
  const signing = `${part(head)}.${part(payload)}`
  const token = `${signing}.${createSign('sha256').update(signing).sign(privateKey).toString('base64url')}`
  const sees = (await outcome(token)) === 'in'
  if (sees) assert.ok(mayComeIn(payload), 'a forbidden token was accepted')
  if (sees) assert.equal(textOf(fieldOf(objectOf(head), 'alg')), 'RS256', 'one algorithm')
}

/** Access tokens: the header, the claims that are read before the signature is checked, and the claims after a valid signature. */
export const target: Target = {
  bodies: () => [
    { header, claims },
    { header: { alg: 'none' }, claims },
    { header, claims: { ...claims, idtyp: 'app', roles: ['Sealwatch.Admin'], scp: undefined } },
    { header: { ...header, jwk: publicKey.export({ format: 'jwk' }), crit: ['x'], b64: false }, claims },
    { header, claims: { ...claims, aud: [api, 'x'], roles: ['a', 'b'] } },
  ],
  texts: [
    `Bearer ${unsigned(header, claims)}`,
    'Bearer a.b.c',
    'Bearer ..',
    'Basic eA==',
    `bearer  ${unsigned({}, {})} `,
  ],
  words: [
    'none',
    'HS256',
    'RS512',
    'PS256',
    'RS256',
    'k1',
    'b64',
    'crit',
    'app',
    'access_as_user',
    'common',
    api,
    page,
    tenant,
  ],
  async check(text) {
    const bearer = readBearer(text)
    if (bearer.ok) {
      assert.ok(bearer.value.length <= maxTokenLength && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(bearer.value))
      assert.notEqual(await outcome(bearer.value), 'in', 'a self-made signature is refused')
    } else assert.ok(codes.includes(bearer.failure.code))
    const made = objectOf(parsed(text))
    if (made === undefined) return
    const payload = fieldOf(made, 'claims')
    assert.notEqual(await outcome(unsigned(fieldOf(made, 'header'), payload)), 'in', 'a missing signature is refused')
    if (checkClaims(payload, [page]).ok || text.length % 8 === 0) await checkSigned(fieldOf(made, 'header'), payload)
  },
}
