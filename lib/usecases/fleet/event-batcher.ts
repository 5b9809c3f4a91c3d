import 'server-only'
import type { FleetEvent, FleetRow, LoadProgress } from '@/lib/contract/fleet'

/** Rows in one line of the stream: about 60 kB, which a browser parses between two clicks. */
const maxRowsPerEvent = 100
const batchMilliseconds = 250
/** How long a provisional row waits for its replacement: as long as Resource Graph usually takes for the evidence. */
const provisionalMilliseconds = 2_000
/** Provisional rows that wait for nothing: enough for every screen. */
const firstProvisional = 500
/** A line at least this often, so that no proxy between server and browser closes the stream as idle. */
const heartbeatMilliseconds = 10_000

/** A row that is built only when it is sent: most are replaced before, and thousands wait at once. */
export interface LaterRow {
  readonly key: string
  readonly make: () => FleetRow
}

export function rowOf(row: FleetRow | LaterRow): FleetRow {
  return 'make' in row ? row.make() : row
}

/** A pause that can be cut short. */
export function delay(milliseconds: number): { readonly over: Promise<void>; readonly stop: () => void } {
  let stop: () => void = () => undefined
  const over = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    stop = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { over, stop }
}

/**
 * Collects what a load finds and sends it in batches, as fast as it is read and no faster. A row that changes before it
 * was sent is sent once, in its latest version, so a slow reader costs no memory.
 */
export class EventBatcher {
  readonly #rows = new Map<string, FleetRow | LaterRow>()
  /** Rows that are expected to be replaced soon, and since when the oldest of them waits. */
  readonly #provisional = new Map<string, FleetRow | LaterRow>()
  #provisionalSince = 0
  /** Provisional rows that were not made to wait. */
  #provisionalSent = 0
  readonly #events: FleetEvent[] = []
  #closing: (() => FleetEvent) | null = null
  #isClosed = false
  #crash: Error | null = null
  #wake: () => void = () => undefined
  #addHistory: (row: FleetRow) => FleetRow = (row) => row
  /** Whether rows were sent before; the very first are sent without a delay. */
  #hasSentRows = false
  /** Rows that were sent without the data that is still pending; null where none is pending. */
  #bare: Map<string, FleetRow | LaterRow> | null = null

  constructor(private readonly progress: () => LoadProgress) {}

  /** More data is pending for all rows: those sent before are then sent again. */
  expectMore(): void {
    this.#bare = new Map()
  }

  /** The pending data has arrived; null where it will not. From now on `addHistory` completes each row before it is sent. */
  arrived(addHistory: ((row: FleetRow) => FleetRow) | null): void {
    const bare = this.#bare
    this.#bare = null
    if (addHistory === null) return
    this.#addHistory = addHistory
    for (const [key, waiting] of bare ?? []) {
      if (this.#rows.has(key) || this.#provisional.has(key)) continue
      const row = rowOf(waiting)
      if (addHistory(row) !== row) this.#rows.set(key, waiting)
    }
    this.#wake()
  }

  putRow(row: FleetRow | LaterRow): void {
    this.#provisional.delete(row.key)
    this.#rows.set(row.key, row)
    this.#wake()
  }

  /**
   * A row that is expected to be replaced soon. Building and sending it twice would double the work of a load, so only
   * the first are sent, and the others only if their replacements take long.
   */
  putProvisionalRow(row: FleetRow | LaterRow): void {
    if (this.#rows.has(row.key)) {
      this.putRow(row)
      return
    }
    if (this.#provisionalSent < firstProvisional) {
      this.#provisionalSent += 1
      this.putRow(row)
      return
    }
    if (this.#provisional.size === 0) {
      this.#provisionalSince = performance.now()
      this.#wake()
    }
    this.#provisional.set(row.key, row)
  }

  put(event: FleetEvent): void {
    this.#events.push(event)
    this.#wake()
  }

  /** Nothing comes after this. `null` ends without a closing line, because no reader is left. */
  close(last: (() => FleetEvent) | null): void {
    this.#closing = last
    this.#isClosed = true
    this.#wake()
  }

  /** Ends by throwing, after an unexpected error. */
  fail(error: unknown): void {
    this.#crash = error instanceof Error ? error : new Error('failed', { cause: error })
    this.#isClosed = true
    this.#wake()
  }

  /**
   * All events and rows, in batches: the first rows at once, then at most one batch every 250 ms, and at least one
   * every ten seconds.
   */
  async *drain(): AsyncGenerator<FleetEvent, void, undefined> {
    let sentAt = Number.NEGATIVE_INFINITY
    for (;;) {
      if (!this.#isClosed && this.#rows.size === 0 && this.#events.length === 0) await this.#something()
      const early = sentAt + batchMilliseconds - performance.now()
      if (!this.#isClosed && early > 0 && !this.#hasFirstRows()) await this.#atMost(early)
      if (this.#isClosed || this.#untilProvisional() <= 0) this.#takeProvisional()
      sentAt = performance.now()
      yield* this.#events.splice(0)
      yield* this.#batches()
      if (this.#isClosed && this.#rows.size === 0 && this.#events.length === 0) break
      yield { type: 'progress', progress: this.progress() }
    }
    if (this.#crash !== null) throw this.#crash
    if (this.#closing !== null) yield this.#closing()
  }

  #hasFirstRows(): boolean {
    return this.#rows.size > 0 && !this.#hasSentRows
  }

  /** Milliseconds until the provisional rows are sent; infinite without any. */
  #untilProvisional(): number {
    if (this.#provisional.size === 0) return Number.POSITIVE_INFINITY
    return this.#provisionalSince + provisionalMilliseconds - performance.now()
  }

  #takeProvisional(): void {
    for (const [key, row] of this.#provisional) this.#rows.set(key, row)
    this.#provisional.clear()
  }

  *#batches(): Generator<FleetEvent, void, undefined> {
    const waiting = [...this.#rows.values()]
    this.#hasSentRows ||= waiting.length > 0
    this.#rows.clear()
    for (let at = 0; at < waiting.length; at += maxRowsPerEvent) {
      const rows = waiting.slice(at, at + maxRowsPerEvent).map((row) => {
        this.#bare?.set(row.key, row)
        return this.#addHistory(rowOf(row))
      })
      yield { type: 'rows', rows }
    }
  }

  /** Waits until something is put in or is due, or for the length of a heartbeat. */
  async #something(): Promise<void> {
    const { over, stop } = delay(Math.max(0, Math.min(heartbeatMilliseconds, this.#untilProvisional())))
    this.#wake = stop
    await over
    this.#wake = () => undefined
  }

  /** Waits for that long, unless the batcher closes meanwhile or the first rows come. */
  async #atMost(milliseconds: number): Promise<void> {
    const { over, stop } = delay(milliseconds)
    this.#wake = () => {
      if (this.#isClosed || this.#hasFirstRows()) stop()
    }
    await over
    this.#wake = () => undefined
  }
}
