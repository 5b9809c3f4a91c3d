import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-browser'
import { beforeEach, expect, it, vi } from 'vitest'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { quietSignIn, takeRedirectAnswer } from './msal-client'

const config: BrowserConfig = {
  cloud: 'public',
  authorityHost: 'https://login.example',
  authorityMetadata: null,
  local: false,
  demo: false,
  spaClientId: 'this-page',
  tenantId: '11111111-1111-4111-8111-111111111111',
  apiScope: 'api://x/access_as_user',
  portalHost: 'https://portal.example',
  snapshotHours: null,
  otherTenants: true,
  idleMinutes: null,
}
const account = { homeAccountId: 'o.t', tenantId: config.tenantId, username: 'a@contoso.example' } as AccountInfo
const answer = (idTokenClaims: object) => ({ account, idTokenClaims }) as AuthenticationResult

vi.mock('./tab-memory', () => ({ wasSignedIn: () => true }))

const clearCache = vi.fn<(request: unknown) => Promise<void>>(() => Promise.resolve())
const clientOf = (result: AuthenticationResult | null) =>
  ({
    handleRedirectPromise: () => Promise.resolve(result),
    ssoSilent: () => Promise.resolve(result),
    clearCache,
  }) as unknown as PublicClientApplication

beforeEach(() => clearCache.mockClear())

it('accepts an answer whose ID token is for this page', async () => {
  const result = answer({ aud: 'this-page' })
  expect(await takeRedirectAnswer(clientOf(result), config)).toEqual({ result, problem: null })
  expect(await quietSignIn(clientOf(result), config, config.tenantId)).toBe(account)
  expect(clearCache).not.toHaveBeenCalled()
})

it('accepts a load without an answer', async () => {
  expect(await takeRedirectAnswer(clientOf(null), config)).toEqual({ result: null, problem: null })
})

it.each([[{ aud: 'another-page' }], [{ aud: ['this-page'] }], [{ aud: '' }], [{}]])(
  'refuses an ID token with %j and removes what came with it',
  async (claims) => {
    const result = answer(claims)
    expect(await takeRedirectAnswer(clientOf(result), config)).toEqual({ result: null, problem: 'not-for-us' })
    expect(await quietSignIn(clientOf(result), config, config.tenantId)).toBe(null)
    expect(clearCache.mock.calls).toEqual([[{ account }], [{ account }]])
  },
)
