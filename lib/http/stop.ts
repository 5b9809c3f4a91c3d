import 'server-only'
import { stopConfig, type StopConfig } from '@/lib/config/stop-config'
import { log } from '@/lib/telemetry/log'
import { endTelemetry } from '@/lib/telemetry/start'
import { closeHistory } from '@/lib/usecases/history/handle'
import { looksWaiting, remembered } from '@/lib/usecases/history/remember'
import { beginStopping, isStopping } from '@/lib/usecases/stopping'
import { requestsUnderWay } from './under-way'

/** Of the whole time, what is kept for writing what waits to be written. */
const writingPart = 0.4
const lookEveryMilliseconds = 50
const telemetryMilliseconds = 2000

const rest = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

async function until(isDone: () => boolean, deadline: number): Promise<void> {
  while (!isDone() && performance.now() < deadline) await rest(lookEveryMilliseconds)
}

export interface Stopping extends StopConfig {
  /** Ends the process. */
  readonly exit: (code: number) => void
}

/**
 * Ends this server without losing anything: it is no longer ready, streams end where another server can go on,
 * requests under way are answered, and what was seen is written. Gone after `longestMs`, whatever is left.
 */
export async function stopServer({ drainMs, longestMs, exit }: Stopping): Promise<void> {
  if (isStopping()) return
  const begunAt = performance.now()
  const lastTimer = setTimeout(() => {
    log('error', { event: 'stopped', code: 'out-of-time', requests: requestsUnderWay(), lost: looksWaiting() })
    exit(1)
  }, longestMs)
  log('info', { event: 'stopping', requests: requestsUnderWay() })
  beginStopping()
  await rest(drainMs)
  await until(() => requestsUnderWay() === 0, begunAt + Math.max(drainMs, longestMs * (1 - writingPart)))
  await remembered()
  const lost = looksWaiting()
  await closeHistory()
  await endTelemetry(telemetryMilliseconds)
  clearTimeout(lastTimer)
  const milliseconds = Math.round(performance.now() - begunAt)
  log(lost > 0 ? 'warn' : 'info', { event: 'stopped', requests: requestsUnderWay(), lost, milliseconds })
  exit(0)
}

/** Ends a server that is out of order like one that is told to, for whoever is still served; the code says that it was not. */
export function stopBroken(): void {
  void stopServer({ ...stopConfig(), exit: () => process.exit(1) })
}

/**
 * Has the server end so when it is told to. Next's own handlers go: they close the port at once, so that nobody could
 * ask whether the server is ready, and wait without end for streams. Someone at a keyboard does not wait for balancers.
 */
export function stopOnSignals(): void {
  const config = stopConfig()
  const exit = (code: number): void => process.exit(code)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => {
      if (isStopping() && signal === 'SIGINT') exit(130)
      void stopServer({ ...config, exit, drainMs: signal === 'SIGTERM' ? config.drainMs : 0 })
    })
  }
}
