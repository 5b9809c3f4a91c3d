import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TenantClient } from '../control/client'
import { startTestSimulator, type TestSimulator } from './testing/harness'
import { exchange } from './testing/visitor'

let simulator: TestSimulator
let tenant: TenantClient
let subscription: string
let token: string
const person = 'Chiara Rossi'
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = await simulator.control.createTenant({ scenario: 'mixed' })
  subscription = (await tenant.summary()).subscriptions[0]!.id
  token = await tenant.token({ person, audience: 'arm' })
})
afterAll(() => simulator.stop())

const vms = (version = '2024-07-01'): string =>
  `/subscriptions/${subscription}/providers/Microsoft.Compute/virtualMachines?api-version=${version}`

describe('the token that ARM requires', () => {
  it('is requested with WWW-Authenticate if it is missing', async () => {
    const answer = await simulator.server(vms())
    expect(answer.status).toBe(401)
    expect(answer.json.error.code).toBe('AuthenticationFailed')
    expect(answer.headers['www-authenticate']).toMatch(
      /^Bearer authorization_uri="https:\/\/localhost:\d+\/common", error="invalid_token"/,
    )
  })

  it.each([
    ['of the product API', { audience: 'api' }, 'InvalidAuthenticationTokenAudience'],
    ['expired', { expiresIn: -60 }, 'ExpiredAuthenticationToken'],
    ['unsigned', { flaw: 'alg-none' }, 'InvalidAuthenticationToken'],
    ['of another key', { flaw: 'wrong-key' }, 'InvalidAuthenticationToken'],
    ['signed with the public key as a secret', { flaw: 'symmetric' }, 'InvalidAuthenticationToken'],
    ['changed', { flaw: 'tampered' }, 'InvalidAuthenticationToken'],
    [
      'of an unknown tenant',
      { overrides: { tid: '00000000-0000-4000-8000-000000000000' } },
      'InvalidAuthenticationTokenTenant',
    ],
    ['of another issuer', { overrides: { iss: 'https://localhost/other/' } }, 'InvalidAuthenticationTokenTenant'],
  ] as const)('is refused when %s', async (_name, order, code) => {
    const answer = await simulator.arm(vms(), await tenant.token({ person, audience: 'arm', ...order }))
    expect(answer.status).toBe(401)
    expect(answer.json.error.code).toBe(code)
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
  })

  it('is refused for a subscription of another tenant', async () => {
    const other = await simulator.control.createTenant({ scenario: 'mixed' })
    const answer = await simulator.arm(vms(), await other.token({ person, audience: 'arm' }))
    const ids = (await other.summary()).subscriptions.map(({ id }) => id)
    expect(ids).not.toContain(subscription)
    expect(answer.json.error.code).toBe('InvalidAuthenticationTokenTenant')
  })

  it('is challenged for a person from whom ARM requires a stronger sign-in', async () => {
    const guarded = await startTestSimulator((spec) => {
      const world = simulator.simulator.createWorld(spec)
      return { ...world, people: world.people.map((each) => ({ ...each, trouble: ['arm-claims-challenge' as const] })) }
    })
    try {
      const strict = await guarded.control.createTenant({ scenario: 'empty' })
      const path = '/subscriptions?api-version=2022-12-01'
      const weak = await guarded.arm(path, await strict.token({ person, audience: 'arm' }))
      expect(weak.status).toBe(401)
      const header = /error="insufficient_claims", claims="([^"]+)"/.exec(weak.headers['www-authenticate'] ?? '')
      const claims = JSON.parse(Buffer.from(header![1]!, 'base64').toString('utf8'))
      expect(claims).toEqual({ access_token: { acrs: { essential: true, value: 'c1' } } })
      const assertion = await strict.token({ person, acrs: ['c1'] })
      const { json } = await exchange(guarded, strict.tenantId, assertion)
      expect((await guarded.arm(path, json.access_token)).status).toBe(200)
    } finally {
      await guarded.stop()
    }
  })
})

describe('requests', () => {
  it('carry the headers of ARM', async () => {
    const correlation = '11111111-1111-4111-8111-111111111111'
    const answer = await simulator.arm(vms(), token, { headers: { 'x-ms-correlation-request-id': correlation } })
    expect(answer.status).toBe(200)
    expect(answer.headers['x-ms-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.headers['x-ms-correlation-request-id']).toBe(correlation)
    expect(Number(answer.headers['x-ms-ratelimit-remaining-subscription-reads'])).toBeLessThan(250)
    expect(answer.headers['x-ms-ratelimit-remaining-resource']).toMatch(
      /^Microsoft\.Compute\/HighCostGetSubscription;\d+$/,
    )
  })

  it('match without regard to the case of the path', async () => {
    const path = vms().split('?')
    expect((await simulator.arm(`${path[0]!.toUpperCase()}?${path[1]!}`, token)).status).toBe(200)
  })

  it('need an api-version that the route supports', async () => {
    const without = await simulator.arm(vms().split('?')[0]!, token)
    expect(without).toMatchObject({ status: 400, json: { error: { code: 'MissingApiVersionParameter' } } })
    expect(await simulator.arm(vms('latest'), token)).toMatchObject({
      status: 400,
      json: { error: { code: 'InvalidApiVersionParameter' } },
    })
    const old = await simulator.arm(vms('1999-01-01'), token)
    expect(old).toMatchObject({ status: 404, json: { error: { code: 'InvalidResourceType' } } })
    expect(old.json.error.message).toContain('2024-07-01')
    const [vm] = await tenant.vms()
    const one = await simulator.arm(`${vm?.id ?? ''}?api-version=1999-01-01`, token)
    expect(one).toMatchObject({ status: 400, json: { error: { code: 'NoRegisteredProviderFound' } } })
    expect(one.json.error.message).toMatch(
      /^No registered resource provider found for location '\w+' and API version '1999-01-01' for type 'virtualMachines'\. The supported api-versions are '[\d, -]+'\./,
    )
  })

  it('are refused in a version that their tenant’s cloud does not support', async () => {
    await tenant.settings({ apiVersions: { 'Microsoft.Compute': ['2023-09-01'] } })
    const refused = await simulator.arm(vms('2024-11-01'), token)
    expect(refused.json.error.message).toMatch(/The supported api-versions are '2023-09-01'\.$/)
    expect((await simulator.arm(vms('2023-09-01'), token)).status).toBe(200)
    expect((await simulator.arm('/subscriptions?api-version=2022-12-01', token)).status).toBe(200)
    await tenant.settings({ apiVersions: { '*': ['2020-01-01'] } })
    expect((await simulator.arm('/subscriptions?api-version=2022-12-01', token)).status).toBe(400)
    await tenant.settings({ apiVersions: {} })
    expect((await simulator.arm(vms('2024-11-01'), token)).status).toBe(200)
  })

  it('for unknown routes get 501 and are recorded', async () => {
    const path = `/subscriptions/${subscription}/providers/Microsoft.Web/sites?api-version=2023-01-01`
    const answer = await simulator.arm(path, token)
    expect(answer).toMatchObject({ status: 501, json: { error: { code: 'SimulatorRouteUnknown' } } })
    expect((await tenant.traffic()).unknownRoutes).toHaveProperty([`GET ${path.split('?')[0]!}`], 1)
  })

  it('that change anything are refused for the product and counted', async () => {
    const before = (await tenant.traffic()).refusedChanges
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      const answer = await simulator.arm(vms(), token, { method, body: '{}' })
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'ReadOnlyClientRefused' } } })
    }
    expect((await tenant.traffic()).refusedChanges).toBe(before + 4)
    const principal = (await tenant.summary()).servicePrincipals[0]!
    const others = await simulator.arm(
      vms(),
      await tenant.token({ person: principal.applicationId, audience: 'arm' }),
      { method: 'PUT', body: '{}' },
    )
    expect(others.status).toBe(501)
    expect((await tenant.traffic()).refusedChanges).toBe(before + 4)
  })

  it('are logged by route and status', async () => {
    await tenant.clearTraffic()
    await simulator.arm(vms(), token)
    await simulator.arm(vms('1999-01-01'), token)
    const traffic = await tenant.traffic({ route: 'vm-list-all' })
    expect(traffic.counts).toEqual({ 'vm-list-all': { 200: 1, 404: 1 } })
    expect(traffic.entries.map(({ status }) => status)).toEqual([200, 404])
    expect(traffic.entries[0]).toMatchObject({ method: 'GET', path: vms(), fault: null })
  })

  it('are delayed by the latency of the tenant', async () => {
    const slow = await simulator.control.createTenant({ scenario: 'empty', latencyMs: 120 })
    const started = performance.now()
    await simulator.arm('/subscriptions?api-version=2022-12-01', await slow.token({ person, audience: 'arm' }))
    expect(performance.now() - started).toBeGreaterThanOrEqual(118)
  })
})

it('tells clients of other clouds where everything is, without a token', async () => {
  const { json } = await simulator.server('/metadata/endpoints?api-version=2022-09-01')
  expect(json.resourceManager).toBe(simulator.origins.server)
  expect(json.authentication.audiences).toContain(simulator.origins.server)
})

it('refuses oversized bodies', async () => {
  expect((await simulator.arm(vms(), token, { method: 'POST', body: 'x'.repeat(3 * 1024 * 1024) })).status).toBe(413)
})
