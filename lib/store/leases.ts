import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/**
 * Takes or renews a lease: the right to do what only one process at a time may do. A killed process loses it when it
 * expires. The clocks of the processes must agree to within a good part of its duration. A lease that ends later than any
 * could is of a clock that was ahead, and is free.
 * @param lease `longest`: for how long any process takes it, in milliseconds; without it as long as this one
 * @param now epoch milliseconds
 * @returns whether `holder` has it now
 */
export async function takeLease(
  store: Store,
  lease: {
    readonly name: string
    readonly holder: string
    readonly milliseconds: number
    readonly longest?: number
  },
  now: number,
): Promise<Result<boolean, StoreFailure>> {
  const { name, holder, milliseconds, longest = milliseconds } = lease
  return attempt(async () => {
    const taken = await store.db
      .insertInto('leases')
      .values({ name, holder, until: now + milliseconds })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder, until: now + milliseconds })
          .where((row) =>
            row.or([
              row('leases.until', '<=', now),
              row('leases.until', '>', now + 2 * longest),
              row('leases.holder', '=', holder),
            ]),
          ),
      )
      .returning('holder')
      .execute()
    return taken.length > 0
  })
}

/** Who has a lease, or had it last; null where it was released or never taken. */
export async function leaseHolder(store: Store, name: string): Promise<Result<string | null, StoreFailure>> {
  return attempt(async () => {
    const row = await store.db.selectFrom('leases').where('name', '=', name).select('holder').executeTakeFirst()
    return row?.holder ?? null
  })
}

/** Releases a lease before it expires, if `holder` still has it. */
export async function releaseLease(store: Store, name: string, holder: string): Promise<Result<null, StoreFailure>> {
  const done = await attempt(() =>
    store.db.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute(),
  )
  return done.ok ? ok(null) : fail(done.failure)
}
