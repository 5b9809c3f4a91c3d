import 'server-only'
import type { NoticeKind } from '@/lib/timeline/notice/types'
import type { FollowedView } from '@/lib/timeline/notice/view'

/** The owner of a watch: the user's object id in a tenant of a cloud. */
export interface Follower {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** One VM by its ARM id in Azure's spelling, or a view of the fleet under the name that the user gave it. */
export type WatchTarget =
  | { readonly kind: 'vm'; readonly id: string }
  | { readonly kind: 'view'; readonly name: string; readonly view: FollowedView }

export interface WatchSettings {
  readonly kinds: readonly NoticeKind[]
  /** Names of configured webhooks. */
  readonly channels: readonly string[]
  /** Epoch milliseconds; null while it is not muted. */
  readonly mutedUntil: number | null
}

export interface Watch extends WatchSettings {
  readonly id: string
  readonly follower: Follower
  readonly target: WatchTarget
  /** The language of the notices in webhooks. */
  readonly language: string
  /** Whether the first observation sends a notice for what already needs attention. */
  readonly notifyCurrent: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
}
