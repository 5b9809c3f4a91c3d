import 'server-only'

/** The order of requests: what is on screen, then what is changing, then the rest. */
export const priorities = ['screen', 'motion', 'rest'] as const
export type Priority = (typeof priorities)[number]

/** Why a request is not sent. */
export type Refusal =
  { readonly kind: 'cancelled' | 'down' } | { readonly kind: 'throttled'; readonly retryAfterMilliseconds: number }

export interface Waiting {
  readonly signal: AbortSignal
  readonly start: () => void
  readonly refuse: (refusal: Refusal) => void
}

/** Requests in the order in which they are sent. */
export class WaitQueue {
  readonly #byRank: [Waiting[], Waiting[], Waiting[]] = [[], [], []]

  get length(): number {
    return this.#byRank.reduce((sum, queue) => sum + queue.length, 0)
  }

  /** Rank of the next request, 0 the first; null where none waits. */
  get rank(): number | null {
    const rank = this.#byRank.findIndex((queue) => queue.length > 0)
    return rank === -1 ? null : rank
  }

  get next(): Waiting | undefined {
    return this.#byRank.find((queue) => queue.length > 0)?.[0]
  }

  /** @param first before the others of its priority: a retry of a request that was sent before */
  add(waiting: Waiting, priority: Priority, first: boolean): void {
    const queue = this.#byRank[priorities.indexOf(priority)]
    if (first) queue?.unshift(waiting)
    else queue?.push(waiting)
  }

  take(): Waiting | undefined {
    return this.#byRank.find((queue) => queue.length > 0)?.shift()
  }

  /** Removes all requests of one load. */
  removeOf(signal: AbortSignal): void {
    for (const queue of this.#byRank) {
      const kept = queue.filter((waiting) => waiting.signal !== signal)
      if (kept.length < queue.length) queue.splice(0, queue.length, ...kept)
    }
  }

  /** Removes everything. */
  drain(): Waiting[] {
    return this.#byRank.flatMap((queue) => queue.splice(0))
  }
}
