import type { Result } from './result'

/** Why no token for ARM is available, or why ARM refuses it. Every code is an error code of the contract. */
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
  /** `claims-challenge`: base64 of the claims that the browser must request; otherwise null. */
  readonly claims: string | null
}

/** A token for ARM that acts for one user. `expiresAt` is epoch milliseconds. */
export interface ArmToken {
  readonly token: string
  readonly expiresAt: number
}

/** Where the code that talks to ARM gets its token: bound to one user, so that it cannot request another user's. */
export interface TokenSource {
  readonly get: (signal: AbortSignal) => Promise<Result<ArmToken, TokenFailure>>
  /**
   * Forgets a token that ARM refused, so that the next `get` requests another.
   * @param claims base64 of what ARM requires of the user in addition, where it says so
   */
  readonly drop: (claims?: string) => void
}
