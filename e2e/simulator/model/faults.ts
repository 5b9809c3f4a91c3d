/** Names of all kinds of faults; a typo does not compile. */
export const faultKinds = [
  'throttle',
  'deny',
  'drop',
  'delay',
  'stall',
  'truncate',
  'garble',
  'html',
  'vanish',
  'repeat-next-link',
  'foreign-next-link',
  'expired-token',
  'server-error',
  'empty-page',
  'claims-challenge',
  'null-page',
  'wrong-type',
  'oversize',
  'unknown-words',
  'duplicate',
  'repeat-between-pages',
  'miss-between-pages',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** A fault as data of a world: what it matches, how often it applies, what it answers. */
export interface Fault {
  readonly id: string
  readonly kind: FaultKind
  /** Names of ARM routes (see `ArmRoute.name`); empty matches every route. */
  readonly routes: readonly string[]
  /** Substring of the path, compared without case; null matches every path. */
  readonly path: string | null
  /** Substring of the body, such as part of a query; null matches every body. */
  readonly body: string | null
  /** How many requests pass before it applies. */
  readonly skip: number
  /** How many times it applies; null: forever. */
  readonly times: number | null
  /** `throttle`: value of `Retry-After`; null sends none. */
  readonly retryAfter: string | null
  /** `server-error`: status; default 503. */
  readonly status: number | null
  /** `delay`, `stall`: milliseconds. */
  readonly milliseconds: number | null
}
