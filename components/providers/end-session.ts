import { CacheLookupPolicy, type AccountInfo, type PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { authorityOf } from './msal-client'

/** Signing out waits at most this long for the server: an unavailable server must not block the user. */
const waitMilliseconds = 2000

/** The token that this tab has for an account; null without one. No request is made. */
async function tokenOf(
  client: PublicClientApplication,
  config: BrowserConfig,
  account: AccountInfo,
): Promise<string | null> {
  try {
    const result = await client.acquireTokenSilent({
      scopes: [config.apiScope],
      account,
      authority: authorityOf(config, account.tenantId),
      cacheLookupPolicy: CacheLookupPolicy.AccessToken,
    })
    return result.accessToken
  } catch {
    return null
  }
}

async function endOne(token: string): Promise<void> {
  const init = { credentials: 'omit', redirect: 'error', cache: 'no-store', keepalive: true } as const
  const headers = { authorization: `Bearer ${token}` }
  const signal = AbortSignal.timeout(waitMilliseconds)
  await fetch('/api/v1/session', { ...init, method: 'DELETE', headers, signal }).catch(() => undefined)
}

/** Asks the server to revoke the tokens of this tab, for every account and tenant. */
export async function endSessions(client: PublicClientApplication, config: BrowserConfig): Promise<void> {
  const tokens = await Promise.all(client.getAllAccounts().map((account) => tokenOf(client, config, account)))
  await Promise.all([...new Set(tokens)].flatMap((token) => (token === null ? [] : [endOne(token)])))
}
