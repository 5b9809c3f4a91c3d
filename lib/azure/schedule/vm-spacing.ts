import 'server-only'
import type { Priority } from './wait-queue'

interface Part {
  readonly burst: number
  readonly intervalMilliseconds: number
}

/**
 * Compute lets all callers together read one VM 36 times at once and 12 times a minute. One reading per minute, and six
 * at once, are reserved for open pages: the fleets of many users may have booked the rest for minutes.
 * Source: https://learn.microsoft.com/azure/virtual-machines/compute-throttling-limits
 */
const parts = {
  screen: { burst: 6, intervalMilliseconds: 60_000 },
  others: { burst: 30, intervalMilliseconds: 5500 },
} as const satisfies Readonly<Record<string, Part>>

const sweepAt = 20_000

/** One part of the limit, for every VM. Holds ids and times, never anything that was read. */
class Spacing {
  /** By VM id: when its bucket is full again, epoch milliseconds. */
  readonly #fullAt = new Map<string, number>()
  readonly #burst: number
  readonly #interval: number

  constructor({ burst, intervalMilliseconds }: Part, share: number) {
    this.#burst = Math.max(1, Math.floor(burst * share))
    this.#interval = intervalMilliseconds / share
  }

  /** Milliseconds until another reading may be sent. */
  delay(key: string, now: number): number {
    const fullAt = this.#fullAt.get(key) ?? now
    return Math.max(0, fullAt - now - this.#interval * (this.#burst - 1))
  }

  book(key: string, now: number): number {
    const wait = this.delay(key, now)
    this.#fullAt.set(key, Math.max(this.#fullAt.get(key) ?? 0, now) + this.#interval)
    if (this.#fullAt.size > sweepAt) this.#sweep(now)
    return wait
  }

  counted(key: string, now: number, remaining: number): void {
    const fullAt = now + Math.max(0, this.#burst - remaining) * this.#interval
    if (fullAt > (this.#fullAt.get(key) ?? 0)) this.#fullAt.set(key, fullAt)
  }

  #sweep(now: number): void {
    for (const [key, fullAt] of this.#fullAt) {
      if (fullAt <= now) this.#fullAt.delete(key)
    }
  }
}

/** When one VM may be read again, for all users of this process together. */
export class VmSpacing {
  readonly #screen: Spacing
  readonly #others: Spacing

  /** @param share this process's part of the limit, 0 to 1 */
  constructor(share = 1) {
    this.#screen = new Spacing(parts.screen, share)
    this.#others = new Spacing(parts.others, share)
  }

  /**
   * Books one reading of a VM and returns how many milliseconds to wait before it. The reserve for the screen is used
   * only where the rest would take longer.
   */
  book(vmId: string, now: number, priority: Priority): number {
    const key = vmId.toLowerCase()
    const kept = priority === 'screen' && this.#screen.delay(key, now) < this.#others.delay(key, now)
    return (kept ? this.#screen : this.#others).book(key, now)
  }

  /** Follows Compute where it counts fewer readings of the VM; the last of them are reserved for the screen. */
  counted(vmId: string, now: number, remaining: number): void {
    const key = vmId.toLowerCase()
    this.#screen.counted(key, now, remaining)
    this.#others.counted(key, now, Math.max(0, remaining - parts.screen.burst))
  }
}
