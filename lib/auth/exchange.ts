import 'server-only'
import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node'
import type { ServerConfig } from '@/lib/config/server-config'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { ArmToken, TokenFailure } from '@/lib/shared/token-source'
import type { Caller } from './caller'
import { clientProof } from './client-credential'
import { msalNetwork } from './msal-network'

/** The settings of the deployment that the exchange needs. */
export type ExchangeSettings = Pick<ServerConfig, 'authorityHost' | 'apiClientId' | 'armScope' | 'credential'>

/** Entra's endpoints follow one pattern, so no discovery document has to be fetched and trusted. */
export function authorityMetadata(authority: string): string {
  return JSON.stringify({
    issuer: `${authority}/v2.0`,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: `${authority}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
  })
}

function refusal(code: TokenFailure['code'], claims: string | null = null): TokenFailure {
  return { code, claims }
}

/** Whether the directory refused, by a code of OAuth, what only the operator can correct. */
export function isWrongConfiguration(code: string): boolean {
  return ['invalid_client', 'unauthorized_client', 'invalid_scope', 'invalid_resource', 'invalid_request'].includes(
    code,
  )
}

/**
 * Classifies what MSAL throws.
 * Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes and
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow#error-response-example
 */
export function exchangeFailure(error: unknown): TokenFailure {
  if (error instanceof InteractionRequiredAuthError) {
    if (error.claims !== '') return refusal('claims-challenge', Buffer.from(error.claims).toString('base64'))
    const consent = error.subError === 'consent_required' || error.errorCode === 'consent_required'
    return refusal(consent || error.message.includes('AADSTS65001') ? 'consent-required' : 'sign-in-expired')
  }
  if (!(error instanceof AuthError)) return refusal('entra-down')
  if (error.errorCode === 'invalid_grant') {
    return refusal(error.message.includes('AADSTS65001') ? 'consent-required' : 'token-expired')
  }
  return refusal(isWrongConfiguration(error.errorCode) ? 'configuration-invalid' : 'entra-down')
}

/**
 * Exchanges the caller's token for one that reads ARM as the caller.
 * Every call makes a new client on purpose: MSAL's in-memory cache grows with every user, and its throttling of a
 * failing request would delay other users. `arm-token.ts` caches the tokens, in one bounded cache.
 */
export async function exchange(caller: Caller, settings: ExchangeSettings): Promise<Result<ArmToken, TokenFailure>> {
  const proof = await clientProof(settings.credential)
  if (!proof.ok) return fail(refusal('configuration-invalid'))
  const authority = `${settings.authorityHost}/${caller.tenantId}`
  try {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId: settings.apiClientId,
        authority,
        authorityMetadata: authorityMetadata(authority),
        knownAuthorities: [new URL(settings.authorityHost).host],
        clientCapabilities: ['CP1'],
        ...proof.value,
      },
      system: { networkClient: msalNetwork },
    })
    const answer = await client.acquireTokenOnBehalfOf({
      oboAssertion: caller.accessToken.reveal(),
      scopes: [settings.armScope],
      skipCache: true,
    })
    const expiresOn = answer?.expiresOn ?? null
    if (answer === null || expiresOn === null || answer.accessToken === '') return fail(refusal('entra-down'))
    return ok({ token: answer.accessToken, expiresAt: expiresOn.getTime() })
  } catch (error) {
    return fail(exchangeFailure(error))
  }
}
