import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure, StoreFailureKind } from '@/lib/store/failure'
import type { Observation } from '@/lib/timeline/observation'

/**
 * From so many waiting observations on, their sources wait too, about 30 MB. Only where nothing can be written, the oldest
 * beyond it are dropped: reading Azure does not depend on the history, and users see that it fails.
 */
const maxWaiting = 20_000
/** A write that takes longer counts as a failure for those who wait. */
const stallMilliseconds = 30_000
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
  #dropped = 0
  #failing = false
  /** Set while a write takes too long. */
  #stalled = false
  /** Sources that wait for room. */
  #sources: (() => void)[] = []

  constructor(private readonly options: BacklogOptions) {}

  /** Takes observations to be written soon. */
  put(observations: readonly Observation[]): void {
    // One by one: a fleet has more observations than a call can have arguments.
    for (const observation of observations) this.#waiting.push(observation)
    if (this.#failing || this.#stalled) this.#drop(this.#waiting.length - maxWaiting)
    this.options.onWaiting(this.#waiting.length)
    this.#start(0)
  }

  /** Observations that are not written yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Waits while too much waits to be written. Does not wait for a database that cannot be written. */
  async room(): Promise<void> {
    while (this.#waiting.length >= maxWaiting && !this.#failing && !this.#stalled) {
      if (this.#sources.length === 0) this.#watchStall()
      await new Promise<void>((resolve) => this.#sources.push(resolve))
    }
  }

  /** Lets the sources go on where the next write takes too long. */
  #watchStall(): void {
    const sources = this.#sources
    this.options.later(stallMilliseconds, () => {
      if (this.#sources !== sources) return
      this.#stalled = true
      this.#release()
    })
  }

  #release(): void {
    const sources = this.#sources
    this.#sources = []
    for (const resolve of sources) resolve()
  }

  #drop(surplus: number): void {
    if (surplus <= 0) return
    this.#waiting.splice(0, surplus)
    this.#lost += surplus
    this.#dropped += surplus
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
      const before = this.#dropped
      const written = await this.options.write(batch)
      this.#stalled = false
      if (!written.ok) return this.#failed(written.failure)
      this.#failing = false
      // Meanwhile some of them may have been dropped.
      this.#waiting.splice(0, Math.max(0, batch.length - (this.#dropped - before)))
      this.#release()
      this.options.onWaiting(this.#waiting.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await this.options.afterWrites()
    return null
  }

  #failed(failure: StoreFailure): number | null {
    const isFirst = !this.#failing
    this.#failing = true
    this.#release()
    this.#drop(this.#waiting.length - maxWaiting)
    if (final.has(failure.kind)) {
      this.#drop(this.#waiting.length)
      this.options.onWaiting(0)
    }
    if (isFirst || this.#lost > 0) this.options.onFailure(failure, this.#lost)
    this.#lost = 0
    return final.has(failure.kind) ? null : retryMilliseconds
  }
}
