import 'server-only'

/** Distributes jobs to free workers. A job that is pushed again while it waits runs once. */
export interface WorkQueue {
  /** Requests that each of these is done soon. */
  readonly push: (keys: readonly string[]) => Promise<void>
  /** Shuts down: starts no new job, and waits for those that were started. */
  readonly stop: () => Promise<void>
}

/** Does one job. What it throws is ignored: the caller that pushes finds out what is still to be done. */
export type Worker = (key: string) => Promise<void>

/** The queue of one process, for SQLite: several jobs at once, one per key. */
export function localQueue(worker: Worker, concurrency: number): WorkQueue {
  const waiting = new Set<string>()
  const running = new Map<string, Promise<void>>()
  let stopped = false
  const pump = (): void => {
    for (const key of waiting) {
      if (stopped || running.size >= concurrency) return
      if (running.has(key)) continue
      waiting.delete(key)
      const work = worker(key)
        .catch(() => undefined)
        .finally(() => {
          running.delete(key)
          pump()
        })
      running.set(key, work)
    }
  }
  return {
    push: (keys) => {
      for (const key of keys) waiting.add(key)
      pump()
      return Promise.resolve()
    },
    stop: async () => {
      stopped = true
      await Promise.all(running.values())
    },
  }
}
