import 'server-only'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { parseResetsAfter, parseRetryAfter, parseRetryAfterMilliseconds } from './schedule/retry-after'
import type { WaitReason } from './schedule/lane'
import type { Refusal } from './refusal'

/** The outcome of one attempt. */
export type Outcome =
  | { readonly kind: 'done'; readonly json: unknown; readonly text: string }
  | { readonly kind: 'throttled'; readonly milliseconds: number; readonly reason: WaitReason | null }
  | { readonly kind: 'challenged'; readonly claims: string }
  | { readonly kind: 'down'; readonly retryAfter: number | null }
  | { readonly kind: 'api-version'; readonly offered: readonly string[] }
  | { readonly kind: 'token-expired' | 'denied' | 'not-found' | 'timed-out' | 'unreadable' | 'untrusted' }
  /** ARM understood the request and refuses it: a retry would get the same response. */
  | { readonly kind: 'refused' }

/** Azure's own recommendation where a 429 has no wait. */
const defaultThrottleMilliseconds = 5000

/**
 * Claims of a challenge, base64; null without claims.
 * Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function readChallenge(header: string | undefined): string | null {
  if (header === undefined || !/error="?insufficient_claims/i.test(header)) return null
  return /claims="([A-Za-z0-9+/_=-]{1,8192})"/i.exec(header)?.[1] ?? null
}

/** How long a response asks the caller to wait; null where it does not say so in any form. */
function retryAfterOf({ headers }: PipelineResponse, now: number): number | null {
  return (
    parseRetryAfterMilliseconds(headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms')) ??
    parseRetryAfter(headers.get('retry-after'), now)
  )
}

function throttled(response: PipelineResponse, now: number): Outcome {
  const { headers } = response
  const milliseconds =
    retryAfterOf(response, now) ??
    parseResetsAfter(headers.get('x-ms-user-quota-resets-after')) ??
    defaultThrottleMilliseconds
  const compute = headers.get('x-ms-ratelimit-remaining-resource')?.startsWith('Microsoft.Compute/') === true
  return { kind: 'throttled', milliseconds, reason: compute ? 'compute' : null }
}

function readJson(text: string): Outcome {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? { kind: 'done', json, text } : { kind: 'unreadable' }
  } catch {
    return { kind: 'unreadable' }
  }
}

/**
 * A request that ARM refuses, by its codes. Resource Graph answers so where the user may read no subscription of the
 * request, and has been seen to throttle with this status.
 * Source: https://learn.microsoft.com/azure/governance/resource-graph/troubleshoot/general
 */
function badRequest(response: PipelineResponse, refusal: Refusal | null, now: number): Outcome {
  const codes = refusal?.codes ?? []
  if (codes.includes('NoValidSubscriptionsInQueryRequest')) return { kind: 'denied' }
  if (codes.includes('RateLimiting')) return throttled(response, now)
  return { kind: codes.length > 0 ? 'refused' : 'unreadable' }
}

/**
 * ARM refuses the token: it requires more of the user, the resource belongs to another tenant, or the token has
 * expired. The user may not read another tenant's resource; no new token changes that.
 */
function refusedToken({ headers }: PipelineResponse, refusal: Refusal | null): Outcome {
  const claims = readChallenge(headers.get('www-authenticate'))
  if (claims !== null) return { kind: 'challenged', claims }
  const foreign = refusal?.codes.includes('InvalidAuthenticationTokenTenant') === true
  return foreign ? { kind: 'denied' } : { kind: 'token-expired' }
}

/** Classifies a response by its status; only 200 with JSON can be read. */
export function outcomeOf(response: PipelineResponse, refusal: Refusal | null, now: number): Outcome {
  const { status } = response
  // ARM answers 400 or, for a list, 404: without the versions that it offers, that does not concern the version.
  const offered = refusal?.offeredVersions ?? []
  if (offered.length > 0 && (status === 400 || status === 404)) return { kind: 'api-version', offered }
  if (status === 200) return readJson(response.bodyAsText ?? '')
  if (status === 400) return badRequest(response, refusal, now)
  if (status === 401) return refusedToken(response, refusal)
  if (status === 403) return { kind: 'denied' }
  if (status === 404) return { kind: 'not-found' }
  if (status === 408) return { kind: 'timed-out' }
  if (status === 429) return throttled(response, now)
  if (status >= 500) return { kind: 'down', retryAfter: retryAfterOf(response, now) }
  return { kind: 'unreadable' }
}
