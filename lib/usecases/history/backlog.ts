import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure, StoreFailureKind } from '@/lib/store/failure'
import { level } from '@/lib/telemetry/measure'
import type { Observation } from '@/lib/timeline/observation'

/** Looks that wait at most; beyond it the oldest are given up. About 30 MB. */
const maxWaiting = 20_000
const batchSize = 100
/** Pause before another try after a failure. */
const retryMilliseconds = 10_000

/** Failures that another try cannot mend: what waits is given up, so that nothing piles up. */
const final: ReadonlySet<StoreFailureKind> = new Set(['off', 'schema-newer', 'damaged', 'driver-missing'])

export interface BacklogOptions {
  readonly write: (batch: readonly Observation[]) => Promise<Result<unknown, StoreFailure>>
  /** Called after a round in which something was written. */
  readonly afterWrites: () => Promise<void>
  /** Called once for each failure that follows a success, with what was given up for good since the last call. */
  readonly onFailure: (failure: StoreFailure, lost: number) => void
  /** Calls back later; never keeps the process alive. */
  readonly later: (milliseconds: number, callback: () => void) => void
}

/**
 * Looks on their way to the history. Putting one in costs nothing: writing happens afterwards, a batch at a time, and
 * what fails is tried again later. Nothing here is acknowledged to anybody; whoever needs that writes by himself.
 */
export class Backlog {
  #waiting: Observation[] = []
  #running: Promise<void> | null = null
  #lost = 0
  #failing = false

  constructor(private readonly options: BacklogOptions) {}

  /** Takes looks to be written soon. */
  put(looks: readonly Observation[]): void {
    // One by one: a fleet has more looks than a call has room for arguments.
    for (const look of looks) this.#waiting.push(look)
    const surplus = this.#waiting.length - maxWaiting
    if (surplus > 0) {
      this.#waiting.splice(0, surplus)
      this.#lost += surplus
    }
    level('sealwatch.store.waiting', this.#waiting.length)
    this.#start(0)
  }

  /** Looks that are not written yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  /** Waits until everything that was put in is written or given up, or a failure ends the round. */
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

  /** Writes until nothing waits. Answers how long to wait before going on after a failure, null after none. */
  async #round(): Promise<number | null> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, batchSize)
      const written = await this.options.write(batch)
      if (!written.ok) return this.#failed(written.failure)
      this.#failing = false
      // By identity: meanwhile the oldest may have been given up.
      const done = new Set(batch)
      this.#waiting = this.#waiting.filter((look) => !done.has(look))
      level('sealwatch.store.waiting', this.#waiting.length)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await this.options.afterWrites()
    return null
  }

  #failed(failure: StoreFailure): number | null {
    if (final.has(failure.kind)) this.#lost += this.#waiting.splice(0).length
    if (!this.#failing || this.#lost > 0) this.options.onFailure(failure, this.#lost)
    this.#lost = 0
    this.#failing = true
    return final.has(failure.kind) ? null : retryMilliseconds
  }
}
