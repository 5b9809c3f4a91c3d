import type { Result } from './result'

/** Why no token for ARM could be had, or why ARM will not take it. Every code is an error code of the contract. */
export const tokenFailureCodes = [
  'claims-challenge',
  'consent-required',
  'token-expired',
  'sign-in-expired',
  'entra-down',
  'configuration-invalid',
  'cancelled',
] as const
export type TokenFailureCode = (typeof tokenFailureCodes)[number]

export interface TokenFailure {
  readonly code: TokenFailureCode
  /** `claims-challenge`: base64 of the claims that the browser must ask for; otherwise null. */
  readonly claims: string | null
}

/** A token for ARM that acts for one person. `expiresAt` is epoch milliseconds. */
export interface ArmToken {
  readonly token: string
  readonly expiresAt: number
}

/** Where the code that talks to ARM gets its token: bound to one person, so that it cannot ask for another's. */
export interface TokenSource {
  readonly get: (signal: AbortSignal) => Promise<Result<ArmToken, TokenFailure>>
  /** Forgets a token that ARM refused, so that the next `get` exchanges anew. */
  readonly drop: () => void
}
