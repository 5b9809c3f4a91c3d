import 'server-only'
import type { NoticeKind } from '@/lib/timeline/notice/types'
import type { FollowedView } from '@/lib/timeline/notice/view'

/** Somebody who follows: the person's object id in a tenant of a cloud. */
export interface Follower {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** One VM by its ARM id as Azure spells it, or a view of the fleet under the name that the person gave it. */
export type WatchTarget =
  | { readonly kind: 'vm'; readonly id: string }
  | { readonly kind: 'view'; readonly name: string; readonly view: FollowedView }

export interface WatchWishes {
  readonly kinds: readonly NoticeKind[]
  /** Names of configured webhooks. */
  readonly channels: readonly string[]
  /** Epoch milliseconds; null while it is heard. */
  readonly mutedUntil: number | null
}

export interface Watch extends WatchWishes {
  readonly id: string
  readonly follower: Follower
  readonly target: WatchTarget
  /** In which language webhooks speak of it. */
  readonly language: string
  /** Whether what needs a person at the first look is told. */
  readonly tellPresent: boolean
  /** Epoch milliseconds. */
  readonly createdAt: number
}
