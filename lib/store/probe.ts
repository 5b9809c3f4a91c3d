import 'server-only'
import { randomBytes } from 'node:crypto'
import type { StoreFailure } from './failure'
import { releaseLease, takeLease } from './leases'
import type { Store } from './store'

/** More than a batch of observations needs. Random, because PostgreSQL compresses what repeats. */
const roomBytes = 786_432

/** Writes one row that exists already, or the first one. It is never a held lease: it expires when it is taken. */
async function writeRow(store: Store, name: string, holder: string, now: number): Promise<StoreFailure | null> {
  const done = await takeLease(store, { name, holder, milliseconds: 0 }, now)
  return done.ok ? null : done.failure
}

/**
 * Whether the history can be written now: writes and commits one small row.
 * @param room also whether it takes as much as a batch of observations. Costs a megabyte of writing: after a failure only
 * @param now epoch milliseconds
 * @returns why not; null where it can
 */
export async function probeStore(store: Store, room: boolean, now: number): Promise<StoreFailure | null> {
  const failure = store.file?.moved() ?? store.file?.denied() ?? (await writeRow(store, 'health', 'health', now))
  if (failure !== null || !room) return failure
  const filler = randomBytes(roomBytes).toString('base64')
  const full = await writeRow(store, 'health-room', filler, now)
  await releaseLease(store, 'health-room', filler)
  return full
}
