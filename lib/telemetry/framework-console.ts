import 'server-only'
import { format } from 'node:util'
import type { LogLevel } from '@/lib/config/log-config'
import { log, placeOf } from './log'

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const

function sayAs(level: LogLevel): (...said: readonly unknown[]) => void {
  return (...said) => {
    const parts = said.map((part) => (part instanceof Error ? placeOf(part) : part))
    log(level, { event: 'framework', detail: format(...parts) })
  }
}

/**
 * Writes what the framework and the libraries print as lines of the log, because machines cannot parse a log that is
 * partly plain text. An error's own message is left out, as everywhere.
 */
export function takeOverConsole(console: Console = globalThis.console): void {
  for (const [name, level] of Object.entries(levels)) Object.assign(console, { [name]: sayAs(level) })
}
