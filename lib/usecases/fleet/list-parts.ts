import 'server-only'
import { pagesOf, rowsIn } from '@/lib/azure/calls/resource-graph'

interface Part {
  rows: number
  readonly subscriptions: string[]
}

/** Pages per part that are tried: small parts are queried at once, large ones leave fewer pages that are not full. */
const pagesPerPart = [1, 2, 4, 11]

/** Fills parts with subscriptions, the largest first; a subscription with more rows than a part holds is one by itself. */
function partsOfAtMost(rows: number, sizes: readonly (readonly [subscription: string, rows: number])[]): Part[] {
  const parts: Part[] = []
  for (const [subscription, size] of sizes) {
    const part = parts.find((each) => each.rows + size <= rows)
    if (part === undefined) parts.push({ rows: size, subscriptions: [subscription] })
    else {
      part.rows += size
      part.subscriptions.push(subscription)
    }
  }
  return parts
}

const pagesIn = (parts: readonly Part[]): number => parts.reduce((sum, { rows }) => sum + pagesOf(rows), 0)

/**
 * Divides subscriptions among queries that run at the same time, because each page only follows from the one before.
 * Chooses the division with the fewest pages: every page costs one request of Resource Graph's quota.
 * @param rowsOf expected number of rows of a subscription
 */
export function listParts(
  subscriptions: readonly string[],
  rowsOf: (subscription: string) => number,
): readonly (readonly string[])[] {
  const sizes = subscriptions.map((each) => [each, rowsOf(each)] as const).sort(([, one], [, other]) => other - one)
  const divisions = pagesPerPart.map((pages) => partsOfAtMost(rowsIn(pages), sizes))
  const fewest = Math.min(...divisions.map(pagesIn))
  return (divisions.find((parts) => pagesIn(parts) === fewest) ?? []).map((part) => part.subscriptions)
}
