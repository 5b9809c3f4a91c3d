import 'server-only'
import { ConfigurationError, serverConfig } from './config'

/** Ends the process where the environment is wrong: one message with every wrong variable, not one failure a request. */
export function checkAtStart(): void {
  try {
    serverConfig()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
