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
 * Has what the framework and the libraries print written as lines of the log: a log of which some lines are text is read
 * by no machine. An error's own words are left out, as everywhere.
 */
export function takeOverConsole(console: Console = globalThis.console): void {
  for (const [name, level] of Object.entries(levels)) Object.assign(console, { [name]: sayAs(level) })
}
