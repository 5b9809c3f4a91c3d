import type { AuthenticationResult } from '@azure/msal-browser'

/**
 * Whether the ID token of an answer was issued for this page's registration. MSAL checks nonce and state, but leaves
 * this comparison to the application. Source: https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation,
 * step 3
 */
export function isForThisPage(
  { idTokenClaims }: Pick<AuthenticationResult, 'idTokenClaims'>,
  clientId: string,
): boolean {
  return 'aud' in idTokenClaims && idTokenClaims.aud === clientId
}
