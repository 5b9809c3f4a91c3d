import { CacheLookupPolicy, type AccountInfo, type PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { authorityOf } from './msal-client'

/** Signing out waits no longer for the server: a server that is away holds nobody back. */
const waitMilliseconds = 2000

/** The token that this tab has for an account; null where it has none. Nothing is fetched. */
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

/** Tells the server that the tokens of this tab, of every account and tenant, are good for nothing any more. */
export async function endSessions(client: PublicClientApplication, config: BrowserConfig): Promise<void> {
  const tokens = await Promise.all(client.getAllAccounts().map((account) => tokenOf(client, config, account)))
  await Promise.all([...new Set(tokens)].flatMap((token) => (token === null ? [] : [endOne(token)])))
}
