import 'server-only'
import { pagesOf, rowsIn } from '@/lib/azure/calls/resource-graph'

interface Part {
  rows: number
  readonly subscriptions: string[]
}

/** Pages per part that are tried: small parts are queried at once, large ones leave fewer pages that are not full. */
const pagesPerPart = [1, 2, 4, 11]

type Sizes = readonly (readonly [subscription: string, rows: number])[]

/**
 * VMs whose disks one query joins. Where one VM in twenty has ADE, their rows fit in one page, so that a fleet of
 * 100,000 VMs needs six of these queries; each costs a fifteenth of Resource Graph's quota for five seconds.
 */
const mostJoined = 18_000

/** The largest first. */
const sizesOf = (subscriptions: readonly string[], rowsOf: (subscription: string) => number): Sizes =>
  subscriptions.map((each) => [each, rowsOf(each)] as const).sort(([, one], [, other]) => other - one)

/** Fills parts with subscriptions, in order; one with more rows than a part holds is a part by itself. */
function fill(rows: number, sizes: Sizes): Part[] {
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

/**
 * Divides subscriptions into parts whose disks one query can join; a subscription with more VMs is a part by itself.
 * @param vmsIn expected number of VMs of a subscription
 */
export function joinParts(
  subscriptions: readonly string[],
  vmsIn: (subscription: string) => number,
): readonly (readonly string[])[] {
  return fill(mostJoined, sizesOf(subscriptions, vmsIn)).map((part) => part.subscriptions)
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
  const sizes = sizesOf(subscriptions, rowsOf)
  const divisions = pagesPerPart.map((pages) => fill(rowsIn(pages), sizes))
  const fewest = Math.min(...divisions.map(pagesIn))
  return (divisions.find((parts) => pagesIn(parts) === fewest) ?? []).map((part) => part.subscriptions)
}
