import { isUntrusted } from './network-error'

/** What the database's code says more exactly than the kind of a failure of the history, where it does. */
export const storeReasons = [
  // User, password, or TLS that the database demands.
  'sign-in-refused',
  // Its certificate does not prove that it is this database.
  'not-trusted',
  // It has no TLS, or none that this program speaks.
  'no-tls',
  // The database asks for a password, and none was given.
  'password-missing',
  // The role may not do it.
  'role-refused',
  // Only the owner of the tables may do it.
  'not-owner',
  // Migrations are missing, and the role may not apply them.
  'migration-refused',
  // The file system refuses.
  'file-refused',
  'not-a-folder',
  'no-database',
] as const
export type StoreReason = (typeof storeReasons)[number]

/**
 * Codes by their beginning. Sources: https://www.postgresql.org/docs/current/errcodes-appendix.html,
 * https://www.sqlite.org/rescode.html and https://nodejs.org/api/errors.html#common-system-errors
 */
const reasonsOfCodes: readonly (readonly [prefix: string, reason: StoreReason])[] = [
  ['28', 'sign-in-refused'],
  ['no-password', 'password-missing'],
  ['no-tls', 'no-tls'],
  ['EPROTO', 'no-tls'],
  ['ERR_SSL_', 'no-tls'],
  ['42501', 'role-refused'],
  ['3F000', 'role-refused'],
  ['EACCES', 'file-refused'],
  ['EPERM', 'file-refused'],
  ['SQLITE_PERM', 'file-refused'],
  ['SQLITE_AUTH', 'file-refused'],
  ['EEXIST', 'not-a-folder'],
  ['ENOTDIR', 'not-a-folder'],
  ['3D000', 'no-database'],
]

/** The reason that a database's code names; null where its kind is all that is known. */
export function storeReasonOf(code: string | null): StoreReason | null {
  if (isUntrusted(code)) return 'not-trusted'
  return reasonsOfCodes.find(([prefix]) => code?.startsWith(prefix) === true)?.[1] ?? null
}
