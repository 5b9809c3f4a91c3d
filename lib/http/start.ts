import 'server-only'
import { takeOverConsole } from '@/lib/telemetry/framework-console'
import { installUncaughtHandlers } from '@/lib/telemetry/uncaught-handlers'
import { ConfigurationError } from '@/lib/config/problems'
import { startTelemetry } from '@/lib/telemetry/start'
import { history } from '@/lib/usecases/history/handle'
import { noteConfiguration } from '@/lib/usecases/audit-log/record-configuration'
import { installListenCheck } from './listen-check'
import { installRequestIntake } from './request-intake'
import { installRequestGuard } from './request-guard'
import { stopBroken, stopOnSignals } from './stop'

/**
 * Limits for uncaught errors: a server that throws now and then continues to serve, one that throws repeatedly is
 * replaced.
 */
const bearable = { 'uncaught-exception': 3, 'unhandled-rejection': Number.POSITIVE_INFINITY }

/** Ends the process where the port of its metrics cannot be listened on. */
async function measureFromTheStart(): Promise<void> {
  try {
    await startTelemetry()
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}

/** What a server does once, before the first request. */
export async function startServer(): Promise<void> {
  installRequestIntake()
  // In development the framework's own output is useful, the server is ended many times an hour, and the development
  // tools need requests that the guard refuses.
  if (process.env.NODE_ENV === 'production') {
    installListenCheck()
    takeOverConsole()
    stopOnSignals()
    installUncaughtHandlers({ bearable, giveUp: stopBroken })
    installRequestGuard()
  }
  await measureFromTheStart()
  // The history is opened and migrated now, so that the first observation finds it; without it the server runs all the
  // same.
  void history().then(() => noteConfiguration('server'))
}
