import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** A token that is no longer good, though it has not ended by itself. Times are epoch milliseconds. */
export interface EndedToken {
  /** Hash of the token; the token itself is kept nowhere. */
  readonly fingerprint: string
  /** Key of its person. */
  readonly person: string
  readonly endedAt: number
  /** From then on nobody takes it anyway. */
  readonly expiresAt: number
}

/** Writes down that a token is no longer good. Saying so twice is once. */
export function noteEndedToken(store: Store, token: EndedToken): Promise<Result<null, StoreFailure>> {
  const { fingerprint, person, endedAt, expiresAt } = token
  return attempt(async () => {
    await store.db
      .insertInto('ended_tokens')
      .values({ fingerprint, person, ended_at: endedAt, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column('fingerprint').doNothing())
      .execute()
    return null
  })
}

/** Tokens that somebody ended since a time and that would still be good, the newest first. */
export async function endedTokensSince(
  store: Store,
  { since, now, limit }: { readonly since: number; readonly now: number; readonly limit: number },
): Promise<Result<readonly EndedToken[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('ended_tokens')
      .select(['fingerprint', 'person', 'ended_at', 'expires_at'])
      .where('ended_at', '>=', since)
      .where('expires_at', '>', now)
      .orderBy('ended_at', 'desc')
      .limit(limit)
      .execute()
    return rows.map((row) => ({
      fingerprint: row.fingerprint,
      person: row.person,
      endedAt: row.ended_at,
      expiresAt: row.expires_at,
    }))
  })
}

/** Forgets those that have ended by themselves. */
export async function forgetEndedTokens(store: Store, now: number): Promise<void> {
  await store.db.deleteFrom('ended_tokens').where('expires_at', '<', now).execute()
}
