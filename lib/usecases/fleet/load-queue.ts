import 'server-only'

/** Loads of one user that run at once in a process. */
export const mostRunning = 2
/** Loads of one user that wait; further ones are refused. */
export const mostWaiting = 20
/** A running load frees its place after this time at the latest, also where its reader stopped reading. */
const mostMilliseconds = 600_000
/** The place is sent at least this often, so that no proxy closes the stream as idle. */
const heartbeatMilliseconds = 10_000

interface UserLoads {
  readonly running: Set<QueuedLoad>
  readonly waiting: QueuedLoad[]
}

declare global {
  // Next.js bundles each route separately; previews of snapshots are loads as well.
  var sealwatchLoads: Map<string, UserLoads> | undefined
}

/** A load of one user in that user's queue. */
class QueuedLoad {
  #changed: () => void = () => undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param loads all loads of the user
   * @param onEmpty called when the last load of the user has left
   * @param signal aborts when the reader has left: the place is free at once
   */
  constructor(
    private readonly loads: UserLoads,
    private readonly onEmpty: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', this.leave, { once: true })
    if (loads.running.size < mostRunning) this.#run()
    else loads.waiting.push(this)
  }

  get isRunning(): boolean {
    return this.loads.running.has(this)
  }

  /**
   * The places as they change, 1 for the next load; ends when the load may run, or when its reader has left.
   * @returns whether the load may run
   */
  async *places(): AsyncGenerator<number, boolean, undefined> {
    for (;;) {
      const place = this.loads.waiting.indexOf(this) + 1
      if (place === 0) return this.isRunning
      // Set before the place is sent: no change in between is missed.
      const changed = new Promise<void>((resolve) => {
        this.#changed = resolve
      })
      yield place
      const heartbeat = setTimeout(this.#changed, heartbeatMilliseconds)
      await changed
      clearTimeout(heartbeat)
    }
  }

  /** Frees the place, running or waiting. A second call has no effect. */
  readonly leave = (): void => {
    const { running, waiting } = this.loads
    clearTimeout(this.#timer)
    this.signal.removeEventListener('abort', this.leave)
    const index = waiting.indexOf(this)
    if (index >= 0) waiting.splice(index, 1)
    else if (!running.delete(this)) return
    const next = running.size < mostRunning ? waiting.shift() : undefined
    if (next !== undefined) next.#run()
    this.#changed()
    for (const each of waiting) each.#changed()
    if (running.size === 0) this.onEmpty()
  }

  #run(): void {
    this.loads.running.add(this)
    this.#timer = setTimeout(this.leave, mostMilliseconds)
    this.#timer.unref()
    this.#changed()
  }
}

/**
 * Queues a load: two loads of a user run at once, the others wait in the order in which they came.
 * @param person the user, as in `personKey`
 * @param signal aborts when the reader has left
 * @returns null where too many loads of this user wait
 */
export function queueLoad(person: string, signal: AbortSignal): QueuedLoad | null {
  const all = (globalThis.sealwatchLoads ??= new Map<string, UserLoads>())
  const loads = all.get(person) ?? { running: new Set(), waiting: [] }
  if (loads.waiting.length >= mostWaiting) return null
  all.set(person, loads)
  const load = new QueuedLoad(loads, () => all.delete(person), signal)
  if (signal.aborted) load.leave()
  return load
}
