/** Runs once when the server starts: a wrong environment ends it there, with every wrong variable named. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { ConfigurationError, serverConfig } = await import('@/lib/config/config')
  try {
    serverConfig()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
