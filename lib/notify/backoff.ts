import 'server-only'

const first = 5000
const longest = 30 * 60_000
/** With pauses that double up to half an hour: about eight hours. */
const tries = 30

/**
 * How long to wait before the next try, in milliseconds; null where there is none. A part of every pause is drawn, so
 * that what failed together does not come back together. A receiver's own wish is kept, within bounds.
 * @param attempts tries so far
 * @param random from 0 to 1
 */
export function pauseAfter(attempts: number, retryAfterMs: number | null, random: number): number | null {
  if (attempts >= tries) return null
  const full = Math.min(longest, first * 2 ** Math.min(attempts - 1, 20))
  return Math.round(Math.max(full * (0.5 + random / 2), Math.min(retryAfterMs ?? 0, longest)))
}
