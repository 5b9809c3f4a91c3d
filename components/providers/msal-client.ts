import { PublicClientApplication, type AccountInfo, type AuthenticationResult } from '@azure/msal-browser'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { isForThisPage } from './id-token'
import { signInErrorDetails, signInProblemOf } from './sign-in-problem'
import type { SignInProblem } from './session-types'
import { wasSignedIn } from './tab-memory'

const redirectPath = '/auth/redirect'
/** A hidden frame answers in well under a second or, when the browser blocks it, never. */
const frameTimeoutMs = 6000

/** The authority of one tenant. */
export function authorityOf(config: BrowserConfig, tenant: string): string {
  return `${config.authorityHost}/${tenant}`
}

/** The one MSAL application of this tab. Its tokens are kept in the tab's session storage; its logger is silent. */
export async function createMsalClient(config: BrowserConfig): Promise<PublicClientApplication> {
  const redirectUri = `${window.location.origin}${redirectPath}`
  const client = new PublicClientApplication({
    auth: {
      clientId: config.spaClientId,
      authority: authorityOf(config, config.tenantId),
      knownAuthorities: [new URL(config.authorityHost).host],
      redirectUri,
      // The bridge page redirects to a clean start page; returning there directly would leave a state in the URL.
      postLogoutRedirectUri: redirectUri,
      // Declares to the directory that the client handles claims challenges.
      clientCapabilities: ['CP1'],
      ...(config.authorityMetadata === null ? {} : { authorityMetadata: config.authorityMetadata }),
    },
    cache: { cacheLocation: 'sessionStorage' },
    system: { iframeBridgeTimeout: frameTimeoutMs },
  })
  await client.initialize()
  return client
}

export interface Arrival {
  readonly result: AuthenticationResult | null
  readonly problem: SignInProblem | null
}

/** Removes an account whose ID token was issued for another application: nothing that came with it is used. */
async function isRefused(
  client: PublicClientApplication,
  config: BrowserConfig,
  result: AuthenticationResult,
): Promise<boolean> {
  if (isForThisPage(result, config.spaClientId)) return false
  await client.clearCache({ account: result.account })
  return true
}

/** Processes the answer of the sign-in page, if this load comes from there. */
export async function takeRedirectAnswer(client: PublicClientApplication, config: BrowserConfig): Promise<Arrival> {
  try {
    const result = await client.handleRedirectPromise()
    if (result !== null && (await isRefused(client, config, result))) return { result: null, problem: 'not-for-us' }
    return { result, problem: null }
  } catch (error) {
    return { result: null, problem: signInProblemOf(signInErrorDetails(error)) }
  }
}

/** Of the accounts of this tab, the one for a tenant; an account of another tenant may still have access to it. */
export function accountFor(client: PublicClientApplication, tenant: string): AccountInfo | null {
  const active = client.getActiveAccount()
  const inTenant = (account: AccountInfo) => account.tenantId === tenant
  const sameHome = client.getAllAccounts().filter((account) => account.homeAccountId === active?.homeAccountId)
  return (
    sameHome.find(inTenant) ?? active ?? client.getAllAccounts().find(inTenant) ?? client.getAllAccounts()[0] ?? null
  )
}

/**
 * In a new tab the user is not known yet, but the directory may have a session: asks once, without any UI. Skipped on a
 * device on which no user signed in, so that a first visit shows the sign-in page at once.
 */
export async function quietSignIn(
  client: PublicClientApplication,
  config: BrowserConfig,
  tenant: string,
): Promise<AccountInfo | null> {
  if (!wasSignedIn()) return null
  try {
    const result = await client.ssoSilent({ scopes: [config.apiScope], authority: authorityOf(config, tenant) })
    return (await isRefused(client, config, result)) ? null : result.account
  } catch {
    return null
  }
}
