/** How long something that was just made may be late (https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3108). */
export const longestMilliseconds = 120_000

/** Waits between tries: short at first, since most of what is late comes within seconds. */
const waits = [2000, 3000, 5000, 10_000]

/** A clock to wait by, and who is told of it. */
export interface Patience {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  /** Called before each wait with the seconds that have passed. */
  readonly waiting: (seconds: number) => void
}

/**
 * Tries again while an answer is one that time may change, for two minutes at most.
 * @returns the last answer, whatever it is
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
