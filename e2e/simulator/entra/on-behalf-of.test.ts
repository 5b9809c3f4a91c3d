import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { decodeJwt, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { productApi, productSpa } from '../names'
import { challengeClaims } from './claims-request'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import type { Answer } from '../server/testing/send'
import { apiScope, exchange, visitor } from '../server/testing/visitor'

let simulator: TestSimulator
let tenant: TenantClient
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
})
afterAll(() => simulator.stop())

const chiara = 'Chiara Rossi'
const subscriptions = '/subscriptions?api-version=2022-12-01'

describe('the exchange on behalf of a user', () => {
  it('exchanges the token of a page for one for ARM that names the API as its client', async () => {
    const assertion = await tenant.token({ person: chiara })
    const answer = await exchange(simulator, tenant.tenantId, assertion)
    expect(answer.status).toBe(200)
    const claims = decodeJwt(answer.json.access_token)
    expect(claims).toMatchObject({
      aud: simulator.origins.server,
      appid: productApi.clientId,
      oid: decodeJwt(assertion)['oid'],
      tid: tenant.tenantId,
      scp: 'user_impersonation',
      ver: '1.0',
    })
    expect((await simulator.arm(subscriptions, answer.json.access_token)).status).toBe(200)
  })

  it.each([
    ['another audience', { audience: 'arm' }, 500131],
    ['an audience of nobody', { audience: randomUUID() }, 500131],
    ['an expired token', { expiresIn: -60 }, 500133],
    ['a token without our scope', { overrides: { scp: 'other' } }, 65001],
    ['an application token', { overrides: { scp: null, idtyp: 'app' } }, 65001],
    ['an issuer of another tenant', { overrides: { iss: 'https://localhost/other/v2.0' } }, 50013],
    ['a changed token', { flaw: 'tampered' }, 50013],
    ['an unsigned token', { flaw: 'alg-none' }, 50013],
    ['a token of another key', { flaw: 'wrong-key' }, 50013],
    ['a token signed with the public key as a secret', { flaw: 'symmetric' }, 50013],
  ] as const)('refuses %s', async (_name, order, code) => {
    const answer = await exchange(simulator, tenant.tenantId, await tenant.token({ person: chiara, ...order }))
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: 'invalid_grant', error_codes: [code] })
  })

  it('refuses a token of another tenant', async () => {
    const other = await simulator.control.createTenant({ scenario: 'empty' })
    const answer = await exchange(simulator, tenant.tenantId, await other.token({ person: chiara }))
    expect(answer.json).toMatchObject({ error: 'invalid_grant', error_codes: [50013] })
  })

  it('requires the correct secret and a confidential client', async () => {
    const assertion = await tenant.token({ person: chiara })
    const wrong = await exchange(simulator, tenant.tenantId, assertion, { client_secret: 'wrong' })
    expect(wrong.status).toBe(401)
    expect(wrong.json).toMatchObject({ error: 'invalid_client', error_codes: [7000215] })
    const page = await exchange(simulator, tenant.tenantId, assertion, { client_id: productSpa.clientId })
    expect(page.json.error).toBe('unauthorized_client')
    const common = await exchange(simulator, 'common', assertion)
    expect(common.status).toBe(400)
  })

  it('accepts a client assertion signed with a registered key instead of the secret, only for the right audience', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    await simulator.control.registerClientKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())
    const assertion = await tenant.token({ person: chiara })
    const signed = (audience: string): Promise<string> =>
      new SignJWT({ iss: productApi.clientId, sub: productApi.clientId, aud: audience, jti: randomUUID() })
        .setProtectedHeader({ alg: 'PS256' })
        .setExpirationTime('5m')
        .sign(privateKey)
    const by = async (audience: string): Promise<Answer> => {
      const form = {
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        requested_token_use: 'on_behalf_of',
        client_id: productApi.clientId,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await signed(audience),
        scope: `${simulator.origins.server}/.default`,
        assertion,
      }
      return simulator.server(`/${tenant.tenantId}/oauth2/v2.0/token`, { form })
    }
    const endpoint = `${simulator.origins.server}/${tenant.tenantId}/oauth2/v2.0/token`
    expect((await by(endpoint)).status).toBe(200)
    expect((await by('https://elsewhere.example/token')).json.error_codes).toEqual([700027])
  })
})

describe('the claims challenge of Emi Sato', () => {
  it('requires claims until she signs in with them', async () => {
    const emi = visitor(simulator)
    const weak = await emi.tokens({ tenant: tenant.tenantId, person: 'Emi Sato' })
    const refused = await exchange(simulator, tenant.tenantId, weak.access_token)
    expect(refused.json).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      claims: challengeClaims,
    })
    const strong = await emi.tokens({
      tenant: tenant.tenantId,
      person: 'Emi Sato',
      params: { claims: refused.json.claims },
    })
    const granted = await exchange(simulator, tenant.tenantId, strong.access_token)
    expect(decodeJwt(granted.json.access_token)['acrs']).toEqual(['c1'])
  })

  it('passes on claims that ARM requires from the API', async () => {
    const refused = await exchange(simulator, tenant.tenantId, await tenant.token({ person: chiara }), {
      claims: challengeClaims,
    })
    expect(refused.json).toMatchObject({ error: 'interaction_required', claims: challengeClaims })
  })
})

describe('the consent of Farah Haddad', () => {
  const farah = 'Farah Haddad'

  it('is requested at her first sign-in, and can be declined', async () => {
    const guest = visitor(simulator)
    const page = await guest.press({ tenant: tenant.tenantId }, await guest.open({ tenant: tenant.tenantId }), farah)
    expect(page.text).toContain('Permissions requested')
    expect(page.text).not.toContain('Azure Service Management')
    const declined = await guest.signIn({ tenant: tenant.tenantId, person: farah, decision: 'decline' })
    expect(declined.get('error')).toBe('access_denied')
    expect((await guest.signIn({ tenant: tenant.tenantId, params: { prompt: 'none' } })).get('error')).toBe(
      'consent_required',
    )
  })

  it('covers ARM only if requested together, by .default', async () => {
    const guest = visitor(simulator)
    const first = await guest.tokens({ tenant: tenant.tenantId, person: farah })
    const refused = await exchange(simulator, tenant.tenantId, first.access_token)
    expect(refused.json).toMatchObject({ error: 'invalid_grant', error_codes: [65001], suberror: 'consent_required' })
    expect(refused.json.claims).toBeUndefined()
    const combined = {
      tenant: tenant.tenantId,
      person: farah,
      params: { prompt: 'consent' },
      scope: `openid ${productApi.identifierUri}/.default`,
    }
    expect((await guest.open(combined)).text).toContain('Azure Service Management')
    const second = await guest.tokens(combined)
    expect(second.scope).toContain(apiScope)
    expect((await exchange(simulator, tenant.tenantId, second.access_token)).status).toBe(200)
    await tenant.settings({ withdrawConsentOf: String(decodeJwt(second.access_token)['oid']) })
    expect((await exchange(simulator, tenant.tenantId, second.access_token)).json.error_codes).toEqual([65001])
  })
})

describe('a service principal', () => {
  const form = (secret: string): Record<string, string> => ({
    grant_type: 'client_credentials',
    client_id: tenantPrincipal.applicationId,
    client_secret: secret,
    scope: `${simulator.origins.server}/.default`,
  })
  let tenantPrincipal: { applicationId: string; secret: string; objectId: string }
  beforeAll(async () => {
    tenantPrincipal = (await tenant.summary()).servicePrincipals[0]!
  })

  it('gets a token for ARM with its secret', async () => {
    const path = `/${tenant.tenantId}/oauth2/v2.0/token`
    const { json } = await simulator.server(path, { form: form(tenantPrincipal.secret) })
    expect(decodeJwt(json.access_token)).toMatchObject({
      idtyp: 'app',
      oid: tenantPrincipal.objectId,
      appid: tenantPrincipal.applicationId,
    })
    expect((await simulator.arm(subscriptions, json.access_token)).json.value.length).toBeGreaterThan(0)
    expect((await simulator.server(path, { form: form('wrong') })).json.error_codes).toEqual([7000215])
  })
})
