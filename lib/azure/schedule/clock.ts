import 'server-only'

/** Time and randomness, so that tests control both. */
export interface Clock {
  /** Milliseconds that only go on: since the epoch, as far as the machine's clock was right when the process started. */
  readonly now: () => number
  /** Calls back after that many milliseconds; the returned function cancels it. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
  /** From 0 to 1. */
  readonly random: () => number
}

/**
 * It does not follow a change of the machine's clock: requests would wait for as long as that was set back, or be sent before
 * Azure's limits allow it.
 */
export const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
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
