import 'server-only'

/** Consecutive failures after which a scope gets no requests for a moment. */
const mostFailures = 5
const firstHoldMilliseconds = 1000
/** Trials after that, each after twice the wait, before the queued requests are refused. */
const mostTrials = 3
/** How long a scope that was given up refuses the load that gave it up. */
const restMilliseconds = 10_000

/**
 * A circuit breaker: stops requests to a scope that does not work. After consecutive failures only one trial is sent at
 * a time. Where the trials fail too, the queued requests are refused, so that they end soon and with a reason. Another
 * load may try again at once, because its user has asked again.
 */
export class Breaker {
  #failures = 0
  #trials = 0
  #isOpen = false
  #isTrying = false
  #until = 0
  /** Loads (by their signal) that have had their trial since the scope was given up. */
  #tried = new WeakSet<AbortSignal>()
  #trialOf: AbortSignal | null = null

  /** Milliseconds until a request may be sent; Infinity while a trial is in flight. */
  delay(now: number): number {
    if (!this.#isOpen) return 0
    return this.#isTrying ? Number.POSITIVE_INFINITY : Math.max(0, this.#until - now)
  }

  /** The end of the hold, epoch milliseconds; null while closed. */
  get heldUntil(): number | null {
    return this.#isOpen ? this.#until : null
  }

  /** Whether to refuse a request at once. Lets a load that has not tried yet try now. */
  refuses(now: number, load: AbortSignal): boolean {
    const gaveUp = this.#isOpen && this.#trials >= mostTrials
    if (!gaveUp || this.#isTrying || now >= this.#until) return false
    if (this.#tried.has(load)) return true
    this.#until = now
    return false
  }

  /** A request is sent. Returns whether it is the trial. */
  take(load: AbortSignal): boolean {
    if (!this.#isOpen) return false
    this.#isTrying = true
    this.#trialOf = load
    this.#tried.add(load)
    return true
  }

  /** Azure answered: the scope works. */
  worked(): void {
    this.#failures = 0
    this.#trials = 0
    this.#isOpen = false
    this.#isTrying = false
  }

  /** A request failed because of Azure or the network. Returns true where the queued requests must be refused. */
  failed(now: number, wasTrial: boolean): boolean {
    if (this.#isOpen && !wasTrial) return false
    if (!this.#isOpen) {
      this.#failures += 1
      if (this.#failures < mostFailures) return false
      this.#isOpen = true
      this.#trials = 0
      this.#until = now + firstHoldMilliseconds
      return false
    }
    this.#isTrying = false
    this.#trials += 1
    const givesUp = this.#trials >= mostTrials
    if (this.#trials === mostTrials) this.#tried = new WeakSet(this.#trialOf === null ? [] : [this.#trialOf])
    this.#until = now + (givesUp ? restMilliseconds : firstHoldMilliseconds * 2 ** this.#trials)
    return givesUp
  }

  /** The trial was cancelled and so ended without a response. */
  abandoned(): void {
    this.#isTrying = false
  }
}
