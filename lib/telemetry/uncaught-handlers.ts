import 'server-only'
import { log, placeOf } from './log'

/** An uncaught error, and a promise rejection without a handler. */
type Kind = 'uncaught-exception' | 'unhandled-rejection'

export interface UncaughtPolicy {
  /** How many of each kind within a minute a program survives. */
  readonly bearable: Readonly<Record<Kind, number>>
  /** Called once, when there were more. */
  readonly giveUp: () => void
}

const minute = 60_000

/**
 * Logs what is thrown outside every request, page and observation, with its location: without a handler Node.js prints the
 * error's message, which may quote what was read, and ends the process at once. After an uncaught exception the
 * program's state is uncertain, so it does not keep running after many of them.
 * Source: https://nodejs.org/api/process.html#warning-using-uncaughtexception-correctly
 */
export function installUncaughtHandlers({ bearable, giveUp }: UncaughtPolicy): void {
  const times: Record<Kind, number[]> = { 'uncaught-exception': [], 'unhandled-rejection': [] }
  let hasGivenUp = false
  const note = (code: Kind, error: unknown): void => {
    log('error', { event: 'failure', code, detail: placeOf(error) })
    const now = performance.now()
    const recent = [...times[code].filter((time) => now - time < minute), now]
    times[code] = recent
    if (recent.length <= bearable[code] || hasGivenUp) return
    hasGivenUp = true
    log('error', { event: 'failure', code: 'given-up' })
    giveUp()
  }
  // A terminal that closed, or a reader of the log that ended: a line about it would fail again, and so on without end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.on('uncaughtException', (error) => note('uncaught-exception', error))
  process.on('unhandledRejection', (reason) => note('unhandled-rejection', reason))
}
