import 'server-only'
import type { CloudName } from '@/lib/config/clouds'
import type { AccessToken } from './access-token'

/** The person behind a request, proved by a verified token. */
export interface Caller {
  readonly cloud: CloudName
  /** Tenant the token was issued in; for a guest, the tenant visited. */
  readonly tenantId: string
  /** Object id of the person in that tenant. Together with the tenant it names a person for ever. */
  readonly objectId: string
  /** App roles of this API that the person holds in that tenant. */
  readonly roles: readonly string[]
  readonly accessToken: AccessToken
  /** End of the token's life, epoch milliseconds. */
  readonly expiresAt: number
}

/** Why a request is not let in. Every code is an error code of the contract. */
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

/** No part of a key holds the separator, whatever it is made of. Ids of Entra stay as they are. */
const withoutSeparator = (part: string): string => part.replaceAll(/[%|]/g, encodeURIComponent)

/** Key for anything kept for a person. Two people never share a key: it can be taken apart in one way only. */
export function personKey({ cloud, tenantId, objectId }: Pick<Caller, 'cloud' | 'tenantId' | 'objectId'>): string {
  return [cloud, tenantId, objectId].map(withoutSeparator).join('|')
}

/** Whether a token's key is of a person. No person's key is the beginning of another's. */
export function isOf(key: string, person: string): boolean {
  return key.startsWith(`${person}|`)
}

/** The person and the very token: a renewed sign-in, or another person, is never served from the same entry. */
export function tokenKey(caller: Pick<Caller, 'cloud' | 'tenantId' | 'objectId' | 'accessToken'>): string {
  return `${personKey(caller)}|${caller.accessToken.fingerprint()}`
}
