import type { VmState } from '@/lib/encryption/types'
import type { StuckRule } from '../stuck/signs'

/** What a person can want to be told of a VM. A failure needs a person as well: whoever wants that gets both. */
export const noticeKinds = ['needs-person', 'finished', 'failed', 'stuck'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Something that happened to a followed VM, once. */
export interface Notice {
  readonly kind: NoticeKind
  /** The state seen, and the one before it; null where nobody had looked. */
  readonly state: VmState
  readonly before: VmState | null
  /** ISO time of the look that showed it. */
  readonly at: string
  /** The rule by which it may be stuck; null for every other kind. */
  readonly rule: StuckRule | null
  /** Number of this notice among those about the same VM for the same watch. */
  readonly episode: number
}

/** What a watch knows of one VM: enough to tell news from what was told before. */
export interface WatchMemory {
  /** The machine, in lower case; null where no look named it. */
  readonly vmId: string | null
  /** ISO time of the look by which this changed last. */
  readonly at: string
  /** The last state that said something. */
  readonly state: VmState
  /** Work that began and was not yet seen to end. */
  readonly working: 'encrypting' | 'decrypting' | null
  /** The state that needed a person last, and when it was left; null while it lasts or where there was none. */
  readonly left: { readonly state: VmState; readonly at: string } | null
  /** Whether this stretch of work has been called possibly stuck. */
  readonly stuck: boolean
  /** Notices so far. */
  readonly episodes: number
}
