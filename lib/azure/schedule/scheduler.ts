import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Clock } from './clock'
import { Lane, type LaneName, type WaitReason } from './lane'
import { readsMeter, resourceGraphMeter } from './meter'
import { SharedLimits } from './shared-limits'
import { priorities, type Priority, type Refusal, type Waiting } from './wait-queue'

/** Requests of one person under way at once. */
export const maxConcurrent = 32

/** Leave to send one request. Give it back with `release`, whatever came of it. */
export interface Slot {
  readonly lane: Lane
  readonly sentAt: number
  /** It alone finds out whether a scope that failed works again. */
  readonly isTrial: boolean
  readonly release: () => void
}

export interface SchedulerWait {
  readonly scope: string
  readonly reason: WaitReason
  /** Epoch milliseconds. */
  readonly until: number
}

export interface Wish {
  readonly priority: Priority
  /** Goes before others of its priority: for another try. */
  readonly again: boolean
}

/**
 * Decides when each request of one person to ARM may go, so that Azure's limits are kept rather than met. What is looked
 * at goes first; among equals lanes take turns, so a subscription that has to wait does not hold up another.
 */
export class Scheduler {
  readonly #lanes = new Map<string, Lane>()
  readonly #groups = new Map<AbortSignal, { members: Set<Waiting>; cancel: () => void }>()
  readonly #backoffs = new Set<SchedulerWait>()
  #running = 0
  #stopTimer: (() => void) | null = null
  #lastUsed: number

  /** @param shared what all people of this process draw on together */
  constructor(
    readonly clock: Clock,
    private readonly shared: SharedLimits = new SharedLimits(1),
  ) {
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

  /** Waits for leave to send one request. */
  acquire(name: LaneName, signal: AbortSignal, wish: Wish): Promise<Result<Slot, Refusal>> {
    const lane = this.#lane(name)
    const now = this.clock.now()
    this.#lastUsed = now
    if (signal.aborted) return Promise.resolve(fail({ kind: 'cancelled' }))
    const closed = lane.closedFor(now)
    if (closed > 0) return Promise.resolve(fail({ kind: 'throttled', retryAfterMilliseconds: closed }))
    if (lane.breaker.refuses(now, signal)) return Promise.resolve(fail({ kind: 'down' }))
    return new Promise((resolve) => {
      const settle = (result: Result<Slot, Refusal>): void => {
        this.#leave(signal, waiting)
        resolve(result)
      }
      const waiting: Waiting = {
        signal,
        start: () => settle(ok(this.#slot(lane, signal))),
        refuse: (refusal) => settle(fail(refusal)),
      }
      this.#join(signal, waiting)
      lane.queue.add(waiting, wish.priority, wish.again)
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
    // One moment for both: what has to wait in the first look and not in the second would get no alarm, and wait for ever.
    const now = this.clock.now()
    for (const [rank] of priorities.entries()) while (this.#startRound(rank, now));
    const delays = [...this.#lanes.values()].filter(({ queue }) => queue.length > 0).map((lane) => lane.delay(now))
    const next = Math.min(...delays.filter((delay) => delay > 0))
    if (Number.isFinite(next)) this.#stopTimer = this.clock.after(next, () => this.pump())
  }

  /** Lets every lane whose next request has this rank send one. Answers whether any did. */
  #startRound(rank: number, now: number): boolean {
    let started = false
    for (const [key, lane] of [...this.#lanes]) {
      if (this.#running >= maxConcurrent) return false
      if (lane.queue.rank !== rank || lane.delay(now) > 0) continue
      // To the back, so that every lane gets its turn however few slots come free.
      this.#lanes.delete(key)
      this.#lanes.set(key, lane)
      lane.meter.take(now)
      this.#running += 1
      lane.queue.take()?.start()
      started = true
    }
    return started
  }

  /** One listener for all that a signal can cancel: thousands of candidates share one. */
  #join(signal: AbortSignal, waiting: Waiting): void {
    const known = this.#groups.get(signal)
    if (known !== undefined) {
      known.members.add(waiting)
      return
    }
    const members = new Set([waiting])
    const cancel = (): void => {
      for (const lane of this.#lanes.values()) {
        lane.queue.removeOf(signal)
        if (lane.queue.length === 0) lane.meter.idle()
      }
      for (const member of members) member.refuse({ kind: 'cancelled' })
    }
    signal.addEventListener('abort', cancel)
    this.#groups.set(signal, { members, cancel })
  }

  #leave(signal: AbortSignal, waiting: Waiting): void {
    const group = this.#groups.get(signal)
    if (group === undefined) return
    group.members.delete(waiting)
    if (group.members.size > 0) return
    signal.removeEventListener('abort', group.cancel)
    this.#groups.delete(signal)
  }

  #slot(lane: Lane, signal: AbortSignal): Slot {
    let released = false
    const isTrial = lane.breaker.take(signal)
    return {
      lane,
      sentAt: this.clock.now(),
      isTrial,
      release: () => {
        if (released) return
        released = true
        this.#running -= 1
        lane.meter.settle()
        if (isTrial) lane.breaker.abandoned()
        this.pump()
      },
    }
  }

  #lane(name: LaneName): Lane {
    const key = `${name.kind}/${name.scope}`
    const known = this.#lanes.get(key)
    if (known !== undefined) return known
    const made = new Lane(name, this.#meter(name))
    this.#lanes.set(key, made)
    return made
  }

  #meter({ kind, scope }: LaneName) {
    const now = this.clock.now()
    if (kind === 'resource-graph') return resourceGraphMeter(now)
    return readsMeter(scope === 'tenant' ? null : this.shared.of(scope, now), now)
  }
}
