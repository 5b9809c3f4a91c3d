import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cloudHosts } from '@/lib/config/clouds'
import { readMetadata, remoteAuthorities, UntrustedMetadata, type AuthorityOf } from './authority'
import { verifyToken, type VerifySettings } from './verify'

const tenant = '11111111-1111-4111-8111-111111111111'
const { authorityHost } = cloudHosts.china
const configuration = `${authorityHost}/${tenant}/v2.0/.well-known/openid-configuration`
const keysAddress = `${authorityHost}/${tenant}/discovery/v2.0/keys`
const issuer = `${authorityHost}/${tenant}/v2.0`
const good = { issuer, jwks_uri: keysAddress }
const settings: VerifySettings = {
  cloud: 'china',
  apiClientId: '33333333-3333-4333-8333-333333333333',
  spaClientId: '22222222-2222-4222-8222-222222222222',
  apiClients: [],
  apiApplications: [],
  tenantId: '',
  allowedTenants: [tenant],
}

let key: Awaited<ReturnType<typeof generateKeyPair>>
let keys: unknown
/** The response of each address, and every address that was requested. */
const answers = new Map<string, () => Response | Promise<Response>>()
let asked: string[]

beforeAll(async () => {
  key = await generateKeyPair('RS256')
  keys = { keys: [{ ...(await exportJWK(key.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] }
})
beforeEach(() => {
  asked = []
  answers.clear()
  answers.set(configuration, () => Response.json(good))
  answers.set(keysAddress, () => Response.json(keys))
  vi.stubGlobal('fetch', (input: RequestInfo | URL) => {
    const url = input instanceof Request ? input.url : String(input)
    asked.push(url)
    return Promise.resolve(answers.get(url)?.() ?? Promise.reject(new TypeError('fetch failed')))
  })
})
afterEach(() => vi.unstubAllGlobals())

const token = (iss: string): Promise<string> =>
  new SignJWT({
    iss,
    aud: settings.apiClientId,
    tid: tenant,
    oid: '44444444-4444-4444-8444-444444444444',
    ver: '2.0',
    azp: settings.spaClientId,
    scp: 'access_as_user',
    exp: Math.floor(Date.now() / 1000) + 3600,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .sign(key.privateKey)

async function codeOf(iss: string, authorities: AuthorityOf = remoteAuthorities(authorityHost)): Promise<string> {
  const verified = await verifyToken(await token(iss), settings, authorities)
  return verified.ok ? 'in' : verified.failure.code
}

describe('the issuer of tokens', () => {
  it('is the one in the authority’s metadata: China under its present name, and the older one only where the metadata names it', async () => {
    const older = `https://login.chinacloudapi.cn/${tenant}/v2.0`
    expect([await codeOf(issuer), await codeOf(older)]).toEqual(['in', 'token-invalid'])
    answers.set(configuration, () => Response.json({ ...good, issuer: older }))
    expect([await codeOf(issuer), await codeOf(older)]).toEqual(['token-invalid', 'in'])
  })

  it('follows a rename within the cloud, and so do the keys', async () => {
    const renamed = 'https://login.next.microsoftonline.cn'
    const jwks_uri = `${renamed}/${tenant}/discovery/v2.0/keys`
    answers.set(configuration, () => Response.json({ issuer: `${renamed}/{tenantid}/v2.0`, jwks_uri }))
    answers.set(jwks_uri, () => Response.json(keys))
    expect(await codeOf(`${renamed}/${tenant}/v2.0`)).toBe('in')
    expect(asked).toEqual([configuration, jwks_uri])
  })

  it.each<[string, unknown]>([
    ['a foreign issuer', { ...good, issuer: `https://login.evil.test/${tenant}/v2.0` }],
    ['an issuer of another cloud', { ...good, issuer: `https://login.microsoftonline.com/${tenant}/v2.0` }],
    ['an issuer of another tenant', { ...good, issuer: `${authorityHost}/99999999-9999-4999-8999-999999999999/v2.0` }],
    ['foreign keys', { ...good, jwks_uri: `https://login.evil.test/${tenant}/discovery/v2.0/keys` }],
    ['keys of another cloud', { ...good, jwks_uri: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys` }],
    ['keys by http', { ...good, jwks_uri: keysAddress.replace('https:', 'http:') }],
    ['keys on this machine', { ...good, jwks_uri: 'https://127.0.0.1/keys' }],
    ['keys with a user name in the address', { ...good, jwks_uri: keysAddress.replace('https://', 'https://a:b@') }],
    ['no issuer', { jwks_uri: keysAddress }],
    ['issuers', { ...good, issuer: [issuer] }],
    ['a list', [good]],
  ])('is not taken from metadata with %s, and no key is requested', async (_name, metadata) => {
    answers.set(configuration, () => Response.json(metadata))
    expect(await codeOf(issuer)).toBe('entra-down')
    expect(await codeOf(`https://login.evil.test/${tenant}/v2.0`)).toBe('entra-down')
    expect(asked).toEqual([configuration, configuration])
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['is down', () => Promise.reject(new TypeError('fetch failed'))],
    ['runs into the time limit', () => Promise.reject(new DOMException('time out', 'TimeoutError'))],
    ['answers 500', () => Response.json(good, { status: 500 })],
    ['reports an unknown tenant', () => Response.json({ error: 'invalid_tenant' }, { status: 400 })],
    ['answers with a page', () => new Response('<html>')],
    ['answers with more than a mebibyte', () => new Response(JSON.stringify({ ...good, more: 'x'.repeat(1_100_000) }))],
  ])('is unknown where the authority %s; the next request fetches it again', async (_name, answer) => {
    const authorities = remoteAuthorities(authorityHost)
    answers.set(configuration, answer)
    expect(await codeOf(issuer, authorities)).toBe('entra-down')
    answers.set(configuration, () => Response.json(good))
    expect(await codeOf(issuer, authorities)).toBe('in')
  })

  it('is fetched once for concurrent requests, and again after an hour', async () => {
    let now = 0
    const authorities = remoteAuthorities(authorityHost, () => now)
    expect(await Promise.all([1, 2, 3].map(() => codeOf(issuer, authorities)))).toEqual(['in', 'in', 'in'])
    now = 3_599_999
    expect(await codeOf(issuer, authorities)).toBe('in')
    expect(asked.filter((url) => url === configuration)).toHaveLength(1)
    now = 3_600_000
    expect(await codeOf(issuer, authorities)).toBe('in')
    expect(asked.filter((url) => url === configuration)).toHaveLength(2)
  })

  it('of a tenant whose users signed in is displaced by no tenant that callers only name', async () => {
    const authorities = remoteAuthorities(authorityHost)
    expect(await codeOf(issuer, authorities)).toBe('in')
    authorities.confirm(tenant)
    for (let named = 0; named < 600; named += 1) {
      const other = `99999999-9999-4999-8999-${String(named).padStart(12, '0')}`
      const its = { issuer: `${authorityHost}/${other}/v2.0`, jwks_uri: keysAddress.replace(tenant, other) }
      answers.set(configuration.replace(tenant, other), () => Response.json(its))
      await authorities(other)
    }
    expect(await codeOf(issuer, authorities)).toBe('in')
    expect(asked.filter((url) => url === configuration)).toHaveLength(1)
  })

  it('is not fetched for a caller who may not make the server fetch it', async () => {
    const authorities = remoteAuthorities(authorityHost)
    const present = Object.assign(authorities.present, { present: authorities.present })
    expect(await codeOf(issuer, present)).toBe('token-invalid')
    expect(asked).toEqual([])
    expect(await codeOf(issuer, authorities)).toBe('in')
    expect(await codeOf(issuer, present)).toBe('in')
  })

  it('of a private directory must be on that directory’s origin', async () => {
    const own = 'https://localhost:4011'
    const at = `${own}/${tenant}/v2.0/.well-known/openid-configuration`
    answers.set(at, () => Response.json({ issuer: `${own}/${tenant}/v2.0`, jwks_uri: `${own}/keys` }))
    expect(await readMetadata(own, tenant)).toEqual({ issuer: `${own}/${tenant}/v2.0`, keysAddress: `${own}/keys` })
    answers.set(at, () => Response.json(good))
    await expect(readMetadata(own, tenant)).rejects.toThrow(UntrustedMetadata)
  })
})
