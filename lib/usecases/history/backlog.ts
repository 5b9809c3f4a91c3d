import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure, StoreFailureKind } from '@/lib/store/failure'
import type { Observation } from '@/lib/timeline/observation'

/** Observations that wait at most; beyond it the oldest are dropped. About 30 MB. */
const maxWaiting = 20_000
const batchSize = 100
/** Pause before a retry after a failure. */
const retryMilliseconds = 10_000

/** Failures that a retry cannot fix: the waiting observations are dropped, so that they do not accumulate. */
const final: ReadonlySet<StoreFailureKind> = new Set(['off', 'schema-newer', 'damaged', 'driver-missing'])

export interface BacklogOptions {
  readonly write: (batch: readonly Observation[]) => Promise<Result<unknown, StoreFailure>>
  /** Called after a round that wrote something. */
  readonly afterWrites: () => Promise<void>
  /**
   * Called once for each failure that follows a success, with the number of observations dropped since the last call.
   */
  readonly onFailure: (failure: StoreFailure, lost: number) => void
  /** Called with the number of observations that wait, whenever it changes. */
  readonly onWaiting: (waiting: number) => void
  /** Calls back later; never keeps the process alive. */
  readonly later: (milliseconds: number, callback: () => void) => void
}

/**
 * Observations waiting to be written to the history. Adding one is cheap: a batch at a time is written later, and what
 * fails is retried. Nothing here is acknowledged: a caller that needs an acknowledgement writes directly.
 */
export class Backlog {
  #waiting: Observation[] = []
  #running: Promise<void> | null = null
  #lost = 0
  #failing = false

  constructor(private readonly options: BacklogOptions) {}

  /** Takes observations to be written soon. */
  put(observations: readonly Observation[]): void {
    // One by one: a fleet has more observations than a call can have arguments.
    for (const observation of observations) this.#waiting.push(observation)
    const surplus = this.#waiting.length - maxWaiting
    if (surplus > 0) {
      this.#waiting.splice(0, surplus)
      this.#lost += surplus
    }
    this.options.onWaiting(this.#waiting.length)
    this.#start(0)
  }

  /** Observations that are not written yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Waits until everything that was put in is written or dropped, or a failure ends the round. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  #start(milliseconds: number): void {
    if (this.#running !== null || this.#waiting.length === 0) return
    const started = new Promise<void>((resolve) => this.options.later(milliseconds, resolve))
    this.#running = started
      .then(() => this.#round())
      .then((again) => {
        this.#running = null
        if (again !== null) this.options.later(again, () => this.#start(0))
      })
  }

  /** Writes until nothing waits. Returns how long to wait before the next round after a failure, null after none. */
  async #round(): Promise<number | null> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, batchSize)
      const written = await this.options.write(batch)
      if (!written.ok) return this.#failed(written.failure)
      this.#failing = false
      // By identity: meanwhile the oldest may have been dropped.
      const done = new Set(batch)
      this.#waiting = this.#waiting.filter((observation) => !done.has(observation))
      this.options.onWaiting(this.#waiting.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await this.options.afterWrites()
    return null
  }

  #failed(failure: StoreFailure): number | null {
    if (final.has(failure.kind)) {
      this.#lost += this.#waiting.splice(0).length
      this.options.onWaiting(0)
    }
    if (!this.#failing || this.#lost > 0) this.options.onFailure(failure, this.#lost)
    this.#lost = 0
    this.#failing = true
    return final.has(failure.kind) ? null : retryMilliseconds
  }
}
