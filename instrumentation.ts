/** Runs once when the server starts, before any request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkAtStart } = await import('@/lib/config/check-at-start')
    checkAtStart()
  }
}
