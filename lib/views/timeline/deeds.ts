import type { ActivityItem } from '@/lib/contract/timeline'

export type Item = ActivityItem

/** An activity, as Azure recorded it. Milliseconds since 1970. */
export interface Deed {
  readonly kind: 'event'
  readonly key: string
  readonly from: number
  readonly to: number
  /** The same operation on several resources at once, such as the stamp on each disk, is one activity. */
  readonly items: readonly [Item, ...Item[]]
}

const together = 60_000

function sameDeed(deed: Deed, item: Item): boolean {
  const [first] = deed.items
  return (
    Date.parse(item.from) - deed.from <= together &&
    first.kind === item.kind &&
    first.outcome === item.outcome &&
    first.actor.kind === item.actor.kind &&
    first.actor.name === item.actor.name
  )
}

/** The activities, in the order of the records. */
export function deedsOf(activity: readonly Item[]): readonly Deed[] {
  const deeds: Deed[] = []
  const ordered = [...activity].sort((left, right) => Date.parse(left.from) - Date.parse(right.from))
  for (const item of ordered) {
    const place = deeds.findIndex((deed) => sameDeed(deed, item))
    const known = deeds[place]
    if (known === undefined) {
      const [from, to] = [Date.parse(item.from), Date.parse(item.to)]
      deeds.push({ kind: 'event', key: `people ${item.key}`, from, to, items: [item] })
    } else {
      deeds[place] = { ...known, to: Math.max(known.to, Date.parse(item.to)), items: [...known.items, item] }
    }
  }
  return deeds
}
