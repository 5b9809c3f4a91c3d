import 'server-only'
import { log, placeOf } from './log'

/** An error that was thrown where nothing caught it, and a promise that failed while nobody waited for it. */
type Kind = 'uncaught-exception' | 'unhandled-rejection'

export interface LastResort {
  /** How many of each within a minute a program goes on after. */
  readonly bearable: Readonly<Record<Kind, number>>
  /** Called once, when there were more. */
  readonly giveUp: () => void
}

const minute = 60_000

/**
 * Has what is thrown outside every request, page and look written as a line of the log, by its place: without a handler
 * Node.js prints the error's own words, which may quote what was read, and ends the process at once. After an exception
 * nobody knows what was left half done, so a program does not go on for ever with them.
 * Source: https://nodejs.org/api/process.html#warning-using-uncaughtexception-correctly
 */
export function catchTheRest({ bearable, giveUp }: LastResort): void {
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
  process.on('uncaughtException', (error) => note('uncaught-exception', error))
  process.on('unhandledRejection', (reason) => note('unhandled-rejection', reason))
}
