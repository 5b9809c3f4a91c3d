import { createHmac } from 'node:crypto'
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { readBearer } from './bearer'
import type { AuthorityOf } from './authority'
import { verifyToken, type VerifySettings } from './verify'

const tenant = '11111111-1111-4111-8111-111111111111'
const foreign = '99999999-9999-4999-8999-999999999999'
const settings: VerifySettings = {
  cloud: 'public',
  apiClientId: '33333333-3333-4333-8333-333333333333',
  spaClientId: '22222222-2222-4222-8222-222222222222',
  apiClients: ['55555555-5555-4555-8555-555555555555'],
  apiApplications: ['66666666-6666-4666-8666-666666666666'],
  tenantId: tenant,
  allowedTenants: [tenant],
}
const now = new Date('2026-11-24T12:00:00Z')
const second = now.getTime() / 1000

type Key = Awaited<ReturnType<typeof generateKeyPair>>
let key: Key
let other: Key
let authorityOf: AuthorityOf
const asked = vi.fn<(tenantId: string) => void>()

beforeAll(async () => {
  key = await generateKeyPair('RS256')
  other = await generateKeyPair('RS256')
  const set = createLocalJWKSet({
    keys: [{ ...(await exportJWK(key.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }],
  })
  authorityOf = (tenantId) => {
    asked(tenantId)
    return Promise.resolve({ issuer: `https://login.test/${tenantId}/v2.0`, keys: set })
  }
})

const good: JWTPayload = {
  iss: `https://login.test/${tenant}/v2.0`,
  aud: settings.apiClientId,
  tid: tenant,
  oid: '44444444-4444-4444-8444-444444444444',
  ver: '2.0',
  azp: settings.spaClientId,
  scp: 'openid access_as_user',
  exp: second + 3600,
  nbf: second - 10,
}

async function sign(
  change: Record<string, unknown>,
  header: { kid?: string } = {},
  signer: Key = key,
): Promise<string> {
  return new SignJWT({ ...good, ...change })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
    .sign(signer.privateKey)
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

async function codeOf(token: string): Promise<string> {
  const verified = await verifyToken(token, settings, authorityOf, now)
  return verified.ok ? 'in' : verified.failure.code
}

describe('verifyToken', () => {
  it('accepts a valid token and hides it from output', async () => {
    const token = await sign({})
    const verified = await verifyToken(token, settings, authorityOf, now)
    expect(verified).toMatchObject({
      ok: true,
      value: { tenantId: tenant, objectId: good['oid'], expiresAt: (second + 3600) * 1000 },
    })
    if (!verified.ok) return
    expect(JSON.stringify(verified.value)).not.toContain(token.slice(0, 20))
    expect(verified.value.accessToken.reveal()).toBe(token)
  })

  it('accepts the other applications that the operator named, and no further one', async () => {
    expect(await codeOf(await sign({ azp: settings.apiClients[0]?.toUpperCase() }))).toBe('in')
    expect(await codeOf(await sign({ azp: settings.apiClientId }))).toBe('token-invalid')
  })

  it('reads the app roles in a token, and an empty list where the claim is missing', async () => {
    const rolesOf = async (claims: JWTPayload) => {
      const verified = await verifyToken(await sign(claims), settings, authorityOf, now)
      return verified.ok ? verified.value.roles : null
    }
    expect(await rolesOf({ roles: ['Sealwatch.Admin', 'other'] })).toEqual(['Sealwatch.Admin', 'other'])
    expect(await rolesOf({})).toEqual([])
    expect(await rolesOf({ roles: 'Sealwatch.Admin' })).toBeNull()
  })

  it('refuses a token without a signature', async () => {
    const unsigned = `${part({ alg: 'none' })}.${part(good)}.`
    expect(readBearer(`Bearer ${unsigned}`)).toMatchObject({ ok: false })
    expect(await codeOf(unsigned)).toBe('token-invalid')
    expect(await codeOf(`${unsigned}x`)).toBe('token-invalid')
  })

  it('refuses a token signed with the public key as a shared secret', async () => {
    const head = `${part({ alg: 'HS256', kid: 'k1' })}.${part(good)}`
    const mac = createHmac('sha256', await exportSPKI(key.publicKey))
      .update(head)
      .digest('base64url')
    expect(await codeOf(`${head}.${mac}`)).toBe('token-invalid')
  })

  it('refuses an RSA algorithm other than the one Entra uses', async () => {
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'PS256', kid: 'k1' })
      .sign((await generateKeyPair('PS256')).privateKey)
    expect(await codeOf(token)).toBe('token-invalid')
  })

  it('refuses an unknown key, a forged signature and a changed payload', async () => {
    expect(await codeOf(await sign({}, { kid: 'k2' }))).toBe('token-invalid')
    expect(await codeOf(await sign({}, {}, other))).toBe('token-invalid')
    const [head, , signature] = (await sign({})).split('.')
    expect(await codeOf(`${head}.${part({ ...good, oid: tenant })}.${signature}`)).toBe('token-invalid')
  })

  it('ignores keys inside the token', async () => {
    const jwk = await exportJWK(other.publicKey)
    const token = await new SignJWT(good)
      .setProtectedHeader({ alg: 'RS256', kid: 'k2', jwk, jku: 'https://evil.test/keys', x5u: 'https://evil.test/x' })
      .sign(other.privateKey)
    expect(await codeOf(token)).toBe('token-invalid')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['issuer of another tenant', { iss: `https://login.test/${foreign}/v2.0` }, 'token-invalid'],
    ['issuer of version 1', { iss: `https://sts.windows.net/${tenant}/` }, 'token-invalid'],
    ['issuer with a suffix', { iss: `https://login.test/${tenant}/v2.0/` }, 'token-invalid'],
    ['audience by URI', { aud: `api://${settings.apiClientId}` }, 'token-invalid'],
    ['audience ARM', { aud: 'https://management.azure.com' }, 'token-invalid'],
    ['version 1', { ver: '1.0' }, 'token-invalid'],
    ['no version', { ver: undefined }, 'token-invalid'],
    ['another client', { azp: foreign }, 'token-invalid'],
    ['no client', { azp: undefined }, 'token-invalid'],
    ['no user id', { oid: undefined }, 'token-invalid'],
    ['no expiry', { exp: undefined }, 'token-invalid'],
    ['expired', { exp: second - 61 }, 'token-expired'],
    ['start in the future', { nbf: second + 61 }, 'token-invalid'],
    ['application without a user', { scp: undefined, roles: ['Reader'] }, 'app-only-token'],
    ['application by type', { idtyp: 'app' }, 'app-only-token'],
    ['another scope', { scp: 'openid access_as_user2' }, 'scope-missing'],
    ['foreign tenant', { tid: foreign, iss: `https://login.test/${foreign}/v2.0` }, 'tenant-not-allowed'],
  ])('refuses: %s', async (_name, change, code) => {
    expect(await codeOf(await sign(change))).toBe(code)
  })

  const application = '66666666-6666-4666-8666-666666666666'
  const own = { azp: application, idtyp: 'app', scp: undefined, name: 'x', roles: ['Sealwatch.Admin'] }

  it('accepts an application that the operator lists, as itself, and with none of its roles', async () => {
    const verified = await verifyToken(
      await sign({ ...own, azp: application.toUpperCase() }),
      settings,
      authorityOf,
      now,
    )
    const isApplication = true
    expect(verified).toMatchObject({ ok: true, value: { tenantId: tenant, objectId: application, isApplication } })
    expect(verified).toMatchObject({ ok: true, value: { name: null, roles: [] } })
    const user = await verifyToken(await sign({}), settings, authorityOf, now)
    expect(user.ok && 'isApplication' in user.value).toBe(false)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['an application that is not listed', { ...own, azp: foreign }, 'app-only-token'],
    ['the page itself as an application', { ...own, azp: settings.spaClientId }, 'app-only-token'],
    ['a user’s token for the application', { azp: application }, 'token-invalid'],
    ['a user’s token that claims to be an application', { azp: application, idtyp: 'app' }, 'token-invalid'],
    ['a listed application without `idtyp`', { ...own, idtyp: undefined }, 'token-invalid'],
    ['a listed application as a user', { ...own, idtyp: 'user' }, 'token-invalid'],
    ['a version 1 application', { ...own, azp: undefined, appid: application }, 'token-invalid'],
    ['a version 1 id beside another', { ...own, azp: foreign, appid: application }, 'app-only-token'],
    ['an application for another audience', { ...own, aud: 'https://management.azure.com' }, 'token-invalid'],
  ])('refuses: %s', async (_name, change, code) => {
    expect(await codeOf(await sign(change))).toBe(code)
  })

  it('refuses a listed application of another tenant, also where any tenant is allowed', async () => {
    const token = await sign({ ...own, tid: foreign, iss: `https://login.test/${foreign}/v2.0` })
    const open: VerifySettings = { ...settings, allowedTenants: '*' }
    const failure = { code: 'tenant-not-allowed' }
    for (const each of [settings, open])
      expect(await verifyToken(token, each, authorityOf, now)).toEqual({ ok: false, failure })
  })

  it('tolerates a clock difference of a minute', async () => {
    expect(await codeOf(await sign({ exp: second - 59, nbf: second + 59 }))).toBe('in')
  })

  it('sends nothing to the authority before the tenant is allowed, however the tenant is spelled', async () => {
    asked.mockClear()
    for (const tid of [foreign, '../evil', 'common', `${tenant}@evil.test`, '', 7, undefined]) {
      expect(await codeOf(await sign({ tid }))).toMatch(/^(tenant-not-allowed|token-invalid)$/)
    }
    expect(asked).not.toHaveBeenCalled()
  })

  it('requires a tenant id even where any tenant is allowed', async () => {
    const open: VerifySettings = { ...settings, allowedTenants: '*' }
    const token = await sign({ tid: foreign, iss: `https://login.test/${foreign}/v2.0` })
    expect((await verifyToken(token, open, authorityOf, now)).ok).toBe(true)
    expect((await verifyToken(await sign({ tid: 'organizations' }), open, authorityOf, now)).ok).toBe(false)
  })

  it('reports Entra as unavailable where its metadata or its keys cannot be read', async () => {
    const failed = () => Promise.reject(new TypeError('fetch failed'))
    const withoutKeys: AuthorityOf = () => Promise.resolve({ issuer: String(good.iss), keys: failed })
    const failure = { code: 'entra-down' }
    for (const down of [withoutKeys, failed])
      expect(await verifyToken(await sign({}), settings, down, now)).toEqual({ ok: false, failure })
  })
})

describe('readBearer', () => {
  it('accepts one spelling of a token, so that an ended token cannot return under another', () => {
    const spellings = ['Yw', 'Yx', 'Yy', 'Yz', 'Yw=', 'Y'].map((signature) => readBearer(`Bearer YQ.Yg.${signature}`))
    expect(spellings.map(({ ok }) => ok)).toEqual([true, false, false, false, false, false])
  })

  it.each<[string | null, string]>([
    [null, 'sign-in-required'],
    ['', 'sign-in-required'],
    ['Basic dXNlcjpwYXNz', 'token-invalid'],
    ['Bearer', 'token-invalid'],
    ['Bearer a.b', 'token-invalid'],
    ['Bearer a.b.c, Bearer d.e.f', 'token-invalid'],
    ['Bearer a.b.c d', 'token-invalid'],
    [`Bearer ${'a'.repeat(16_384)}.b.c`, 'token-invalid'],
  ])('refuses %j', (header, code) => {
    expect(readBearer(header)).toEqual({ ok: false, failure: { code } })
  })

  it('accepts the scheme in any case', () => {
    expect(readBearer('bearer YQ.Yg.Yw')).toEqual({ ok: true, value: 'YQ.Yg.Yw' })
  })
})
