import 'server-only'
import type { AuthFailureCode } from '@/lib/auth/caller'
import { serverConfig } from '@/lib/config/config'
import type { ApiError } from '@/lib/contract/errors'
import { addressOf, whence } from './address'
import { Allowance } from '@/lib/shared/allowance'
import { apiError } from './api-error'

const windowMilliseconds = 60_000
/** Addresses under watch at once. When there are more, those that were seen first are let go. */
const mostAddresses = 100_000

declare global {
  // Next bundles each route by itself; an address is one for all of them.
  var sealwatchStrangers: Allowance | undefined
}

function allowance(): Allowance {
  const perMinute = serverConfig().strangersPerMinute
  return (globalThis.sealwatchStrangers ??= new Allowance({
    burst: perMinute,
    intervalMilliseconds: windowMilliseconds / perMinute,
    mostKeys: mostAddresses,
  }))
}

/** Whether this address may go on asking without a valid token; null where it may, otherwise what it is told. */
export function strangerRefusal(request: Request): ApiError | null {
  // A clock that is set back must not shut anybody out.
  const wait = allowance().waitSeconds(addressOf(whence(request)), performance.now())
  return wait === 0 ? null : apiError('too-many-requests', { retryAfterSeconds: wait })
}

/**
 * Counts a request of somebody who showed no valid token. One that is only too old was somebody's: whole offices behind
 * one address show such tokens every hour, and get new ones.
 */
export function noteStranger(request: Request, code: AuthFailureCode): void {
  if (code !== 'token-expired') allowance().spend(addressOf(whence(request)), performance.now())
}
