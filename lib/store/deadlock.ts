import 'server-only'

/** https://www.postgresql.org/docs/17/errcodes-appendix.html */
const deadlock = '40P01'
const mostTries = 5

/**
 * Runs work that several programs may do at once on the same tables. In a deadlock PostgreSQL ends one of them, and the
 * rest continue: the ended one retries. Throws any other failure at once, and the fifth deadlock.
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
