import 'server-only'
import type { TokenFailure } from '@/lib/shared/token-source'

interface Refused {
  readonly scope: string
  /** ARM's own codes for the failure (`error.code`, `error.details[].code`); absent where it sent no code. */
  readonly codes?: readonly string[]
}

/**
 * Why a part of Azure could not be read. `scope` is a subscription id, an ARM id or `tenant`. `api-version`: this cloud
 * supports no version that the product can read; `offered` lists the versions it supports. `untrusted`: the certificate of
 * the connection is not trusted, as behind a proxy that inspects TLS. `no-token`: no token was
 * available, or ARM requires more of the user (then with claims).
 */
export type ArmFailure =
  | (Refused & { readonly kind: 'throttled'; readonly retryAfterMilliseconds: number })
  | (Refused & { readonly kind: 'no-token'; readonly cause: TokenFailure })
  | (Refused & { readonly kind: 'api-version'; readonly offered: readonly string[] })
  | (Refused & {
      readonly kind: 'denied' | 'not-found' | 'down' | 'untrusted' | 'timed-out' | 'unreadable' | 'cancelled'
    })
