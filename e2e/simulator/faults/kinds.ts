import type { Fault, FaultKind } from '../model/faults'
import type { SimResponse } from '../model/http'
import type { Delivery } from '../server/delivery'
import { claimsChallenge, expiredToken, forbidden, gone } from '../server/arm-refusals'
import { emptied, foreignNextLink, garbled, htmlInstead, nulled, repeatedNextLink, shiftedNextPage } from './bodies'
import { doubled, mistyped, oversized, reworded } from './odd-bodies'

/** The request as a fault sees it. */
export interface Scene {
  readonly url: URL
  readonly body: Buffer
  /** Origin of the https listener. */
  readonly origin: string
  readonly tenantId: string
  readonly objectId: string
  /** The client accepts compressed answers. */
  readonly acceptsGzip?: boolean
}

/** The effect of a kind of fault: it replaces the route's answer, changes it, or changes its delivery. */
export type Effect =
  | { readonly acts: 'instead'; readonly answer: (fault: Fault, scene: Scene) => SimResponse }
  | { readonly acts: 'after'; readonly change: (response: SimResponse, scene: Scene) => SimResponse }
  | { readonly acts: 'sending'; readonly delivery: (fault: Fault) => Delivery }
  | { readonly acts: 'waiting' }

function throttled(fault: Fault): SimResponse {
  return {
    status: 429,
    ...(fault.retryAfter === null ? {} : { headers: { 'retry-after': fault.retryAfter } }),
    json: { error: { code: 'TooManyRequests', message: 'The request is being throttled.' } },
  }
}

const unavailable = { code: 'ServiceUnavailable', message: 'The service is not available at the moment.' }

/** Resource Graph's engine failed, or ARM's gateway timed out (resource-graph-language.md 4.2). */
const graphFailures: Readonly<Record<number, Readonly<Record<string, unknown>>>> = {
  500: {
    code: 'InternalServerError',
    message: 'Please provide below info when asking for support: the engine failed.',
    details: [
      {
        code: 'UnexpectedQueryExecutionError',
        message: 'An unexpected query execution error occurred. Please try again later.',
      },
    ],
  },
  504: {
    code: 'GatewayTimeout',
    message: "The gateway did not receive a response from 'Microsoft.ResourceGraph' within the specified time period.",
  },
}

function serverError({ status, retryAfter }: Fault, { url }: Scene): SimResponse {
  const isGraph = /microsoft\.resourcegraph/i.test(url.pathname)
  return {
    status: status ?? 503,
    ...(retryAfter === null ? {} : { headers: { 'retry-after': retryAfter } }),
    json: { error: (isGraph ? graphFailures[status ?? 503] : undefined) ?? unavailable },
  }
}

export const effects: Readonly<Record<FaultKind, Effect>> = {
  throttle: { acts: 'instead', answer: throttled },
  'server-error': { acts: 'instead', answer: serverError },
  deny: { acts: 'instead', answer: (_fault, scene) => forbidden(scene.objectId, scene.url.pathname) },
  vanish: { acts: 'instead', answer: (_fault, scene) => gone(scene.url.pathname) },
  'expired-token': { acts: 'instead', answer: (_fault, scene) => expiredToken(scene.origin, scene.tenantId) },
  'claims-challenge': { acts: 'instead', answer: (_fault, scene) => claimsChallenge(scene.origin) },
  html: { acts: 'after', change: htmlInstead },
  garble: { acts: 'after', change: garbled },
  'empty-page': { acts: 'after', change: emptied },
  'repeat-next-link': { acts: 'after', change: (response, { url, body }) => repeatedNextLink(response, url, body) },
  'foreign-next-link': { acts: 'after', change: (response, { url }) => foreignNextLink(response, url) },
  'null-page': { acts: 'after', change: nulled },
  'wrong-type': { acts: 'after', change: mistyped },
  oversize: { acts: 'after', change: (response, scene) => oversized(response, scene.acceptsGzip === true) },
  'unknown-words': { acts: 'after', change: reworded },
  duplicate: { acts: 'after', change: doubled },
  'repeat-between-pages': { acts: 'after', change: (response) => shiftedNextPage(response, -1) },
  'miss-between-pages': { acts: 'after', change: (response) => shiftedNextPage(response, 1) },
  drop: { acts: 'sending', delivery: () => ({ kind: 'drop' }) },
  truncate: { acts: 'sending', delivery: () => ({ kind: 'truncate' }) },
  stall: { acts: 'sending', delivery: ({ milliseconds }) => ({ kind: 'stall', milliseconds }) },
  delay: { acts: 'waiting' },
}
