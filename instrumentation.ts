/** Runs once when the server starts, before any request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    // Reading a fleet creates much garbage. With its defaults V8 lets the heap grow to three times what is in use.
    const { setFlagsFromString } = await import('node:v8')
    setFlagsFromString('--heap-growing-percent=80')
    const { checkAtStart } = await import('@/lib/config/check-at-start')
    checkAtStart()
    const { startServer } = await import('@/lib/http/start')
    await startServer()
  }
}
