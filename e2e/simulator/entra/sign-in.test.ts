import { createLocalJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { productApi, productSpa } from '../names'
import { startTestSimulator, type TestSimulator } from '../server/testing/harness'
import { formOf, productOrigin, redirectUri, visitor } from '../server/testing/visitor'

let simulator: TestSimulator
let tenant: string
beforeAll(async () => {
  simulator = await startTestSimulator()
  tenant = (await simulator.control.createTenant({ scenario: 'empty' })).tenantId
})
afterAll(() => simulator.stop())

describe('signing in with code and PKCE', () => {
  it('shows a titled page with a button for each person, with a description of their rights', async () => {
    const page = await visitor(simulator).open({ tenant })
    expect(page.status).toBe(200)
    expect(page.text).toContain('<title>Simulated directory</title>')
    for (const name of [
      'Aiko Tanaka',
      'Ben Ortiz',
      'Chiara Rossi',
      'Dmitri Volkov',
      'Emi Sato',
      'Farah Haddad',
      'Goran Novak',
    ]) {
      expect(formOf(page.text, name)['person']).toBeTruthy()
    }
    const described = /aria-describedby="(person-\d+)">Dmitri Volkov</.exec(page.text)?.[1]
    expect(page.text.split(`id="${described}"`)[1]).toMatch(/^>\s*No rights at all/)
  })

  it('redirects with code, state and client info in the fragment, and issues valid tokens', async () => {
    const guest = visitor(simulator)
    const back = await guest.signIn({ tenant, person: 'Chiara Rossi' })
    expect(back.get('state')).toBe('state-1')
    const answer = await guest.redeem(tenant, back.get('code')!)
    expect(answer.headers['access-control-allow-origin']).toBe(productOrigin)
    expect(answer.json.token_type).toBe('Bearer')
    expect(answer.json.expires_in).toBeGreaterThanOrEqual(3600)
    expect(answer.json.expires_in).toBeLessThanOrEqual(5400)

    const jwks = createLocalJWKSet((await simulator.server(`/${tenant}/discovery/v2.0/keys`)).json)
    const issuer = `${simulator.origins.server}/${tenant}/v2.0`
    const options = { issuer, algorithms: ['RS256'], requiredClaims: ['oid', 'tid', 'uti', 'nbf', 'iat', 'exp'] }
    const access = await jwtVerify(answer.json.access_token, jwks, { ...options, audience: productApi.clientId })
    expect(access.payload).toMatchObject({
      ver: '2.0',
      tid: tenant,
      scp: 'access_as_user',
      azp: productSpa.clientId,
      name: 'Chiara Rossi',
    })
    const id = await jwtVerify(answer.json.id_token, jwks, { ...options, audience: productSpa.clientId })
    expect(id.payload).toMatchObject({
      ver: '2.0',
      tid: tenant,
      nonce: 'nonce-1',
      preferred_username: 'chiara.rossi@contoso.example',
    })
    const info = JSON.parse(Buffer.from(answer.json.client_info, 'base64url').toString('utf8'))
    expect(info).toEqual({ uid: id.payload['oid'], utid: tenant })
  })

  it('refuses a wrong verifier, a missing one, and a code used twice', async () => {
    const guest = visitor(simulator)
    const code = (await guest.signIn({ tenant })).get('code')!
    expect((await guest.redeem(tenant, code, { code_verifier: 'x'.repeat(43) })).json).toMatchObject({
      error: 'invalid_grant',
      error_codes: [501481],
    })
    expect((await guest.redeem(tenant, code)).status).toBe(200)
    expect((await guest.redeem(tenant, code)).json).toMatchObject({ error: 'invalid_grant', error_codes: [54005] })
    expect((await guest.redeem(tenant, 'nonsense')).json.error).toBe('invalid_grant')
  })

  it('lets a code expire after ten minutes', async () => {
    const other = await startTestSimulator()
    try {
      const { tenantId } = await other.control.createTenant({ scenario: 'empty' })
      const guest = visitor(other)
      const code = (await guest.signIn({ tenant: tenantId })).get('code')!
      other.pass(10 * 60_000 + 1)
      expect((await guest.redeem(tenantId, code)).json).toMatchObject({ error: 'invalid_grant', error_codes: [70008] })
    } finally {
      await other.stop()
    }
  })

  it('never redirects to an address that is not registered', async () => {
    for (const uri of [
      'https://attacker.example/auth/redirect',
      'http://localhost:3000/elsewhere',
      'http://localhost.attacker.example/auth/redirect',
    ]) {
      const page = await visitor(simulator).open({ tenant, params: { redirect_uri: uri } })
      expect(page.status).toBe(400)
      expect(page.headers.location).toBeUndefined()
    }
    const page = await visitor(simulator).open({
      tenant,
      params: { client_id: '00000000-0000-4000-8000-000000000000' },
    })
    expect(page.status).toBe(400)
    expect(page.text).toContain('AADSTS700016')
  })

  it('escapes all parameters of the URL', async () => {
    const page = await visitor(simulator).open({ tenant, params: { state: '"><script>alert(1)</script>' } })
    expect(page.text).not.toContain('<script>alert')
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('refuses the browser application a code without PKCE and a token for ARM', async () => {
    const query = new URLSearchParams({
      client_id: productSpa.clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      response_mode: 'fragment',
    })
    const bare = await simulator.browser(`/${tenant}/oauth2/v2.0/authorize?${query.toString()}`)
    expect(bare.headers.location).toContain('AADSTS9002325')
    const guest = visitor(simulator)
    const code = (await guest.signIn({ tenant })).get('code')!
    const arm = await guest.redeem(tenant, code, { scope: `${simulator.origins.server}/user_impersonation` })
    expect(arm.json).toMatchObject({ error: 'invalid_grant', error_codes: [65001] })
  })

  it('requires an Origin for pages, answers CORS only for the local machine, and accepts preflights', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'x', client_id: productSpa.clientId }
    const path = `/${tenant}/oauth2/v2.0/token`
    expect((await simulator.browser(path, { form })).json.error_codes).toEqual([9002327])
    const foreign = await simulator.browser(path, { form, headers: { origin: 'https://attacker.example' } })
    expect(foreign.headers['access-control-allow-origin']).toBeUndefined()
    const preflight = await simulator.browser(path, { method: 'OPTIONS', headers: { origin: productOrigin } })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe(productOrigin)
  })
})

describe('the session of the browser', () => {
  it('answers prompt=none with the error and the number of each reason', async () => {
    const { tenantId } = await simulator.control.createTenant({ scenario: 'empty' })
    const silently = async (guest: ReturnType<typeof visitor>, params: Record<string, string> = {}, at = tenantId) => {
      const back = await guest.signIn({ tenant: at, params: { ...params, prompt: 'none' } })
      return [back.get('error'), /^AADSTS\d+/.exec(back.get('error_description') ?? '')?.[0]]
    }
    const guest = visitor(simulator)
    expect(await silently(guest)).toEqual(['login_required', 'AADSTS50058'])
    await guest.signIn({ tenant: tenantId, person: 'Ben Ortiz' })
    expect(await silently(guest)).toEqual([null, undefined])
    expect(await silently(guest, { login_hint: 'aiko.tanaka@contoso.example' })).toEqual([
      'login_required',
      'AADSTS50058',
    ])
    const stronger = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })
    expect(await silently(guest, { claims: stronger })).toEqual(['interaction_required', 'AADSTS50076'])
    await guest.press(
      { tenant: tenantId },
      await guest.open({ tenant: tenantId, params: { prompt: 'login' } }),
      'Aiko Tanaka',
    )
    expect(await silently(guest)).toEqual(['interaction_required', 'AADSTS16000'])
    const farah = visitor(simulator)
    await farah.press({ tenant: tenantId }, await farah.open({ tenant: tenantId }), 'Farah Haddad')
    expect(await silently(farah)).toEqual(['consent_required', 'AADSTS65001'])
  })

  it('answers prompt=none with login_required without a session, and with a code with one', async () => {
    const guest = visitor(simulator)
    const before = await guest.signIn({ tenant, params: { prompt: 'none' } })
    expect(before.get('error')).toBe('login_required')
    expect(before.get('error_description')).toContain('AADSTS50058')
    expect(before.get('state')).toBe('state-1')
    await guest.signIn({ tenant, person: 'Ben Ortiz' })
    expect(guest.cookie()).toMatch(/^simulated_directory_session=/)
    const after = await guest.signIn({ tenant, params: { prompt: 'none' } })
    const answer = await guest.redeem(tenant, after.get('code')!)
    expect(decodeJwt(answer.json.access_token)['name']).toBe('Ben Ortiz')
  })

  it('sets the cookie Lax and HttpOnly', async () => {
    const guest = visitor(simulator)
    const answer = await guest.press({ tenant }, await guest.open({ tenant }), 'Ben Ortiz')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('redirects at once with one account, asks for select_account, and for two accounts', async () => {
    const guest = visitor(simulator)
    await guest.signIn({ tenant, person: 'Ben Ortiz' })
    expect((await guest.open({ tenant })).status).toBe(302)
    const asked = await guest.open({ tenant, params: { prompt: 'select_account' } })
    expect(asked.status).toBe(200)
    await guest.press({ tenant }, asked, 'Aiko Tanaka')
    expect((await guest.open({ tenant })).status).toBe(200)
    expect((await guest.signIn({ tenant, params: { prompt: 'none' } })).get('error')).toBe('interaction_required')
    const hinted = await guest.signIn({ tenant, params: { prompt: 'none', login_hint: 'aiko.tanaka@contoso.example' } })
    expect(hinted.get('code')).toBeTruthy()
  })

  it('lists the person named by login_hint first', async () => {
    const page = await visitor(simulator).open({ tenant, params: { login_hint: 'Dmitri.Volkov@contoso.example' } })
    expect(/aria-describedby="person-0">([^<]*)</.exec(page.text)?.[1]).toBe('Dmitri Volkov')
  })

  it('ends with logout, which redirects only to the local machine', async () => {
    const guest = visitor(simulator)
    await guest.signIn({ tenant })
    const away = await guest.logout(
      tenant,
      `?post_logout_redirect_uri=${encodeURIComponent('https://attacker.example/')}`,
    )
    expect(away.status).toBe(200)
    await guest.signIn({ tenant })
    const home = await guest.logout(tenant, `?state=s1&post_logout_redirect_uri=${encodeURIComponent(redirectUri)}`)
    expect(home.headers.location).toBe(`${redirectUri}?state=s1`)
    expect((await guest.signIn({ tenant, params: { prompt: 'none' } })).get('error')).toBe('login_required')
  })
})

describe('discovery', () => {
  it('keeps pages on http, and issuer, keys and tokens on https', async () => {
    const { json } = await simulator.server(`/${tenant}/v2.0/.well-known/openid-configuration`)
    const { browser, server } = simulator.origins
    expect(json).toMatchObject({
      issuer: `${server}/${tenant}/v2.0`,
      authorization_endpoint: `${browser}/${tenant}/oauth2/v2.0/authorize`,
      token_endpoint: `${server}/${tenant}/oauth2/v2.0/token`,
      end_session_endpoint: `${browser}/${tenant}/oauth2/v2.0/logout`,
      jwks_uri: `${server}/${tenant}/discovery/v2.0/keys`,
    })
  })

  it('has a template issuer for organizations and common, and refuses unknown tenants', async () => {
    for (const name of ['organizations', 'common']) {
      const { json } = await simulator.server(`/${name}/v2.0/.well-known/openid-configuration`)
      expect(json.issuer).toBe(`${simulator.origins.server}/{tenantid}/v2.0`)
    }
    const unknown = await simulator.server(
      '/00000000-0000-4000-8000-000000000000/v2.0/.well-known/openid-configuration',
    )
    expect(unknown.status).toBe(400)
    expect(unknown.json.error_codes).toEqual([90002])
  })

  it('signs users in at their home tenant through organizations', async () => {
    const guest = visitor(simulator)
    const back = await guest.signIn({
      tenant: 'organizations',
      params: { domain_hint: 'contoso.example' },
      person: 'Aiko Tanaka',
    })
    const answer = await guest.redeem('organizations', back.get('code')!)
    expect(decodeJwt(answer.json.id_token)['tid']).toBe(tenant)
  })
})

it('publishes a rotated key beside the old one, each under its own kid', async () => {
  const before = (await simulator.server(`/${tenant}/discovery/v2.0/keys`)).json.keys
  await simulator.control.rotateKeys()
  const after = (await simulator.server(`/${tenant}/discovery/v2.0/keys`)).json.keys
  expect(after).toHaveLength(before.length + 1)
  expect(new Set(after.map(({ kid }) => kid)).size).toBe(after.length)
  for (const key of after) expect(Object.keys(key).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
})
