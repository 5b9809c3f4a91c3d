import 'server-only'
import { errorTable } from '@/lib/contract/error-table'
import type { ApiError } from '@/lib/contract/errors'
import { jsonText } from './json-text'

/** No response of the API may be cached: it is one user's view of Azure. */
function headersFor(requestId: string, contentType: string): Headers {
  return new Headers({
    'content-type': contentType,
    'cache-control': 'no-store',
    vary: 'Authorization',
    'x-request-id': requestId,
  })
}

/**
 * The `WWW-Authenticate` of a 401.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge and
 * https://www.rfc-editor.org/rfc/rfc6750#section-3
 */
function challengeOf(error: ApiError, authorityHost: string | null): string {
  if (error.code === 'sign-in-required') return 'Bearer'
  if (error.code !== 'claims-challenge' || error.claims === null) return 'Bearer error="invalid_token"'
  const authority = authorityHost === null ? '' : `authorization_uri="${authorityHost}/common/oauth2/v2.0/authorize", `
  return `Bearer realm="", ${authority}error="insufficient_claims", claims="${error.claims}"`
}

/** An error as a response. `authorityHost` is null where the configuration itself is invalid. */
export function errorResponse(error: ApiError, requestId: string, authorityHost: string | null): Response {
  const { status } = errorTable[error.code]
  const headers = headersFor(requestId, 'application/json; charset=utf-8')
  if (status === 401) headers.set('www-authenticate', challengeOf(error, authorityHost))
  if (status === 405) headers.set('allow', 'GET')
  if (error.retryAfterSeconds !== null) headers.set('retry-after', String(Math.ceil(error.retryAfterSeconds)))
  return new Response(JSON.stringify({ ...error, requestId }), { status, headers })
}

export function jsonResponse(value: unknown, requestId: string): Response {
  return new Response(jsonText(value), { headers: headersFor(requestId, 'application/json; charset=utf-8') })
}

/** A response without a body. */
export function emptyResponse(requestId: string): Response {
  return new Response(null, { status: 204, headers: headersFor(requestId, 'application/json; charset=utf-8') })
}

/** A stream of JSON lines. A header asks proxies not to buffer it: otherwise nothing would show until the end. */
export function ndjsonResponse(body: ReadableStream<Uint8Array>, requestId: string): Response {
  const headers = headersFor(requestId, 'application/x-ndjson; charset=utf-8')
  headers.set('x-accel-buffering', 'no')
  return new Response(body, { headers })
}
