import 'server-only'

/** Failures in a row after which a scope is left alone for a moment. */
const mostFailures = 5
const firstHoldMilliseconds = 1000
/** Tries after that, each after twice the wait, before what waits is given up. */
const mostTrials = 3
/** How long a scope that was given up refuses the load that gave it up. */
const restMilliseconds = 10_000

/**
 * Stops asking a scope that does not work: after a row of failures nothing goes out but one trial at a time. Where the
 * trials fail too, what waits is given up, so that it ends soon and says why. Another load may try again at once: its
 * person has asked anew.
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

  /** Milliseconds until something may go out; Infinity while a trial is under way. */
  delay(now: number): number {
    if (!this.#isOpen) return 0
    return this.#isTrying ? Number.POSITIVE_INFINITY : Math.max(0, this.#until - now)
  }

  /** The end of the hold, epoch milliseconds; null where there is none. */
  get heldUntil(): number | null {
    return this.#isOpen ? this.#until : null
  }

  /** Whether a request is to be turned away at once. Lets a load that has not tried yet try now. */
  refuses(now: number, load: AbortSignal): boolean {
    const gaveUp = this.#isOpen && this.#trials >= mostTrials
    if (!gaveUp || this.#isTrying || now >= this.#until) return false
    if (this.#tried.has(load)) return true
    this.#until = now
    return false
  }

  /** A request goes out. Answers whether it is the trial. */
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

  /** A request failed for reasons of Azure's or the network's. Answers true where what waits is to be given up. */
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

  /** The trial ended without an answer because nobody wanted it any more. */
  abandoned(): void {
    this.#isTrying = false
  }
}
