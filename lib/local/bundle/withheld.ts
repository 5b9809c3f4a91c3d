import 'server-only'

/** Answers of this action contain an address that grants access to the serial console's log by itself (SAS). */
const withheld = /\/retrieveBootDiagnosticsData$/i

/**
 * Whether the answer to a request is never part of a file, and never taken from one: its address would be a secret in
 * the file, and a forged file could name one that tells its author who opens it.
 */
export function isWithheld(url: string): boolean {
  return withheld.test(new URL(url).pathname)
}
