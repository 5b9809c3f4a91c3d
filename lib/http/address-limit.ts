import 'server-only'

/**
 * Guesses that one address may make at once, and how long one of them takes to come back. Whoever opens links that exist
 * is never counted, so a whole office behind one address opens as many as it likes.
 */
const burst = 30
const intervalMilliseconds = 10_000
const sweepAt = 10_000

/**
 * Bounds wrong guesses by address. Holds addresses for as long as they owe something, in memory alone. Times are
 * milliseconds of a clock that only goes forward.
 */
export class AddressLimit {
  /** When an address has all its guesses again. */
  readonly #fullAt = new Map<string, number>()

  /** Seconds for which an address is not listened to; 0 where it is. */
  waitSeconds(address: string, now: number): number {
    const wait = (this.#fullAt.get(address) ?? now) - now - (burst - 1) * intervalMilliseconds
    return Math.max(0, Math.ceil(wait / 1000))
  }

  /** Counts a wrong guess. */
  guessed(address: string, now: number): void {
    this.#fullAt.set(address, Math.max(this.#fullAt.get(address) ?? 0, now) + intervalMilliseconds)
    if (this.#fullAt.size <= sweepAt) return
    for (const [known, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(known)
  }
}

/** The first half of an IPv6 address is the network of one customer; each of its addresses would be a new one. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return address.split(':').slice(0, 4).join(':')
}

/**
 * Where a request comes from, as the operator's own proxies say: each appends what it saw, so the last entries are
 * theirs and what stands before them is the caller's own word. Without proxies it is what the server itself noted.
 * @param proxies how many of the operator's proxies the request came through
 */
export function addressOf(forwardedFor: string | null, proxies: number): string {
  const entries = (forwardedFor ?? '').split(',').map((entry) => entry.trim())
  return networkOf((entries[entries.length - Math.max(1, proxies)] ?? entries[0] ?? '').slice(0, 64).toLowerCase())
}
