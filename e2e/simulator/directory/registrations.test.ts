import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { productApi, productSpa } from '../names'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import { apiScope, exchange, redirectUri, visitor } from '../server/testing/visitor'
import { graphOrigin } from '../entra/scopes'
import { registrationOf, type Directory, type Registration } from './model'

let simulator: TestSimulator
let tenant: TenantClient
let directory: Directory
beforeAll(async () => {
  simulator = await startTestSimulator()
})
afterAll(() => simulator.stop())
beforeEach(async () => {
  tenant = await simulator.control.createTenant({ scenario: 'empty' })
  directory = simulator.simulator.tenants.get(tenant.tenantId)!.directory
})

const own = (clientId: string): Registration => registrationOf(directory, clientId)!
function change(clientId: string, parts: Partial<Registration>): void {
  const before = own(clientId)
  directory.registrations.set(before.id, { ...before, ...parts })
}

/** Advances the clock until replicas show new and changed objects. */
const later = () => tenant.clock({ step: 2000 })

async function graph(method: string, path: string, body?: unknown, who?: string) {
  const person = who ?? (await tenant.summary()).servicePrincipals[0]!.applicationId
  const token = await tenant.token({ person, audience: 'graph' })
  const answer = await simulator.server(`/v1.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: answer.text === '' ? null : (JSON.parse(answer.text) as Record<string, never>) }
}

describe('a wrong registration', () => {
  it('makes the sign-in fail as in Entra: redirect URI, client, resource, scope', async () => {
    const guest = visitor(simulator)
    const asked = async (params: Record<string, string>) => guest.open({ tenant: tenant.tenantId, params })
    change(productSpa.clientId, { spa: { redirectUris: ['https://dashboard.example.com/auth/redirect'] } })
    expect((await asked({})).text).toContain('AADSTS50011')
    expect((await asked({ redirect_uri: 'https://dashboard.example.com/auth/redirect' })).text).toContain('Sign in to')
    expect((await asked({ client_id: '00000000-0000-4000-8000-000000000001' })).text).toContain('AADSTS700016')
    change(productSpa.clientId, { spa: { redirectUris: [redirectUri] } })
    const gone = await asked({ scope: 'openid api://00000000-0000-4000-8000-000000000001/access_as_user' })
    expect(gone.headers.location).toContain('AADSTS500011')
    expect((await asked({ scope: `openid ${productApi.identifierUri}/other` })).headers.location).toContain(
      'AADSTS650053',
    )
  })

  it('redeems no code for a page whose redirect URI is registered for a web server', async () => {
    change(productSpa.clientId, { spa: { redirectUris: [] }, web: { redirectUris: [redirectUri] } })
    const guest = visitor(simulator)
    const code = (await guest.signIn({ tenant: tenant.tenantId })).get('code')!
    expect((await guest.redeem(tenant.tenantId, code)).json.error_codes).toEqual([9002326])
  })

  it('issues tokens of the version that the API registered', async () => {
    const { api } = own(productApi.clientId)
    change(productApi.clientId, { api: { ...api, requestedAccessTokenVersion: null } })
    const { access_token } = await visitor(simulator).tokens({ tenant: tenant.tenantId })
    expect(decodeJwt(access_token)).toMatchObject({
      ver: '1.0',
      aud: productApi.identifierUri,
      appid: productSpa.clientId,
    })
  })

  it('requires consent that is missing, unless the API pre-authorises the page', async () => {
    directory.grants.clear()
    const { api } = own(productApi.clientId)
    const guest = visitor(simulator)
    await guest.signIn({ tenant: tenant.tenantId, decision: 'decline' }).catch(() => undefined)
    const silent = await guest.signIn({ tenant: tenant.tenantId, params: { prompt: 'none' } })
    expect(silent.get('error_description')).toContain('AADSTS65001')
    const preAuthorizedApplications = [
      { appId: productSpa.clientId, delegatedPermissionIds: [api.oauth2PermissionScopes[0]!.id] },
    ]
    change(productApi.clientId, { api: { ...api, preAuthorizedApplications } })
    const { access_token } = await guest.tokens({ tenant: tenant.tenantId })
    const refused = await exchange(simulator, tenant.tenantId, access_token)
    expect([refused.json.error, refused.json.error_codes]).toEqual(['invalid_grant', [65001]])
  })

  it('requires consent by scope: earlier consent is not requested again, and does not cover further scopes', async () => {
    directory.grants.clear()
    const { api } = own(productApi.clientId)
    const more = { ...api.oauth2PermissionScopes[0]!, id: '5ea1a7c4-0000-4000-a000-0000000005c1', value: 'more' }
    change(productApi.clientId, { api: { ...api, oauth2PermissionScopes: [...api.oauth2PermissionScopes, more] } })
    const guest = visitor(simulator)
    const silently = async (...names: string[]) => {
      const scope = `openid ${names.map((name) => `${productApi.identifierUri}/${name}`).join(' ')}`
      const back = await guest.signIn({ tenant: tenant.tenantId, scope, params: { prompt: 'none' } })
      return back.get('error') ?? 'in'
    }
    await guest.signIn({ tenant: tenant.tenantId })
    expect([await silently('access_as_user'), await silently('more')]).toEqual(['in', 'consent_required'])
    expect(await silently('access_as_user', 'more')).toBe('consent_required')
    await guest.signIn({ tenant: tenant.tenantId, scope: `openid ${productApi.identifierUri}/more` })
    expect(await silently('access_as_user', 'more')).toBe('in')
  })

  it('refuses a secret that is wrong and one that has expired', async () => {
    const { access_token } = await visitor(simulator).tokens({ tenant: tenant.tenantId })
    const wrong = await exchange(simulator, tenant.tenantId, access_token, { client_secret: 'other' })
    expect(wrong.json.error_codes).toEqual([7000215])
    const [password] = own(productApi.clientId).passwords
    change(productApi.clientId, { passwords: [{ ...password!, endDateTime: '2021-01-01T00:00:00Z' }] })
    expect((await exchange(simulator, tenant.tenantId, access_token)).json.error_codes).toEqual([7000222])
  })
})

describe('fake Microsoft Graph', () => {
  it('shows changes with a delay: 404 and 400 for new objects, old values of changed ones, no new ones in lists', async () => {
    await tenant.clock({ freeze: true })
    await tenant.settings({ directoryLagMs: 60_000 })
    const made = (await graph('POST', '/applications', { displayName: 'Ours', tags: ['a:b'] })).body as unknown as {
      id: string
      appId: string
    }
    const at = `/applications/${made.id}`
    const filters = ["displayName eq 'ours'", `appId eq '${made.appId}'`, "tags/any(t:t eq 'a:b')"]
    const refusals = async () => [
      (await graph('GET', at)).status,
      (await graph('PATCH', at, { displayName: 'Next' })).status,
      (await graph('POST', `${at}/addPassword`, {})).status,
      (await graph('GET', `${at}/federatedIdentityCredentials`)).status,
      (await graph('POST', '/servicePrincipals', { appId: made.appId })).status,
    ]
    const counts = () =>
      Promise.all(
        filters.map(async (filter) => {
          const { body } = await graph('GET', `/applications?$filter=${encodeURIComponent(filter)}`)
          return (body as unknown as { value: unknown[] }).value.length
        }),
      )
    expect([await refusals(), await counts()]).toEqual([
      [404, 404, 404, 404, 400],
      [0, 0, 0],
    ])
    await tenant.clock({ step: 59_999 })
    expect(await refusals()).toEqual([404, 404, 404, 404, 400])
    await tenant.clock({ step: 1 })
    expect(await counts()).toEqual([1, 1, 1])
    expect(await refusals()).toEqual([200, 204, 200, 200, 201])
    expect((await graph('GET', at)).body).toMatchObject({ displayName: 'Ours', passwordCredentials: [] })
    expect((await graph('POST', '/servicePrincipals', { appId: made.appId })).status).toBe(409)
    await tenant.clock({ step: 60_000 })
    expect((await graph('GET', at)).body).toMatchObject({ displayName: 'Next', passwordCredentials: [{}] })
  })

  it('registers an application, shows its secret once, and accepts it', async () => {
    const made = await graph('POST', '/applications', { displayName: 'Ours' })
    expect(made.status).toBe(201)
    const { id, appId } = made.body as unknown as { id: string; appId: string }
    await later()
    expect((await graph('PATCH', `/applications/${id}`, { identifierUris: [`api://${appId}`] })).status).toBe(204)
    const secret = (await graph('POST', `/applications/${id}/addPassword`, {})).body as unknown as {
      secretText: string
    }
    await later()
    const seen = await graph('GET', `/applications?$filter=${encodeURIComponent("displayName eq 'ours'")}`)
    expect(JSON.stringify(seen.body)).not.toContain(secret.secretText)
    expect((await graph('POST', '/servicePrincipals', { appId })).status).toBe(201)
    const form = { grant_type: 'client_credentials', client_id: appId, client_secret: secret.secretText }
    const scope = `${simulator.origins.server}/.default`
    const token = await simulator.server(`/${tenant.tenantId}/oauth2/v2.0/token`, { form: { ...form, scope } })
    expect(token.status).toBe(200)
  })

  it('refuses the same requests as Graph', async () => {
    const api = own(productApi.clientId)
    const at = `/applications/${api.id}`
    const refusals: [string, string, unknown, string][] = [
      ['PATCH', at, { identifierUris: ['api://sealwatch'] }, 'HostNameNotOnVerifiedDomain'],
      ['PATCH', at, { api: { oauth2PermissionScopes: [] } }, 'CannotDeleteOrUpdateEnabledEntitlement'],
      ['PATCH', at, { spa: { redirectUris: ['http://dashboard.example.com/auth/redirect'] } }, 'Request_BadRequest'],
      ['PATCH', at, { unknownFault: true }, 'Request_BadRequest'],
      [
        'PATCH',
        at,
        { api: { preAuthorizedApplications: [{ appId: productSpa.clientId, delegatedPermissionIds: [api.id] }] } },
        'InvalidValue',
      ],
      ['POST', '/servicePrincipals', { appId: productApi.clientId }, 'Request_MultipleObjectsWithSameKeyValue'],
      ['POST', '/servicePrincipals', { appId: api.id }, 'NoBackingApplicationObject'],
      ['GET', '/users', undefined, 'SimulatorRouteUnknown'],
    ]
    for (const [method, path, body, code] of refusals)
      expect([path, (await graph(method, path, body)).body]).toMatchObject([path, { error: { code } }])
  })

  it('lets developers register and administrators consent, and refuses callers without a token', async () => {
    expect((await graph('POST', '/applications', { displayName: 'X' }, 'Chiara Rossi')).status).toBe(201)
    expect((await graph('POST', '/applications', { displayName: 'Y' }, 'Ben Ortiz')).status).toBe(403)
    const [grant] = [...directory.grants.values()]
    expect((await graph('PATCH', `/oauth2PermissionGrants/${grant!.id}`, { scope: '' }, 'Chiara Rossi')).status).toBe(
      403,
    )
    expect((await simulator.server('/v1.0/applications')).status).toBe(401)
    const arm = await tenant.token({ person: 'Chiara Rossi', audience: 'arm' })
    const answer = await simulator.server('/v1.0/applications', { headers: { authorization: `Bearer ${arm}` } })
    expect(answer.status).toBe(401)
    expect(graphOrigin(simulator.origins.server)).toContain('127.0.0.1')
    expect(apiScope).toContain('api://')
  })
})
