import 'server-only'
import { managedIdentityToken } from '@/lib/auth/managed-identity'
import type { HistoryConfig } from '@/lib/config/history-config'
import type { PasswordSource } from '@/lib/store/postgres-address'

/** Thrown into the driver, which then fails the connection; `28000` is PostgreSQL's own code for a refused login. */
class NoToken extends Error {
  readonly code = '28000'
  constructor() {
    super('no token for the database')
    this.name = 'NoToken'
  }
}

/** The source of the database's password; null where the URL contains everything. */
export function passwordOf({ database }: HistoryConfig): PasswordSource | null {
  const identity = database?.kind === 'postgres' ? database.identity : undefined
  if (identity === undefined) return null
  return async () => {
    const token = await managedIdentityToken(identity)
    if (!token.ok) throw new NoToken()
    return token.value
  }
}
