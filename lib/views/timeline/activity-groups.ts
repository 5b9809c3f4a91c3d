import type { ActivityItem } from '@/lib/contract/timeline'

export type Item = ActivityItem

/** An activity, as Azure recorded it. Milliseconds since 1970. */
export interface ActivityGroup {
  readonly kind: 'event'
  readonly key: string
  readonly from: number
  readonly to: number
  /** The same operation on several resources at once, such as the stamp on each disk, is one activity. */
  readonly items: readonly [Item, ...Item[]]
}

const together = 60_000

function sameActivity(activity: ActivityGroup, item: Item): boolean {
  const [first] = activity.items
  return (
    Date.parse(item.from) - activity.from <= together &&
    first.kind === item.kind &&
    first.outcome === item.outcome &&
    first.actor.kind === item.actor.kind &&
    first.actor.name === item.actor.name
  )
}

/** The activities, in the order of the records. */
export function groupActivity(activity: readonly Item[]): readonly ActivityGroup[] {
  const activities: ActivityGroup[] = []
  const ordered = [...activity].sort((left, right) => Date.parse(left.from) - Date.parse(right.from))
  for (const item of ordered) {
    const place = activities.findIndex((activity) => sameActivity(activity, item))
    const known = activities[place]
    if (known === undefined) {
      const [from, to] = [Date.parse(item.from), Date.parse(item.to)]
      activities.push({ kind: 'event', key: `people ${item.key}`, from, to, items: [item] })
    } else {
      activities[place] = { ...known, to: Math.max(known.to, Date.parse(item.to)), items: [...known.items, item] }
    }
  }
  return activities
}
