import { entriesOf, type Entry, type VmTimeline } from '@/lib/contract/timeline'
import type { TimeWindow } from './window'

/** An entry of the list with its time span, in milliseconds since 1970. */
export interface Listed {
  readonly key: string
  readonly entry: Entry
  readonly from: number
  readonly to: number
  /** How long it was observed, in milliseconds; null for entries without a duration. */
  readonly held: number | null
  readonly open: boolean
}

function spanOf(entry: Entry, now: number): { readonly to: number; readonly held: boolean } {
  switch (entry.kind) {
    case 'change':
      return { to: entry.until === null ? now : Date.parse(entry.until), held: true }
    case 'gap':
      return { to: Date.parse(entry.gap.to), held: true }
    case 'activity':
      return { to: Date.parse(entry.item.to), held: false }
    case 'first-seen':
    case 'moved':
    case 'deleted':
      return { to: Date.parse(entry.at), held: false }
  }
}

/** The timeline as a list, newest first. */
export function listed(timeline: VmTimeline): readonly Listed[] {
  const now = Date.parse(timeline.now)
  return entriesOf(timeline).map((entry, index) => {
    const from = Date.parse(entry.at)
    const { to, held } = spanOf(entry, now)
    const open = entry.kind === 'change' && entry.until === null
    return { key: `${index} ${entry.at}`, entry, from, to, held: held ? Math.max(0, to - from) : null, open }
  })
}

/** The entries that overlap the window. */
export function listedIn(all: readonly Listed[], window: TimeWindow): readonly Listed[] {
  return all.filter(({ from, to }) => from <= window.to && to >= window.from)
}
