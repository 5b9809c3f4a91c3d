import type { CryptoKey } from 'jose'

/** Azure clouds that a tenant can have; its metadata and tokens then name that cloud's hosts. */
export const entraClouds = ['public', 'usgovernment', 'china'] as const
export type EntraCloud = (typeof entraClouds)[number]

/** The home tenant of an account, which checks the password. A guest keeps the home account in every tenant. */
export interface HomeAccount {
  readonly homeTenantId: string
  readonly homeObjectId: string
}

export interface SessionAccount extends HomeAccount {
  /** Session id of the `sid` claim. */
  readonly sid: string
  /** Stronger sign-ins that this account completed in this browser. */
  readonly acrs: Set<string>
}

/** The signed-in accounts of one browser, by `homeTenantId.homeObjectId`. */
export type Session = Map<string, SessionAccount>

/** The content of a code or a refresh token. */
export interface Grant extends HomeAccount {
  readonly clientId: string
  readonly sid: string
  readonly acrs: readonly string[]
  /** Client capabilities, as in the `xms_cc` claim. */
  readonly capabilities: readonly string[]
  readonly expiresAt: number
}

export interface CodeGrant extends Grant {
  readonly tenantId: string
  readonly redirectUri: string
  readonly codeChallenge: string | null
  readonly nonce: string | null
  readonly scope: string
}

export interface EntraState {
  readonly sessions: Map<string, Session>
  /** Codes that can still be redeemed, by value. */
  readonly codes: Map<string, CodeGrant>
  readonly usedCodes: Set<string>
  readonly refreshTokens: Map<string, Grant>
  /** Public keys with which the product's API may sign client assertions. */
  readonly clientKeys: CryptoKey[]
}

export function createEntraState(): EntraState {
  return { sessions: new Map(), codes: new Map(), usedCodes: new Set(), refreshTokens: new Map(), clientKeys: [] }
}

export function accountKey({ homeTenantId, homeObjectId }: HomeAccount): string {
  return `${homeObjectId}.${homeTenantId}`.toLowerCase()
}

/** Deletes expired entries, so that a simulator that runs for days does not grow. */
export function forgetExpired(grants: Map<string, Grant>, now: number): void {
  if (grants.size < 500) return
  for (const [value, grant] of grants) if (grant.expiresAt < now) grants.delete(value)
}
