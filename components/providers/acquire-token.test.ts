// @vitest-environment jsdom
import type { AccountInfo, PublicClientApplication } from '@azure/msal-browser'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { acquireToken } from './acquire-token'

const home = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'

const config: BrowserConfig = {
  cloud: 'public',
  authorityHost: 'https://login.example',
  authorityMetadata: null,
  local: false,
  demo: false,
  spaClientId: 'spa',
  tenantId: home,
  apiScope: 'api://x/access_as_user',
  portalHost: 'https://portal.example',
  snapshotHours: null,
  otherTenants: true,
  idleMinutes: null,
}
const account = { homeAccountId: `o.${home}`, tenantId: home, username: 'a@contoso.example' } as AccountInfo
const guest = { ...account, tenantId: other }

interface Answer {
  readonly accessToken: string
  readonly tenantId: string
  readonly idTokenClaims: object
}

function client(parts: { accounts?: AccountInfo[]; silent: () => Promise<Answer> }) {
  const acquireTokenSilent = vi.fn<(request: unknown) => Promise<Answer>>(parts.silent)
  const acquireTokenRedirect = vi.fn<(request: unknown) => Promise<void>>(() => Promise.resolve())
  const fake = { acquireTokenSilent, acquireTokenRedirect, getAllAccounts: () => parts.accounts ?? [account] }
  return { acquireTokenSilent, acquireTokenRedirect, client: fake as unknown as PublicClientApplication }
}

const gives = (accessToken: string, tenantId: string, idTokenClaims: object = { aud: config.spaClientId }) => {
  return () => Promise.resolve({ accessToken, tenantId, idTokenClaims })
}
const fails = (errorCode: string, claims?: string) => () =>
  Promise.reject(Object.assign(new Error(), { errorCode, claims }))

beforeEach(() => sessionStorage.clear())

describe('acquireToken', () => {
  it('answers from the cache in the home tenant', async () => {
    const fake = client({ silent: gives('t', home) })
    const outcome = await acquireToken({ client: fake.client, config, account, tenant: home }, { mayLeave: true })
    expect(outcome).toEqual({ kind: 'token', token: 't', tenantId: home })
    expect(fake.acquireTokenSilent.mock.calls[0]![0]).toMatchObject({
      forceRefresh: false,
      authority: `https://login.example/${home}`,
    })
  })

  it('requests the first token of another tenant from the directory, later ones by its own account', async () => {
    const first = client({ silent: gives('t2', other) })
    await acquireToken({ client: first.client, config, account, tenant: other }, { mayLeave: true })
    expect(first.acquireTokenSilent.mock.calls[0]![0]).toMatchObject({
      forceRefresh: true,
      authority: `https://login.example/${other}`,
    })
    const later = client({ accounts: [account, guest], silent: gives('t2', other) })
    await acquireToken({ client: later.client, config, account, tenant: other }, { mayLeave: true })
    expect(later.acquireTokenSilent.mock.calls[0]![0]).toMatchObject({ forceRefresh: false, account: guest })
  })

  it('never uses a token of a tenant other than the requested one', async () => {
    const fake = client({ silent: gives('wrong', home) })
    const outcome = await acquireToken({ client: fake.client, config, account, tenant: other }, { mayLeave: true })
    expect(outcome).toEqual({ kind: 'leaving' })
    expect(fake.acquireTokenRedirect.mock.calls[0]![0]).toMatchObject({ authority: `https://login.example/${other}` })
  })

  it.each([[{ aud: 'another' }], [{ aud: ['spa', 'another'] }], [{}]])(
    'never uses a token whose ID token was issued for another application: %j',
    async (claims) => {
      const fake = client({ silent: gives('t', home, claims) })
      const outcome = await acquireToken({ client: fake.client, config, account, tenant: home }, { mayLeave: false })
      expect(outcome).toEqual({ kind: 'failed', code: 'sign-in-required' })
    },
  )

  it('requests consent for everything the API needs, once, even with a cached token', async () => {
    const fake = client({ silent: gives('t', home) })
    const ask = () =>
      acquireToken({ client: fake.client, config, account, tenant: home }, { mayLeave: true, consent: true })
    expect(await ask()).toEqual({ kind: 'leaving' })
    expect(fake.acquireTokenSilent).not.toHaveBeenCalled()
    expect(fake.acquireTokenRedirect.mock.calls[0]![0]).toMatchObject({
      scopes: ['api://x/.default'],
      prompt: 'consent',
    })
    expect(await ask()).toEqual({ kind: 'failed', code: 'consent-required' })
  })

  it.each(['interaction_required', 'timed_out', 'no_tokens_found'])(
    'redirects to the sign-in page on %s, once',
    async (code) => {
      const fake = client({ silent: fails(code) })
      const context = { client: fake.client, config, account, tenant: home }
      expect(await acquireToken(context, { mayLeave: true })).toEqual({ kind: 'leaving' })
      expect(await acquireToken(context, { mayLeave: true })).toEqual({ kind: 'failed', code: 'sign-in-required' })
      expect(fake.acquireTokenRedirect).toHaveBeenCalledTimes(1)
    },
  )

  it('carries the claims of a challenge to the sign-in page', async () => {
    const fake = client({ silent: fails('interaction_required', '{"c":1}') })
    const context = { client: fake.client, config, account, tenant: home }
    expect(await acquireToken(context, { mayLeave: true, claims: '{"c":0}' })).toEqual({ kind: 'leaving' })
    expect(fake.acquireTokenRedirect.mock.calls[0]![0]).toMatchObject({ claims: '{"c":1}' })
    expect(await acquireToken(context, { mayLeave: true })).toEqual({ kind: 'failed', code: 'claims-challenge' })
  })

  it('stays on the page when leaving is not allowed', async () => {
    const fake = client({ silent: fails('login_required') })
    const outcome = await acquireToken({ client: fake.client, config, account, tenant: home }, { mayLeave: false })
    expect(outcome).toEqual({ kind: 'failed', code: 'sign-in-required' })
    expect(fake.acquireTokenRedirect).not.toHaveBeenCalled()
  })

  it('does not blame the user when the directory is down', async () => {
    const fake = client({ silent: fails('no_network_connectivity') })
    const outcome = await acquireToken({ client: fake.client, config, account, tenant: home }, { mayLeave: true })
    expect(outcome).toEqual({ kind: 'failed', code: 'entra-down' })
  })
})
