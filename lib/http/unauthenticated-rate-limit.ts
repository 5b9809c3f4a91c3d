import 'server-only'
import type { AuthFailureCode } from '@/lib/auth/caller'
import { serverConfig } from '@/lib/config/config'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { networkKeyOf, clientAddress } from './address'
import { Allowance } from '@/lib/shared/allowance'

const windowMilliseconds = 60_000
/** Addresses that are tracked at once. Over the limit, the oldest are dropped first. */
const mostAddresses = 100_000

declare global {
  // Next.js bundles each route separately; an address has one limit for all of them.
  var sealwatchUnauthenticated: Allowance | undefined
}

function allowance(): Allowance {
  const perMinute = serverConfig().unauthenticatedPerMinute
  return (globalThis.sealwatchUnauthenticated ??= new Allowance({
    burst: perMinute,
    intervalMilliseconds: windowMilliseconds / perMinute,
    mostKeys: mostAddresses,
  }))
}

/**
 * Whether this address may send more requests without a valid token; null where it may, otherwise the error to answer
 * with.
 */
export function unauthenticatedRefusal(request: Request): ApiError | null {
  // A clock that is set back must not lock callers out.
  const wait = allowance().waitSeconds(networkKeyOf(clientAddress(request)), performance.now())
  return wait === 0 ? null : apiError('too-many-requests', { retryAfterSeconds: wait })
}

/**
 * Counts an unauthenticated request. An expired token was issued to a real user: whole offices behind one address send
 * such tokens every hour, and get new ones.
 */
export function countUnauthenticated(request: Request, code: AuthFailureCode): void {
  if (code !== 'token-expired') allowance().spend(networkKeyOf(clientAddress(request)), performance.now())
}
