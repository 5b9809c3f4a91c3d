import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-browser'
import type { BrowserConfig } from '@/lib/contract/browser-config'
import { isForThisPage } from './id-token'
import { authorityOf } from './msal-client'
import type { TokenOutcome, TokenRequest } from './session-types'
import { needsInteraction, signInErrorDetails, signInProblemOf, type SignInErrorDetails } from './sign-in-problem'
import { mayLeaveFor } from './tab-memory'
import { isTenantId } from './wanted-tenant'

export interface TokenContext {
  readonly client: PublicClientApplication
  readonly config: BrowserConfig
  readonly account: AccountInfo
  /** Id or domain of the tenant that the token must be for. */
  readonly tenant: string
}

const mustVisit: SignInErrorDetails = { errorCode: 'interaction_required', errorMessage: '', claims: null }

/**
 * MSAL answers from its cache by the tenant of the *account*, for any requested authority. So the first token for
 * another tenant is requested from the directory, and the tenant of the result is checked.
 */
async function silently(
  { client, config, account, tenant }: TokenContext,
  request: TokenRequest,
): Promise<AuthenticationResult | null> {
  const inTenant = client
    .getAllAccounts({ homeAccountId: account.homeAccountId })
    .find((each) => each.tenantId === tenant)
  const result = await client.acquireTokenSilent({
    scopes: [config.apiScope],
    account: inTenant ?? account,
    authority: authorityOf(config, tenant),
    forceRefresh: request.fresh === true || (inTenant === undefined && account.tenantId !== tenant),
    ...(request.claims === undefined ? {} : { claims: request.claims }),
  })
  if (isTenantId(tenant) && result.tenantId !== tenant) return null
  if (!isForThisPage(result, config.spaClientId)) return null
  return result
}

/**
 * `.default` of the API lets the directory ask at the same time for the API's own permissions in Azure, if the API
 * lists this application as a known client
 * (https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#default-and-combined-consent).
 */
function combinedConsent(apiScope: string): { readonly scopes: string[]; readonly prompt: string } {
  return { scopes: [`${apiScope.slice(0, apiScope.lastIndexOf('/'))}/.default`], prompt: 'consent' }
}

async function leave(context: TokenContext, details: SignInErrorDetails, request: TokenRequest): Promise<TokenOutcome> {
  const { client, config, account, tenant } = context
  const claims = details.claims ?? request.claims
  const consent = request.consent === true || signInProblemOf(details) === 'consent'
  const code = consent ? 'consent-required' : claims === undefined ? 'sign-in-required' : 'claims-challenge'
  const reason = [
    tenant,
    account.homeAccountId,
    request.consent === true ? 'consent' : details.errorCode,
    claims ?? '',
  ].join(' ')
  if (!request.mayLeave || !mayLeaveFor(reason, Date.now())) return { kind: 'failed', code }
  await client.acquireTokenRedirect({
    scopes: [config.apiScope],
    authority: authorityOf(config, tenant),
    account,
    loginHint: account.username,
    ...(request.consent === true ? combinedConsent(config.apiScope) : {}),
    ...(claims === undefined ? {} : { claims }),
  })
  return { kind: 'leaving' }
}

/**
 * A token for the product's own API: from the cache, by refresh token, by hidden frame, or by a redirect to the sign-in
 * page if the request allows one. A redirect that did not help is not repeated.
 */
export async function acquireToken(context: TokenContext, request: TokenRequest): Promise<TokenOutcome> {
  let details = mustVisit
  try {
    // Consent needs a page; a token without it exists but would be refused again.
    const result = request.consent === true ? null : await silently(context, request)
    if (result !== null) return { kind: 'token', token: result.accessToken, tenantId: result.tenantId }
  } catch (error) {
    details = signInErrorDetails(error)
    if (!needsInteraction(details)) return { kind: 'failed', code: 'entra-down' }
  }
  try {
    return await leave(context, details, request)
  } catch {
    // Another redirect to the sign-in page is in progress, or the browser forbids it.
    return { kind: 'failed', code: 'sign-in-required' }
  }
}
