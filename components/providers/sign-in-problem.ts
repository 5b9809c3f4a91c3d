import type { SignInProblem } from './session-types'

/** The common fields of MSAL's errors; read structurally so that MSAL itself can load lazily. */
export interface SignInErrorDetails {
  readonly errorCode: string
  readonly errorMessage: string
  readonly claims: string | null
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The fields of an unknown error that describe it. */
export function signInErrorDetails(error: unknown): SignInErrorDetails {
  if (typeof error !== 'object' || error === null) return { errorCode: '', errorMessage: '', claims: null }
  return {
    errorCode: 'errorCode' in error ? text(error.errorCode) : '',
    errorMessage: 'errorMessage' in error ? text(error.errorMessage) : '',
    claims: 'claims' in error && text(error.claims) !== '' ? text(error.claims) : null,
  }
}

/**
 * Maps an error of the directory to the few problems that a user can act on. Codes:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export function signInProblemOf(details: SignInErrorDetails): SignInProblem {
  const { errorCode, errorMessage } = details
  if (/AADSTS(65001|90094|90095|65004)\b/.test(errorMessage) || errorCode === 'consent_required') return 'consent'
  if (/AADSTS(50020|90072|50034|50105|90002)\b/.test(errorMessage)) return 'not-in-tenant'
  if (/AADSTS(53000|53001|53002|53003|530004)\b/.test(errorMessage)) return 'blocked'
  if (errorCode === 'access_denied' || errorCode === 'user_cancelled') return 'cancelled'
  if (errorCode === 'interaction_required' || errorCode === 'login_required' || errorCode === 'invalid_grant')
    return 'expired'
  return 'other'
}

const interactiveCodes: ReadonlySet<string> = new Set([
  'interaction_required',
  'login_required',
  'consent_required',
  'no_tokens_found',
  'native_account_unavailable',
  'refresh_token_expired',
  'bad_token',
  'invalid_grant',
  'no_account_error',
  'token_refresh_required',
  // MSAL does not classify a blocked hidden frame as "interaction required", but only interaction helps.
  'timed_out',
  'monitor_window_timeout',
  'iframe_closed_prematurely',
  'block_iframe_reload',
])

/** True when only a redirect to the sign-in page can help. */
export function needsInteraction(details: SignInErrorDetails): boolean {
  return interactiveCodes.has(details.errorCode) || details.claims !== null
}
