import type { Simulator } from '../server/state'
import { applicationIn, directoryAt, redirectAllowed, type Application } from './applications'
import { parseClaims, type ClaimsRequest } from './claims-request'
import type { EntraErrorName } from './errors'
import { parseScopes, type ScopeRequest } from './scopes'
import { parseTenantSegment, type TenantSegment } from './tenant-segment'

/** The target of an answer of the authorize endpoint. */
export interface ReturnAddress {
  readonly redirectUri: string
  readonly responseMode: 'fragment' | 'query'
  readonly state: string | null
  readonly correlationId: string | null
}

export interface AuthorizeRequest {
  /** The original parameters, to pass them through the sign-in form. */
  readonly raw: string
  readonly segment: TenantSegment
  readonly segmentText: string
  readonly application: Application
  readonly back: ReturnAddress
  readonly nonce: string | null
  readonly scope: string
  readonly scopes: ScopeRequest
  readonly codeChallenge: string | null
  readonly prompt: readonly string[]
  readonly loginHint: string | null
  readonly sid: string | null
  readonly domainHint: string | null
  readonly claims: ClaimsRequest
}

export type AuthorizeParse =
  | { readonly kind: 'request'; readonly request: AuthorizeRequest }
  /** The redirect URI is not trusted: show the error on a page. */
  | { readonly kind: 'page'; readonly error: EntraErrorName }
  | { readonly kind: 'redirect'; readonly error: EntraErrorName; readonly back: ReturnAddress }

function returnAddress(params: URLSearchParams, redirectUri: string): ReturnAddress {
  return {
    redirectUri,
    responseMode: params.get('response_mode') === 'fragment' ? 'fragment' : 'query',
    state: params.get('state'),
    correlationId: params.get('client-request-id'),
  }
}

/** Checks the parameters after the redirect URI; null if they are valid. */
function wrongWith(params: URLSearchParams, application: Application): EntraErrorName | null {
  if (params.get('response_type') !== 'code') return 'unknown-response'
  const challenge = params.get('code_challenge')
  if (application.kind === 'single-page' && challenge === null) return 'pkce-required'
  if (challenge !== null && params.get('code_challenge_method') !== 'S256') return 'pkce-required'
  return null
}

/** Parses a sign-in request, from the URL or from a form. */
export function parseAuthorize(simulator: Simulator, segmentText: string, params: URLSearchParams): AuthorizeParse {
  const segment = parseTenantSegment(simulator, segmentText)
  if (segment === null) return { kind: 'page', error: 'unknown-tenant' }
  const directory = directoryAt(simulator, segment)
  const application = applicationIn(directory, params.get('client_id') ?? '')
  if (application === undefined) return { kind: 'page', error: 'unknown-client' }
  const redirectUri = params.get('redirect_uri') ?? ''
  if (!redirectAllowed(application, redirectUri)) return { kind: 'page', error: 'unregistered-redirect' }
  const back = returnAddress(params, redirectUri)
  const refuse = (error: EntraErrorName): AuthorizeParse => ({ kind: 'redirect', error, back })
  const wrong = wrongWith(params, application)
  if (wrong !== null) return refuse(wrong)
  const scope = params.get('scope') ?? ''
  const scopes = parseScopes(scope, { armAudience: simulator.origins.server, directory })
  if (!scopes.ok) return refuse(scopes.error)
  const claims = parseClaims(params.get('claims'))
  if (claims === null) return refuse('unreadable-claims')
  const request: AuthorizeRequest = {
    raw: params.toString(),
    segment,
    segmentText,
    application,
    back,
    nonce: params.get('nonce'),
    scope,
    scopes: scopes.value,
    codeChallenge: params.get('code_challenge'),
    prompt: (params.get('prompt') ?? '').split(' ').filter((word) => word !== ''),
    loginHint: params.get('login_hint'),
    sid: params.get('sid'),
    domainHint: params.get('domain_hint'),
    claims,
  }
  return { kind: 'request', request }
}
