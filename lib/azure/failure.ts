import 'server-only'
import type { TokenFailure } from '@/lib/shared/token-source'

/**
 * Why a part of Azure could not be read. `scope` is a subscription id, an ARM id or `tenant`.
 * `no-token`: there was no token to ask with, or ARM wants more of the person (then with claims).
 */
export type ArmFailure =
  | { readonly kind: 'throttled'; readonly scope: string; readonly retryAfterMilliseconds: number }
  | { readonly kind: 'no-token'; readonly scope: string; readonly cause: TokenFailure }
  | {
      readonly kind: 'denied' | 'not-found' | 'down' | 'timed-out' | 'unreadable' | 'cancelled'
      readonly scope: string
      /** What ARM's last answer said of its reason, where it was an error of ARM. */
      readonly answer?: { readonly status: number; readonly codes: readonly string[] }
    }
