import 'server-only'

/** https://www.postgresql.org/docs/17/errcodes-appendix.html */
const deadlock = '40P01'
const mostTries = 5

/**
 * Does something that several programs may do at once to the same tables. Where they wait for each other in a circle,
 * PostgreSQL ends one of them, and the rest go on: that one does it again. Throws what any other failure throws, and the
 * fifth deadlock.
 */
export async function againAfterDeadlock(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work()
      return
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === deadlock
      if (!isDeadlock || tries === mostTries) throw error
    }
  }
}
