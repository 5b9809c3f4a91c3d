/**
 * Milliseconds since 1970 of an ISO time; null when it cannot be parsed, so that the row is left out and not guessed.
 */
export function millisecondsOf(iso: string): number | null {
  const at = Date.parse(iso)
  return Number.isFinite(at) ? at : null
}

/** ISO 8601 in UTC. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export const minute = 60_000
export const hour = 60 * minute
