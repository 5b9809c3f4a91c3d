/** What the demo prints once it runs. */
export function demoText(address: string, httpPort: number): string {
  return `
  Sealwatch is at   ${address}
  Fake Azure is at  http://localhost:${httpPort}   (people, faults, clock)

  Sign in as "Aiko Tanaka" to see the whole fleet, as "Ben Ortiz" to see what fewer rights show.
  Nothing here talks to the real Azure. Ctrl+C stops both.
`
}
