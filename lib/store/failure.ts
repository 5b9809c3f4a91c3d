import 'server-only'
import { isUntrusted } from '@/lib/shared/network-error'

/** Why the history cannot be used now. Sealwatch continues without it. */
export const storeFailureKinds = [
  // The operator switched it off.
  'off',
  // Other processes hold the database for longer than the timeout; a retry may succeed.
  'locked',
  // The disk is full, or the size limit is reached.
  'full',
  'read-only',
  // The server, folder or file does not exist or disappeared.
  'unreachable',
  // The database refuses the connection or the statement.
  'refused',
  'timed-out',
  // Its migrations were read: some are missing, and cannot be applied now.
  'schema-older',
  // A newer Sealwatch has migrated it: this version must not touch it.
  'schema-newer',
  // It is the target of a copy that is not switched to.
  'copy-unfinished',
  // Not a database, or a damaged one.
  'damaged',
  // The database's native driver is not installed for this machine.
  'driver-missing',
  'failed',
] as const
export type StoreFailureKind = (typeof storeFailureKinds)[number]

/** `code` is the database's error code, for the log: never its message, which can quote data. */
export interface StoreFailure {
  readonly kind: StoreFailureKind
  readonly code: string | null
}

/** Source: https://www.sqlite.org/rescode.html */
const sqliteKinds: readonly (readonly [prefix: string, kind: StoreFailureKind])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY_DBMOVED', 'unreachable'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'unreachable'],
  ['SQLITE_IOERR', 'unreachable'],
  ['SQLITE_PERM', 'refused'],
  ['SQLITE_AUTH', 'refused'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
]

/** Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const postgresKinds: readonly (readonly [prefix: string, kind: StoreFailureKind])[] = [
  ['25006', 'read-only'],
  ['40001', 'locked'],
  ['40P01', 'locked'],
  ['55P03', 'locked'],
  ['57014', 'timed-out'],
  ['53100', 'full'],
  ['42501', 'refused'],
  ['3F000', 'refused'],
  ['28', 'refused'],
  ['3D000', 'unreachable'],
  ['53', 'unreachable'],
  ['57P', 'unreachable'],
  ['08', 'unreachable'],
  ['58', 'unreachable'],
  ['XX001', 'damaged'],
  ['XX002', 'damaged'],
]

/** Our code where the database asks for a password, and none was given: the driver has none. */
const noPasswordCode = 'no-password'

/** Our code where the server offers no TLS, and the address asks for it: the driver has none. */
const noTlsCode = 'no-tls'

/** The system's code for what does not answer: the driver reports its own time limits without any code. */
export const noAnswerCode = 'ETIMEDOUT'

const systemKinds: Readonly<Record<string, StoreFailureKind>> = {
  [noAnswerCode]: 'timed-out',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'refused',
  EPERM: 'refused',
  ENOTDIR: 'unreachable',
  ENOENT: 'unreachable',
  EEXIST: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EPIPE: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  MODULE_NOT_FOUND: 'driver-missing',
  ERR_MODULE_NOT_FOUND: 'driver-missing',
  ERR_DLOPEN_FAILED: 'driver-missing',
}

/**
 * Errors that `pg` reports without a code. Source:
 * https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/client.js
 */
const spoken: readonly (readonly [pattern: RegExp, kind: StoreFailureKind, code?: string])[] = [
  [/timeout exceeded|timeout expired|query read timeout|connection timeout/i, 'timed-out', noAnswerCode],
  [/connection terminated|client has encountered a connection error|cannot use a pool/i, 'unreachable', 'ECONNRESET'],
  [/could not locate the bindings file/i, 'driver-missing'],
  [/does not support SSL/i, 'refused', noTlsCode],
  [/client password must be a/i, 'refused', noPasswordCode],
]

function codeOf(error: Error): string | null {
  if ('code' in error && typeof error.code === 'string') return error.code
  // Node.js tries every address of a name and collects the failures in one error.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  return inner instanceof Error ? codeOf(inner) : null
}

/** Codes of Node.js and OpenSSL: the certificate is not trusted, or both sides have no TLS in common. */
const isOfTls = (code: string): boolean => isUntrusted(code) || code === 'EPROTO' || code.startsWith('ERR_SSL_')

/** Classifies what a database threw. */
export function storeFailureOf(error: unknown): StoreFailure {
  if (!(error instanceof Error)) return { kind: 'failed', code: null }
  const code = codeOf(error)
  if (code !== null && isOfTls(code)) return { kind: 'refused', code }
  if (code !== null) {
    const table = code.startsWith('SQLITE_') ? sqliteKinds : postgresKinds
    const kind = systemKinds[code] ?? table.find(([prefix]) => code.startsWith(prefix))?.[1]
    if (kind !== undefined) return { kind, code }
  }
  const [, kind, meant] = spoken.find(([pattern]) => pattern.test(error.message)) ?? [null, 'failed' as const]
  return { kind, code: code ?? meant ?? error.name }
}
