import 'server-only'
import { isOfArm } from '../arm-address'

/** More pages than any tenant has; a longer chain is endless. */
export const maxPages = 2000

/** A page's address without its api-version: the same page has the same key under every version. */
export function pageKey(url: string): string {
  return url.replace(/([?&])api-version=[^&#]*&?/i, '$1').replace(/[?&]$/, '')
}

/**
 * The next page of a list, if its address may be followed: the configured ARM, https, and not yet read in this chain.
 * Otherwise null.
 * @param seen page keys
 */
export function followable(nextLink: string, armEndpoint: string, seen: ReadonlySet<string>): string | null {
  if (!URL.canParse(nextLink)) return null
  const url = new URL(nextLink)
  return isOfArm(url, armEndpoint) && !seen.has(pageKey(url.href)) ? url.href : null
}
