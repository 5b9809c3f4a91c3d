import 'server-only'
import { isOfArm } from '../arm-address'

/** More pages than any tenant has; a chain that is longer does not end. */
export const maxPages = 2000

/**
 * The next page of a list, if its address is one to be followed: the configured ARM, https, and not seen before in
 * this chain. Null where it is not.
 */
export function followable(nextLink: string, armEndpoint: string, seen: ReadonlySet<string>): string | null {
  if (!URL.canParse(nextLink)) return null
  const url = new URL(nextLink)
  return isOfArm(url, armEndpoint) && !seen.has(url.href) ? url.href : null
}
