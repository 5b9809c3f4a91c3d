import 'server-only'
import { isOfArm } from '../arm-address'

/** More pages than any tenant has; a chain that is longer does not end. */
export const maxPages = 2000

/** A page's address without its api-version: the same page is the same under any. */
export function pageKey(url: string): string {
  return url.replace(/([?&])api-version=[^&#]*&?/i, '$1').replace(/[?&]$/, '')
}

/**
 * The next page of a list, if its address is one to be followed: the configured ARM, https, and not seen before in
 * this chain. Null where it is not.
 * @param seen page keys
 */
export function followable(nextLink: string, armEndpoint: string, seen: ReadonlySet<string>): string | null {
  if (!URL.canParse(nextLink)) return null
  const url = new URL(nextLink)
  return isOfArm(url, armEndpoint) && !seen.has(pageKey(url.href)) ? url.href : null
}
