import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { challengeClaims } from './claims-request'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import { visitor } from '../server/testing/visitor'
import { createWorld } from '../worlds/create'

const homeTenant = '11111111-0000-4000-8000-000000000001'
const otherTenant = '11111111-0000-4000-8000-000000000002'
const strangeTenant = '11111111-0000-4000-8000-000000000003'
const day = 86_400_000

let simulator: TestSimulator
beforeAll(async () => {
  // Aiko of the first tenant is a guest in the second, which has a record of her.
  simulator = await startTestSimulator((spec) => {
    const world = createWorld(spec)
    if (spec.tenantId !== homeTenant) return world
    return {
      ...world,
      people: world.people.map((person) =>
        person.displayName === 'Aiko Tanaka' ? { ...person, guestIn: [otherTenant] } : person,
      ),
    }
  })
  for (const tenantId of [homeTenant, otherTenant, strangeTenant])
    await simulator.control.createTenant({ tenantId, scenario: 'empty' })
})
afterAll(() => simulator.stop())

describe('refresh tokens', () => {
  it('return a new refresh token each time and keep the expiry of the first', async () => {
    const guest = visitor(simulator)
    const first = await guest.tokens({ tenant: homeTenant })
    expect(first.refresh_token_expires_in).toBeLessThanOrEqual(86_400)
    simulator.pass(day / 2)
    const second = (await guest.refresh(homeTenant, first.refresh_token)).json
    expect(second.refresh_token).not.toBe(first.refresh_token)
    expect(second.refresh_token_expires_in).toBeLessThanOrEqual(43_200)
    expect(decodeJwt(second.access_token)['oid']).toBe(decodeJwt(first.access_token)['oid'])
    simulator.pass(day / 2 + 1000)
    const late = (await guest.refresh(homeTenant, second.refresh_token)).json
    expect(late).toMatchObject({ error: 'invalid_grant', error_codes: [700084] })
    expect(late.error_description).toMatch(/^AADSTS700084: .*Trace ID: .* Correlation ID: .* Timestamp: /)
  })

  it('are refused for other applications, and if invented', async () => {
    const guest = visitor(simulator)
    expect((await guest.refresh(homeTenant, 'made-up')).json.error).toBe('invalid_grant')
    const { refresh_token } = await guest.tokens({ tenant: homeTenant })
    const stolen = await guest.token(homeTenant, {
      grant_type: 'refresh_token',
      refresh_token,
      client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
    })
    expect(stolen.json.error_codes).toEqual([9002326])
  })

  it('are not issued without offline_access', async () => {
    const guest = visitor(simulator)
    const back = await guest.signIn({ tenant: homeTenant })
    const { json } = await guest.redeem(homeTenant, back.get('code')!, { scope: 'openid profile' })
    expect(json.refresh_token).toBeUndefined()
    expect(json.id_token).toBeTruthy()
  })

  it('have already expired for Goran Novak', async () => {
    const guest = visitor(simulator)
    const { refresh_token } = await guest.tokens({ tenant: homeTenant, person: 'Goran Novak' })
    expect((await guest.refresh(homeTenant, refresh_token)).json).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700084],
    })
    const silent = await guest.signIn({ tenant: homeTenant, params: { prompt: 'none' } })
    expect(silent.get('error')).toBe('login_required')
    expect((await guest.open({ tenant: homeTenant })).text).toContain('<h2>Sign in')
  })

  it('answer a claims request that the sign-in did not meet by interaction_required with these claims', async () => {
    const guest = visitor(simulator)
    const weak = await guest.tokens({ tenant: homeTenant, person: 'Emi Sato' })
    const refused = (await guest.refresh(homeTenant, weak.refresh_token, { claims: challengeClaims })).json
    expect(refused).toMatchObject({ error: 'interaction_required', error_codes: [50076], claims: challengeClaims })
    const silent = await guest.signIn({ tenant: homeTenant, params: { prompt: 'none', claims: challengeClaims } })
    expect(silent.get('error')).toBe('interaction_required')
    const strong = await guest.tokens({ tenant: homeTenant, person: 'Emi Sato', params: { claims: challengeClaims } })
    expect(decodeJwt(strong.access_token)['acrs']).toEqual(['c1'])
    const renewed = (await guest.refresh(homeTenant, strong.refresh_token, { claims: challengeClaims })).json
    expect(decodeJwt(renewed.access_token)['acrs']).toEqual(['c1'])
  })

  it('carry the client capability into xms_cc', async () => {
    const guest = visitor(simulator)
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } })
    const tokens = await guest.tokens({ tenant: homeTenant, params: { claims } })
    expect(decodeJwt(tokens.access_token)['xms_cc']).toEqual(['CP1'])
  })

  it('refuse claims that are not JSON', async () => {
    const guest = visitor(simulator)
    expect((await guest.signIn({ tenant: homeTenant, params: { claims: '{' } })).get('error')).toBe('invalid_request')
  })
})

describe('guests', () => {
  it('get a token of the other tenant for the same refresh token, with another object id and the same account', async () => {
    const guest = visitor(simulator)
    const home = await guest.tokens({ tenant: homeTenant, person: 'Aiko Tanaka' })
    const abroad = (await guest.refresh(otherTenant, home.refresh_token)).json
    const [before, after] = [decodeJwt(home.access_token), decodeJwt(abroad.access_token)]
    expect(after['tid']).toBe(otherTenant)
    expect(after.iss).toBe(`${simulator.origins.server}/${otherTenant}/v2.0`)
    expect(after['oid']).not.toBe(before['oid'])
    expect(String(after['oid']).slice(-12)).toBe(String(before['oid']).slice(-12))
    expect(abroad.client_info).toBe(home.client_info)
  })

  it('sign in at the other tenant silently with the same session', async () => {
    const guest = visitor(simulator)
    await guest.signIn({ tenant: homeTenant, person: 'Aiko Tanaka' })
    const back = await guest.signIn({ tenant: otherTenant, params: { prompt: 'none' } })
    expect(decodeJwt((await guest.redeem(otherTenant, back.get('code')!)).json.id_token)['tid']).toBe(otherTenant)
  })

  it('are unknown in tenants where they are not guests', async () => {
    const guest = visitor(simulator)
    const { refresh_token } = await guest.tokens({ tenant: homeTenant, person: 'Aiko Tanaka' })
    expect((await guest.refresh(strangeTenant, refresh_token)).json).toMatchObject({
      error: 'interaction_required',
      error_codes: [50020],
    })
    expect((await guest.signIn({ tenant: strangeTenant, params: { prompt: 'none' } })).get('error')).toBe(
      'interaction_required',
    )
  })
})

describe('lifetimes of tokens', () => {
  it('can be shortened by the controls', async () => {
    const { tenantId, settings } = await simulator.control.createTenant({ scenario: 'empty' })
    await settings({ accessTokenSeconds: 5, refreshTokenSeconds: 60 })
    const tokens = await visitor(simulator).tokens({ tenant: tenantId })
    expect(tokens.expires_in).toBe(5)
    expect(tokens.refresh_token_expires_in).toBeLessThanOrEqual(60)
  })
})
