import 'server-only'
import { setMaxListeners } from 'node:events'

declare global {
  // Next bundles each route by itself; the process ends for all of them.
  var sealwatchStopping: AbortController | undefined
}

function controller(): AbortController {
  const known = globalThis.sealwatchStopping
  if (known !== undefined) return known
  const made = new AbortController()
  // Every stream listens, which Node would take for a leak.
  setMaxListeners(0, made.signal)
  globalThis.sealwatchStopping = made
  return made
}

/** Aborts once this process has been told to end: nothing long is begun, and streams end so that another goes on. */
export function stopSignal(): AbortSignal {
  return controller().signal
}

/** Whether this process has been told to end. */
export function isStopping(): boolean {
  return controller().signal.aborted
}

/** From now on this process ends. */
export function beginStopping(): void {
  controller().abort()
}
