import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** A token that a sign-out ended before its expiry. Times are epoch milliseconds. */
export interface EndedToken {
  /** Hash of the token; the token itself is never stored. */
  readonly fingerprint: string
  /** Key of its user. */
  readonly person: string
  readonly endedAt: number
  /** From then on the token is refused anyway. */
  readonly expiresAt: number
}

/** Records that a token was ended. Safe to repeat. */
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

/** Where a page of ended tokens begins: after this token, in the order of the sign-outs. */
export type EndedTokensAfter = Pick<EndedToken, 'endedAt' | 'fingerprint'>

/** A page of the tokens that were ended after another and have not expired yet, oldest first. */
export async function endedTokensAfter(
  store: Store,
  { endedAt, fingerprint }: EndedTokensAfter,
  { now, limit }: { readonly now: number; readonly limit: number },
): Promise<Result<readonly EndedToken[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('ended_tokens')
      .select(['fingerprint', 'person', 'ended_at', 'expires_at'])
      .where((row) =>
        row.or([
          row('ended_at', '>', endedAt),
          row.and([row('ended_at', '=', endedAt), row('fingerprint', '>', fingerprint)]),
        ]),
      )
      .where('expires_at', '>', now)
      .orderBy('ended_at')
      .orderBy('fingerprint')
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

/** Deletes the tokens that have expired. */
export async function forgetEndedTokens(store: Store, now: number): Promise<void> {
  await store.db.deleteFrom('ended_tokens').where('expires_at', '<', now).execute()
}
