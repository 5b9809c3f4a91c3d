import 'server-only'

const first = 5000
const longest = 30 * 60_000
/** With pauses that double up to half an hour: about eight hours in all. */
const tries = 30

/**
 * Milliseconds to wait before the next try; null after the last one. A part of every pause is random, so that
 * deliveries that failed together are not retried together. The receiver's `Retry-After` is honoured, within bounds.
 * @param attempts tries so far
 * @param random from 0 to 1
 */
export function pauseAfter(attempts: number, retryAfterMs: number | null, random: number): number | null {
  if (attempts >= tries) return null
  const full = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20))
  return Math.round(Math.max(full * (0.5 + random / 2), Math.min(retryAfterMs ?? 0, longest)))
}
