import type { VmState } from '@/lib/encryption/types'
import type { StuckRule } from '../stuck/signs'

/** What a user can be notified of about a VM. A failure needs a person as well: users who watch for that get both. */
export const noticeKinds = ['needs-person', 'finished', 'failed', 'stuck'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that happened to a followed VM, once. */
export interface Notice {
  readonly kind: NoticeKind
  /** The observed state and the one before it; null when there was no earlier observation. */
  readonly state: VmState
  readonly before: VmState | null
  /** ISO time of the observation. */
  readonly at: string
  /** The stall rule that holds; null for every other kind. */
  readonly rule: StuckRule | null
  /** Sequence number of this notice among those about the same VM for the same watch. */
  readonly episode: number
}

/** What a watch remembers of one VM, to detect what is new. */
export interface WatchMemory {
  /** `vmId` of the machine, in lower case; null when no observation contained it. */
  readonly vmId: string | null
  /** ISO time of the observation that last changed this. */
  readonly at: string
  /** The last state that is not unknown. */
  readonly state: VmState
  /** Work that began and whose end was not observed yet. */
  readonly working: 'encrypting' | 'decrypting' | null
  /** The last state that needed a person and when it was left; null while it lasts or when there was no such state. */
  readonly left: { readonly state: VmState; readonly at: string } | null
  /** Whether this run has been reported as possibly stuck. */
  readonly stuck: boolean
  /** Number of notices so far. */
  readonly episodes: number
}
