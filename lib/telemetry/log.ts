import 'server-only'
import pino from 'pino'
import { logConfig, type LogLevel } from '@/lib/config/log-config'
import { idForLog, idKinds, type IdKind } from './ids'
import { currentScope } from './request-scope'
import { withoutSecrets } from './without-secrets'

type Field = string | number | boolean | null | undefined

/** One line of the log. Fields are listed one by one, so that no token and no data of Azure gets in. */
export interface LogLine {
  readonly event: string
  readonly [field: string]: Field
}

const longestField = 4000

function isIdKind(name: string): name is IdKind {
  return idKinds.some((kind) => kind === name)
}

/**
 * The last filter before output: ids hashed where the operator configured a key, and nothing that has the form of a
 * secret.
 */
function asWritten(line: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const written: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(line)) {
    if (typeof value !== 'string') written[name] = value
    else if (isIdKind(name)) written[name] = idForLog(name, value)
    else written[name] = withoutSecrets(value.slice(0, longestField))
  }
  return written
}

function wantedLevel(): LogLevel {
  try {
    return logConfig().level
  } catch {
    return 'info'
  }
}

let logger: pino.Logger | undefined

function make(): pino.Logger {
  return pino(
    {
      level: wantedLevel(),
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }), log: asWritten },
      mixin: () => {
        const scope = currentScope()
        return scope === undefined ? {} : { requestId: scope.requestId }
      },
    },
    { write: (text) => void process.stdout.write(text) },
  )
}

/** Writes one JSON line to standard output, if its level is enabled. */
export function log(level: LogLevel, line: LogLine): void {
  logger ??= make()
  logger[level](line)
}

/**
 * The location where an unexpected error was thrown, without its message: messages can quote the data that was being read.
 */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ')
}
