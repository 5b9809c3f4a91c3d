import { randomUUID } from 'node:crypto'
import type { SimResponse } from '../model/http'

interface Sort {
  readonly error: string
  readonly number: number
  readonly status: number
  readonly suberror?: string
  readonly text: string
}

/** Refusals of fake Entra: OAuth error, number of the AADSTS message, its text. */
const sorts = {
  'missing-field': {
    error: 'invalid_request',
    number: 900144,
    status: 400,
    text: 'A required parameter is missing from the request.',
  },
  'unreadable-claims': {
    error: 'invalid_request',
    number: 50027,
    status: 400,
    text: 'The claims parameter is not readable.',
  },
  'unknown-tenant': { error: 'invalid_request', number: 90002, status: 400, text: 'Tenant not found.' },
  'unknown-client': {
    error: 'unauthorized_client',
    number: 700016,
    status: 400,
    text: 'The application was not found in the directory.',
  },
  'unknown-grant': {
    error: 'unsupported_grant_type',
    number: 70003,
    status: 400,
    text: 'The grant type is not supported.',
  },
  'grant-not-allowed': {
    error: 'unauthorized_client',
    number: 700025,
    status: 401,
    text: 'The client may not use this grant type.',
  },
  'unknown-resource': {
    error: 'invalid_resource',
    number: 500011,
    status: 400,
    text: 'The resource principal was not found in the tenant.',
  },
  'several-resources': {
    error: 'invalid_request',
    number: 28000,
    status: 400,
    text: 'The scopes contain more than one resource.',
  },
  'unknown-scope': {
    error: 'invalid_client',
    number: 650053,
    status: 400,
    text: 'The application asked for a scope that the resource does not have.',
  },
  'no-origin': {
    error: 'invalid_request',
    number: 9002327,
    status: 400,
    text: "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  },
  'unexpected-origin': {
    error: 'invalid_request',
    number: 9002326,
    status: 400,
    text: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
  },
  'pkce-required': {
    error: 'invalid_request',
    number: 9002325,
    status: 400,
    text: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  },
  'pkce-mismatch': {
    error: 'invalid_grant',
    number: 501481,
    status: 400,
    text: 'The code_verifier does not match the code_challenge of the authorization request.',
  },
  'code-unknown': {
    error: 'invalid_grant',
    number: 9002313,
    status: 400,
    text: 'The authorization code is malformed or invalid.',
  },
  'code-used': {
    error: 'invalid_grant',
    number: 54005,
    status: 400,
    text: 'The authorization code was already redeemed.',
  },
  'code-expired': { error: 'invalid_grant', number: 70008, status: 400, text: 'The authorization code has expired.' },
  'unregistered-redirect': {
    error: 'invalid_client',
    number: 50011,
    status: 400,
    text: 'The redirect URI of the request does not match the redirect URIs configured for the application.',
  },
  'wrong-redirect': {
    error: 'invalid_client',
    number: 500112,
    status: 400,
    text: 'The reply address does not match the one of the authorization request.',
  },
  'refresh-unknown': {
    error: 'invalid_grant',
    number: 9002313,
    status: 400,
    text: 'The refresh token is malformed or invalid.',
  },
  'refresh-expired': {
    error: 'invalid_grant',
    number: 700084,
    status: 400,
    text: 'The refresh token was issued to a single page app and has a fixed, limited lifetime, which has ended. A new sign-in is needed.',
  },
  'secret-missing': {
    error: 'invalid_client',
    number: 7000218,
    status: 401,
    text: "The request body must contain 'client_assertion' or 'client_secret'.",
  },
  'secret-wrong': { error: 'invalid_client', number: 7000215, status: 401, text: 'Invalid client secret provided.' },
  'secret-expired': {
    error: 'invalid_client',
    number: 7000222,
    status: 401,
    text: 'The provided client secret keys are expired.',
  },
  'federation-unknown': {
    error: 'invalid_client',
    number: 700213,
    status: 401,
    text: 'No matching federated identity record found for presented assertion subject.',
  },
  'client-assertion-wrong': {
    error: 'invalid_client',
    number: 700027,
    status: 401,
    text: 'The client assertion failed signature validation.',
  },
  'assertion-wrong': {
    error: 'invalid_grant',
    number: 50013,
    status: 400,
    text: 'Assertion failed signature validation.',
  },
  'assertion-audience': {
    error: 'invalid_grant',
    number: 500131,
    status: 400,
    text: 'Assertion audience does not match the client that presents the assertion.',
  },
  'assertion-expired': {
    error: 'invalid_grant',
    number: 500133,
    status: 400,
    text: 'Assertion is not within its valid time range.',
  },
  'assertion-tenant': {
    error: 'invalid_grant',
    number: 50013,
    status: 400,
    text: 'The assertion was issued by another tenant.',
  },
  'assertion-scope': {
    error: 'invalid_grant',
    number: 65001,
    status: 400,
    text: 'The assertion carries no scope of this client.',
  },
  'consent-needed': {
    error: 'invalid_grant',
    number: 65001,
    status: 400,
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application.',
  },
  'consent-needed-silent': {
    error: 'consent_required',
    number: 65001,
    status: 400,
    text: 'The user or administrator has not consented to use the application.',
  },
  'consent-declined': {
    error: 'access_denied',
    number: 65004,
    status: 400,
    text: 'User declined to consent to access the app.',
  },
  'stronger-sign-in': {
    error: 'interaction_required',
    number: 50076,
    status: 400,
    suberror: 'basic_action',
    text: 'You must use multi-factor authentication to access the resource.',
  },
  'stronger-sign-in-silent': {
    error: 'interaction_required',
    number: 50076,
    status: 400,
    text: 'You must use multi-factor authentication to access the resource.',
  },
  'not-signed-in': {
    error: 'login_required',
    number: 50058,
    status: 400,
    text: 'A silent sign-in request was sent but no user is signed in.',
  },
  'several-sessions': {
    error: 'interaction_required',
    number: 16000,
    status: 400,
    text: 'Several users are signed in and none was named.',
  },
  'not-in-tenant': {
    error: 'interaction_required',
    number: 50020,
    status: 400,
    text: 'The user account does not exist in the tenant.',
  },
  'unknown-response': {
    error: 'unsupported_response_type',
    number: 700054,
    status: 400,
    text: 'The response_type is not enabled for the application.',
  },
  'server-failed': {
    error: 'temporarily_unavailable',
    number: 90033,
    status: 503,
    text: 'A transient error has occurred. Please try again.',
  },
} as const satisfies Record<string, Sort>

export type EntraErrorName = keyof typeof sorts

/** The fields of an error, for a redirect or a body. */
export interface EntraError {
  readonly error: string
  readonly errorDescription: string
  readonly number: number
  readonly status: number
  readonly suberror: string | null
  readonly traceId: string
  readonly correlationId: string
  readonly timestamp: string
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Builds an error; `correlationId` is the client's, if it sent one. */
export function entraError(name: EntraErrorName, now: number, correlationId?: string | null): EntraError {
  const sort: Sort = sorts[name]
  const traceId = randomUUID()
  const correlation = typeof correlationId === 'string' && guid.test(correlationId) ? correlationId : randomUUID()
  const timestamp = new Date(now).toISOString().replace('T', ' ').replace(/\.\d+/, '')
  const auditLog = `Trace ID: ${traceId} Correlation ID: ${correlation} Timestamp: ${timestamp}`
  return {
    error: sort.error,
    errorDescription: `AADSTS${sort.number}: ${sort.text} ${auditLog}`,
    number: sort.number,
    status: sort.status,
    suberror: sort.suberror ?? null,
    traceId,
    correlationId: correlation,
    timestamp,
  }
}

/** The JSON answer of a token or discovery endpoint; `claims` are those that the user must satisfy. */
export function errorBody(error: EntraError, claims?: string): SimResponse {
  return {
    status: error.status,
    headers: { 'cache-control': 'no-store', 'x-ms-request-id': error.traceId },
    json: {
      error: error.error,
      error_description: error.errorDescription,
      error_codes: [error.number],
      timestamp: error.timestamp,
      trace_id: error.traceId,
      correlation_id: error.correlationId,
      ...(error.suberror === null ? {} : { suberror: error.suberror }),
      ...(claims === undefined ? {} : { claims }),
    },
  }
}
