import { sharedPagePath } from '@/lib/contract/snapshots'

/**
 * What the demo prints once it runs.
 * @param token of the share link that it made; null for none
 */
export function demoText(address: string, httpPort: number, token: string | null): string {
  return `
  Sealwatch is at   ${address}
  Fake Azure is at  http://localhost:${httpPort}   (people, faults, clock)${
    token === null
      ? ''
      : `
  A share link is   ${address}${sharedPagePath(token)}   (opens without signing in)`
  }

  Sign in as "Aiko Tanaka" to see the whole fleet, as "Ben Ortiz" to see what fewer rights show.
  Nothing here talks to the real Azure. Ctrl+C stops both.
`
}
