import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { Clock } from './clock'
import { Lane, type LaneName, type WaitReason } from './lane'
import { readsMeter, resourceGraphMeter } from './meter'
import { SharedLimits } from './shared-limits'
import { priorities, type Priority, type Refusal, type Waiting } from './wait-queue'

/** Requests of one user in flight at once. */
export const maxConcurrent = 32

/** Permission to send one request. Return it with `release`, with any outcome. */
export interface Slot {
  readonly lane: Lane
  readonly sentAt: number
  /** This request alone tests whether a failed scope works again. */
  readonly isTrial: boolean
  readonly release: () => void
}

export interface SchedulerWait {
  readonly scope: string
  readonly reason: WaitReason
  /** Epoch milliseconds. */
  readonly until: number
  /** Azure's error codes that caused the wait; absent if Azure returned none. */
  readonly azureCodes?: readonly string[]
}

export interface ScheduledRequest {
  readonly priority: Priority
  /** Goes before other requests of its priority: for a retry. */
  readonly again: boolean
}

/**
 * Decides when each request of one user to ARM may be sent, so that it stays within Azure's limits instead of being
 * refused. Requests for what is on screen go first; among equal priorities lanes take turns, so a subscription that
 * must wait does not delay another.
 */
export class Scheduler {
  readonly #lanes = new Map<string, Lane>()
  readonly #groups = new Map<AbortSignal, { members: Set<Waiting>; cancel: () => void }>()
  readonly #backoffs = new Set<SchedulerWait>()
  #running = 0
  #stopTimer: (() => void) | null = null
  #lastUsed: number

  /** @param shared limits that count for all users of this process together */
  constructor(
    readonly clock: Clock,
    private readonly shared: SharedLimits = new SharedLimits(1),
  ) {
    this.#lastUsed = clock.now()
  }

  /** No request is in flight or queued here. */
  get isIdle(): boolean {
    return this.#running === 0 && [...this.#lanes.values()].every((lane) => lane.queue.length === 0)
  }

  /** When a request was last queued, epoch milliseconds. */
  get lastUsed(): number {
    return this.#lastUsed
  }

  /** Waits for permission to send one request. */
  acquire(name: LaneName, signal: AbortSignal, request: ScheduledRequest): Promise<Result<Slot, Refusal>> {
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
      lane.queue.add(waiting, request.priority, request.again)
      this.pump()
    })
  }

  /** Makes a wait before a retry visible. Returns the function that ends it. */
  noteBackoff(wait: SchedulerWait): () => void {
    this.#backoffs.add(wait)
    return () => this.#backoffs.delete(wait)
  }

  /** What this user's requests wait for now. */
  waits(): SchedulerWait[] {
    const now = this.clock.now()
    const lanes = [...this.#lanes.values()].map((lane) => lane.wait(now)).filter((wait) => wait !== null)
    const latest = new Map<string, SchedulerWait>()
    for (const wait of this.#backoffs) {
      if (wait.until > (latest.get(wait.scope)?.until ?? now)) latest.set(wait.scope, wait)
    }
    return [...lanes, ...latest.values()]
  }

  /** Starts every request that may start and sets the timer for those that may start later. */
  pump(): void {
    this.#stopTimer?.()
    this.#stopTimer = null
    // One time for both steps: a request that must wait in the first step and not in the second would get no timer, and
    // wait for ever.
    const now = this.clock.now()
    for (const [rank] of priorities.entries()) while (this.#startRound(rank, now));
    const delays = [...this.#lanes.values()].filter(({ queue }) => queue.length > 0).map((lane) => lane.delay(now))
    const next = Math.min(...delays.filter((delay) => delay > 0))
    if (Number.isFinite(next)) this.#stopTimer = this.clock.after(next, () => this.pump())
  }

  /** Lets every lane whose next request has this rank send one. Returns whether any did. */
  #startRound(rank: number, now: number): boolean {
    let started = false
    for (const [key, lane] of [...this.#lanes]) {
      if (this.#running >= maxConcurrent) return false
      if (lane.queue.rank !== rank || lane.delay(now) > 0) continue
      // To the back, so that every lane gets its turn however few slots become free.
      this.#lanes.delete(key)
      this.#lanes.set(key, lane)
      lane.meter.take(now)
      this.#running += 1
      lane.queue.take()?.start()
      started = true
    }
    return started
  }

  /** One listener for everything that a signal can cancel: thousands of requests share one. */
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
