import 'server-only'

/** Microsoft recommends fewer than 300 subscriptions in one Resource Graph query. */
const groupSize = 200

/** Groups of subscriptions that fit into one Resource Graph query. */
export function groupsOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / groupSize) }, (_, index) =>
    ids.slice(index * groupSize, (index + 1) * groupSize),
  )
}
