import 'server-only'
import { serverConfig } from '@/lib/config/config'
import { logLevels, type LogLevel } from '@/lib/config/environment'

type Field = string | number | boolean | null

/** One line of the server's log. Fields are named one by one, so that no token and nothing of Azure slips in. */
export interface LogLine {
  readonly event: 'request' | 'failure' | 'configuration'
  readonly [field: string]: Field
}

function threshold(): number {
  try {
    return logLevels.indexOf(serverConfig().logLevel)
  } catch {
    return logLevels.indexOf('info')
  }
}

/** Writes one JSON line to standard output, if its level is wanted. */
export function log(level: LogLevel, line: LogLine): void {
  if (logLevels.indexOf(level) < threshold()) return
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, ...line })}\n`)
}

/** Where an unexpected error came from, without its message: messages can quote what was being read. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ')
}
