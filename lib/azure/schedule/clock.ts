import 'server-only'

/** Time and randomness, so that tests control both. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Calls back after that many milliseconds; the returned function cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
  /** From 0 to 1. */
  readonly random: () => number
}

export const systemClock: Clock = {
  now: Date.now,
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
}

/** Waits; ends early when the signal aborts. */
export function sleep(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted || milliseconds <= 0) {
      resolve()
      return
    }
    const finish = (): void => {
      stop()
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const stop = clock.after(milliseconds, finish)
    signal.addEventListener('abort', finish)
  })
}
