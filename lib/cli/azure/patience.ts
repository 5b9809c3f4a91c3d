/** How long a new object may stay invisible (https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3108). */
export const longestMilliseconds = 120_000

/** Waits between attempts: short at first, since most objects appear within seconds. */
const waits = [2000, 3000, 5000, 10_000]

/** A clock for waiting, and the receiver of progress. */
export interface Patience {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** Called before each wait with the elapsed seconds. */
  readonly waiting: (seconds: number) => void
}

/**
 * Repeats a request while its answer may change with time, for two minutes at most.
 * @returns the last answer
 */
export async function retried<T>(
  patience: Patience,
  attempt: () => Promise<T>,
  mayChange: (answer: T) => boolean,
): Promise<T> {
  const start = patience.now()
  for (let tries = 0; ; tries += 1) {
    const answer = await attempt()
    const passed = patience.now() - start
    if (!mayChange(answer) || passed >= longestMilliseconds) return answer
    patience.waiting(Math.round(passed / 1000))
    await patience.wait(Math.min(waits[tries] ?? 10_000, longestMilliseconds - passed))
  }
}
