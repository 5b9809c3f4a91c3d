import 'server-only'
import { setMaxListeners } from 'node:events'

declare global {
  // Next.js bundles each route separately; the shutdown concerns all of them.
  var sealwatchShutdown: AbortController | undefined
  var sealwatchEndingWork: Promise<unknown>[] | undefined
}

function controller(): AbortController {
  const known = globalThis.sealwatchShutdown
  if (known !== undefined) return known
  const made = new AbortController()
  // Every stream adds a listener, which Node.js would report as a leak.
  setMaxListeners(0, made.signal)
  globalThis.sealwatchShutdown = made
  return made
}

/**
 * Aborts when the shutdown starts: no long work is started any more, and streams break off so that another server can
 * resume them.
 */
export function shutdownSignal(): AbortSignal {
  return controller().signal
}

/** Whether the shutdown has started. */
export function isShuttingDown(): boolean {
  return controller().signal.aborted
}

/** Starts the shutdown of this process. */
export function beginShutdown(): void {
  controller().abort()
}

/** Adds work that ends by itself once the shutdown has started. The shutdown waits for it before it closes the history. */
export function endsWithShutdown(work: Promise<unknown>): void {
  globalThis.sealwatchEndingWork = [...(globalThis.sealwatchEndingWork ?? []), work]
}

/** Resolves once all such work has ended, also where it failed. */
export async function endingWork(): Promise<void> {
  await Promise.allSettled(globalThis.sealwatchEndingWork ?? [])
}
