import 'server-only'

/** Hands out work to whoever is free. What is asked for twice while it waits is done once. */
export interface WorkQueue {
  /** Asks for each of these to be done soon. */
  readonly push: (keys: readonly string[]) => Promise<void>
  /** Ends: nothing new is begun, and what was begun is waited for. */
  readonly stop: () => Promise<void>
}

/** Does one piece of work. What it throws is lost: whoever pushes finds out what is still to be done. */
export type Worker = (key: string) => Promise<void>

/** The queue of one process, for SQLite: several pieces of work at once, each key by itself. */
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
