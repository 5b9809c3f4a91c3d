import 'server-only'
import { stopConfig, type StopConfig } from '@/lib/config/stop-config'
import { endingSignals, signalExitCodes } from '@/lib/shared/ending-signals'
import { log } from '@/lib/telemetry/log'
import { endTelemetry } from '@/lib/telemetry/start'
import { closeHistory } from '@/lib/usecases/history/handle'
import { observationsWaiting, remembered } from '@/lib/usecases/history/record-observations'
import { beginShutdown, endingWork, isShuttingDown } from '@/lib/usecases/shutdown'
import { inFlightRequests } from './in-flight'

/** The part of the whole time that is reserved for writing pending observations. */
const writingPart = 0.4
const observeEveryMilliseconds = 50
const telemetryMilliseconds = 2000

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

async function until(isDone: () => boolean, deadline: number): Promise<void> {
  while (!isDone() && performance.now() < deadline) await rest(observeEveryMilliseconds)
}

export interface Stopping extends StopConfig {
  /** Ends the process. */
  readonly exit: (code: number) => void
}

/**
 * Shuts this server down without losing data: it is no longer ready, streams break off so that another server can
 * resume them, requests in flight are answered, and pending observations are written. The process ends after
 * `longestMs` at the latest.
 */
export async function stopServer({ drainMs, longestMs, exit }: Stopping): Promise<void> {
  if (isShuttingDown()) return
  const begunAt = performance.now()
  const lastTimer = setTimeout(() => {
    log('error', { event: 'stopped', code: 'out-of-time', requests: inFlightRequests(), lost: observationsWaiting() })
    exit(1)
  }, longestMs)
  log('info', { event: 'stopping', requests: inFlightRequests() })
  beginShutdown()
  await rest(drainMs)
  await until(() => inFlightRequests() === 0, begunAt + Math.max(drainMs, longestMs * (1 - writingPart)))
  await endingWork()
  await remembered()
  const lost = observationsWaiting()
  await closeHistory()
  await endTelemetry(telemetryMilliseconds)
  clearTimeout(lastTimer)
  const milliseconds = Math.round(performance.now() - begunAt)
  log(lost > 0 ? 'warn' : 'info', { event: 'stopped', requests: inFlightRequests(), lost, milliseconds })
  exit(0)
}

/**
 * Shuts a broken server down as after a signal, for the users that it still serves; the exit code shows the failure.
 */
export function stopBroken(): void {
  void stopServer({ ...stopConfig(), exit: () => process.exit(1) })
}

/**
 * Makes a listener the only one of a signal. It is added before the others are removed: Node.js drops a signal that arrived
 * a moment before, and was not delivered yet, when the last listener goes.
 */
export function replaceListeners(signal: NodeJS.Signals, listener: () => void): void {
  const others = process.listeners(signal)
  process.on(signal, listener)
  for (const each of others) process.removeListener(signal, each)
}

/**
 * Shuts the server down on a signal. Next.js's own handlers are removed: they close the port at once, so that no probe
 * could read whether the server is ready, and wait without a limit for streams. SIGINT from a terminal skips the drain
 * time for load balancers.
 */
export function stopOnSignals(): void {
  const config = stopConfig()
  const exit = (code: number): void => process.exit(code)
  for (const signal of endingSignals) {
    replaceListeners(signal, () => {
      if (isShuttingDown() && signal === 'SIGINT') exit(signalExitCodes.SIGINT)
      void stopServer({ ...config, exit, drainMs: signal === 'SIGINT' ? 0 : config.drainMs })
    })
  }
}
