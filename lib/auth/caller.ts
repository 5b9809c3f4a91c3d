import 'server-only'
import type { CloudName } from '@/lib/config/clouds'
import type { AccessToken } from './access-token'

/** The user behind a request, or the application that the operator lists, proved by a verified token. */
export interface Caller {
  readonly cloud: CloudName
  /** Tenant that issued the token; for a guest, the tenant they visit. */
  readonly tenantId: string
  /**
   * Object id of the user in that tenant, or the client id of the application. Together with the tenant it identifies one of
   * them permanently: Entra draws object ids, and no user chooses one.
   */
  readonly objectId: string
  /** As the directory names the user; null where the token contains no name. */
  readonly name?: string | null
  /** App roles of this API that the user has in that tenant. */
  readonly roles: readonly string[]
  /** Set for an application without a user: it reads with the collector's rights, and what users have is none of its. */
  readonly isApplication?: true
  readonly accessToken: AccessToken
  /** Expiry of the token, epoch milliseconds. */
  readonly expiresAt: number
}

/** Why a request is refused. Every code is an error code of the contract. */
export type AuthFailureCode =
  | 'sign-in-required'
  | 'token-invalid'
  | 'token-expired'
  | 'tenant-not-allowed'
  | 'scope-missing'
  | 'app-only-token'
  | 'entra-down'

export interface AuthFailure {
  readonly code: AuthFailureCode
}

/** Escapes the separator in a part of a key. Ids of Entra stay unchanged. */
const withoutSeparator = (part: string): string => part.replaceAll(/[%|]/g, encodeURIComponent)

/** Key for anything stored for a user. Two users never share a key: it can be split in one way only. */
export function personKey({ cloud, tenantId, objectId }: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>): string {
  return [cloud, tenantId, objectId].map(withoutSeparator).join('|')
}

/** Whether a token's key belongs to a user. No user's key is a prefix of another's. */
export function isOf(key: string, person: string): boolean {
  return key.startsWith(`${person}|`)
}

/** Key of one user with one token: neither a renewed sign-in nor another user is ever served from the same entry. */
export function tokenKey(caller: Pick<Caller, 'cloud' | 'tenantId' | 'objectId' | 'accessToken'>): string {
  return `${personKey(caller)}|${caller.accessToken.fingerprint()}`
}
