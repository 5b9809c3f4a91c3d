import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Clock } from './clock'
import { Lane, type LaneName, type Waiting, type WaitReason } from './lane'

/** Requests of one person under way at once. */
export const maxConcurrent = 32

export type Refusal =
  { readonly kind: 'cancelled' } | { readonly kind: 'throttled'; readonly retryAfterMilliseconds: number }

/** Leave to send one request. Give it back with `release`, whatever came of it. */
export interface Slot {
  readonly lane: Lane
  readonly sentAt: number
  readonly release: () => void
}

export interface SchedulerWait {
  readonly scope: string
  readonly reason: WaitReason
  /** Epoch milliseconds. */
  readonly until: number
}

interface Queued extends Waiting {
  readonly cancel: () => void
}

/**
 * Decides when each request of one person to ARM may go, so that Azure's limits are kept rather than met. Lanes take
 * turns: a subscription that has to wait does not hold up another.
 */
export class Scheduler {
  readonly #lanes = new Map<string, Lane>()
  readonly #groups = new Map<AbortSignal, { members: Set<Queued>; cancel: () => void }>()
  readonly #backoffs = new Set<SchedulerWait>()
  #running = 0
  #stopTimer: (() => void) | null = null
  #lastUsed: number

  constructor(readonly clock: Clock) {
    this.#lastUsed = clock.now()
  }

  /** Nothing runs or waits here. */
  get isIdle(): boolean {
    return this.#running === 0 && [...this.#lanes.values()].every((lane) => lane.queue.length === 0)
  }

  /** When it was last asked for leave, epoch milliseconds. */
  get lastUsed(): number {
    return this.#lastUsed
  }

  /**
   * Waits for leave to send one request.
   * @param first goes before those already waiting: for another try
   */
  acquire(name: LaneName, signal: AbortSignal, first = false): Promise<Result<Slot, Refusal>> {
    const lane = this.#lane(name)
    this.#lastUsed = this.clock.now()
    if (signal.aborted) return Promise.resolve(fail({ kind: 'cancelled' }))
    const closed = lane.closedFor(this.#lastUsed)
    if (closed > 0) return Promise.resolve(fail({ kind: 'throttled', retryAfterMilliseconds: closed }))
    return new Promise((resolve) => {
      const settle = (result: Result<Slot, Refusal>): void => {
        this.#leave(signal, waiting)
        resolve(result)
      }
      const waiting: Queued = {
        signal,
        start: () => settle(ok(this.#slot(lane))),
        refuse: (retryAfterMilliseconds) => settle(fail({ kind: 'throttled', retryAfterMilliseconds })),
        cancel: () => settle(fail({ kind: 'cancelled' })),
      }
      this.#join(signal, waiting)
      if (first) lane.queue.unshift(waiting)
      else lane.queue.push(waiting)
      this.pump()
    })
  }

  /** Makes a wait before another try visible. Answers the way to end it. */
  noteBackoff(wait: SchedulerWait): () => void {
    this.#backoffs.add(wait)
    return () => this.#backoffs.delete(wait)
  }

  /** What this person's requests wait for right now. */
  waits(): SchedulerWait[] {
    const now = this.clock.now()
    const lanes = [...this.#lanes.values()].map((lane) => lane.wait(now)).filter((wait) => wait !== null)
    const latest = new Map<string, SchedulerWait>()
    for (const wait of this.#backoffs) {
      if (wait.until > (latest.get(wait.scope)?.until ?? now)) latest.set(wait.scope, wait)
    }
    return [...lanes, ...latest.values()]
  }

  /** Starts what may start and sets the alarm for what may start later. */
  pump(): void {
    this.#stopTimer?.()
    this.#stopTimer = null
    const now = this.clock.now()
    let next = Number.POSITIVE_INFINITY
    for (const [key, lane] of this.#lanes) {
      if (this.#running >= maxConcurrent) break
      if (lane.queue.length === 0) continue
      const delay = lane.delay(now)
      if (delay > 0) {
        next = Math.min(next, delay)
        continue
      }
      // To the back, so that every lane gets its turn however few slots come free; the loop meets it again there.
      this.#lanes.delete(key)
      this.#lanes.set(key, lane)
      lane.take(now)
      this.#running += 1
      lane.queue.shift()?.start()
    }
    if (Number.isFinite(next)) this.#stopTimer = this.clock.after(next, () => this.pump())
  }

  /** One listener for all that a signal can cancel: thousands of candidates share one. */
  #join(signal: AbortSignal, waiting: Queued): void {
    const known = this.#groups.get(signal)
    if (known !== undefined) {
      known.members.add(waiting)
      return
    }
    const members = new Set([waiting])
    const cancel = (): void => {
      for (const lane of this.#lanes.values()) lane.queue = lane.queue.filter((each) => each.signal !== signal)
      for (const member of members) member.cancel()
    }
    signal.addEventListener('abort', cancel)
    this.#groups.set(signal, { members, cancel })
  }

  #leave(signal: AbortSignal, waiting: Queued): void {
    const group = this.#groups.get(signal)
    if (group === undefined) return
    group.members.delete(waiting)
    if (group.members.size > 0) return
    signal.removeEventListener('abort', group.cancel)
    this.#groups.delete(signal)
  }

  #slot(lane: Lane): Slot {
    let released = false
    return {
      lane,
      sentAt: this.clock.now(),
      release: () => {
        if (released) return
        released = true
        this.#running -= 1
        this.pump()
      },
    }
  }

  #lane(name: LaneName): Lane {
    const key = `${name.kind}/${name.scope}`
    const known = this.#lanes.get(key)
    if (known !== undefined) return known
    const made = new Lane(name, this.clock.now())
    this.#lanes.set(key, made)
    return made
  }
}
