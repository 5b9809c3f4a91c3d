import 'server-only'
import type { TokenFailure } from '@/lib/shared/token-source'

interface Refused {
  readonly scope: string
  /** ARM's own codes for it (`error.code`, `error.details[].code`); absent where it sent none. */
  readonly codes?: readonly string[]
}

/**
 * Why a part of Azure could not be read. `scope` is a subscription id, an ARM id or `tenant`.
 * `api-version`: this cloud knows none of the versions that the product can read; `offered` are those it does.
 * `no-token`: there was no token to ask with, or ARM wants more of the person (then with claims).
 */
export type ArmFailure =
  | (Refused & { readonly kind: 'throttled'; readonly retryAfterMilliseconds: number })
  | (Refused & { readonly kind: 'no-token'; readonly cause: TokenFailure })
  | (Refused & { readonly kind: 'api-version'; readonly offered: readonly string[] })
  | (Refused & { readonly kind: 'denied' | 'not-found' | 'down' | 'timed-out' | 'unreadable' | 'cancelled' })
