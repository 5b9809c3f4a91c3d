import 'server-only'

/**
 * Compute lets everybody together read one VM 36 times at once and 12 times a minute. Here a little less at once, then
 * one in five seconds, for all people of this process together.
 * Source: https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 */
const burst = 30
const intervalMilliseconds = 5000
const sweepAt = 20_000

/** Holds ids and times, never anything that was read. */
export class VmSpacing {
  /** By VM id: when its bucket is full again, epoch milliseconds. */
  readonly #fullAt = new Map<string, number>()
  readonly #burst: number
  readonly #interval: number

  /** @param share this process's part of the limit, 0 to 1 */
  constructor(share = 1) {
    this.#burst = Math.max(1, Math.floor(burst * share))
    this.#interval = intervalMilliseconds / share
  }

  /** Books one reading of a VM and answers how many milliseconds to wait before it. */
  book(vmId: string, now: number): number {
    const key = vmId.toLowerCase()
    const fullAt = Math.max(this.#fullAt.get(key) ?? 0, now)
    this.#fullAt.set(key, fullAt + this.#interval)
    if (this.#fullAt.size > sweepAt) this.#sweep(now)
    return Math.max(0, fullAt - now - this.#interval * (this.#burst - 1))
  }

  /** Believes Compute where it says that fewer readings of the VM are left. */
  counted(vmId: string, now: number, remaining: number): void {
    const key = vmId.toLowerCase()
    const fullAt = now + Math.max(0, this.#burst - remaining) * this.#interval
    if (fullAt > (this.#fullAt.get(key) ?? 0)) this.#fullAt.set(key, fullAt)
  }

  #sweep(now: number): void {
    for (const [key, fullAt] of this.#fullAt) {
      if (fullAt <= now) this.#fullAt.delete(key)
    }
  }
}
