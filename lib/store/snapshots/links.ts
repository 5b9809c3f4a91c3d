import 'server-only'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '../failure'
import { attempt, type Store } from '../store'
import { insertAuditEventIn } from '../audit-log/write'
import { eraseDeleted } from './budget'
import { snapshotsPerPerson } from './drafts'
import { snapshotOf, whose, type SnapshotOwner, type StoredEvent, type StoredSnapshot } from './types'

/** Events of one kind of one snapshot that are stored one by one; from then on at most one in an hour is stored. */
const mostEvents = 200
const hourMilliseconds = 3_600_000

/**
 * The snapshot that a token opens now: published, neither revoked nor expired. Null for every other token, for any
 * reason.
 */
export async function openSnapshot(
  store: Store,
  tokenHash: string,
  now: number,
): Promise<Result<StoredSnapshot | null, StoreFailure>> {
  return attempt(async () => {
    const row = await store.db
      .selectFrom('snapshots')
      .where('token_hash', '=', tokenHash)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .selectAll()
      .executeTakeFirst()
    return row === undefined ? null : snapshotOf(row)
  })
}

/** Counts an opening of a snapshot, and stores it as an event. */
export async function noteOpened(
  store: Store,
  id: string,
  now: number,
  address: string | null = null,
): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    await store.db
      .updateTable('snapshots')
      .set((row) => ({ views: row('views', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await addEvent(store, { id, kind: 'opened', at: now, address })
    return null
  })
}

export interface Tries {
  readonly most: number
  /** Start of the current window, epoch milliseconds. */
  readonly since: number
}

/**
 * Takes one of the tries that a passphrase has within a window, before it is compared: a thousand concurrent tries get
 * no more than sequential ones. @returns whether one was left
 */
export async function takeTry(
  store: Store,
  id: string,
  { most, since }: Tries,
  now: number,
): Promise<Result<boolean, StoreFailure>> {
  return attempt(async () => {
    await store.db
      .updateTable('snapshots')
      .set({ refused: 0, refused_since: now })
      .where('id', '=', id)
      .where('refused_since', '<', since)
      .execute()
    const taken = await store.db
      .updateTable('snapshots')
      .set((row) => ({ refused: row('refused', '+', 1) }))
      .where('id', '=', id)
      .where('refused', '<', most)
      .executeTakeFirst()
    return Number(taken.numUpdatedRows) > 0
  })
}

/** Records the result of a try: the right passphrase returns the try, a wrong one is stored as an event. */
export async function endTry(
  store: Store,
  id: string,
  right: boolean,
  now: number,
  address: string | null = null,
): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    if (!right) {
      await addEvent(store, { id, kind: 'refused', at: now, address })
      return null
    }
    await store.db
      .updateTable('snapshots')
      .set((row) => ({ refused: row('refused', '-', 1) }))
      .where('id', '=', id)
      .where('refused', '>', 0)
      .execute()
    return null
  })
}

interface LinkEvent {
  readonly id: string
  readonly kind: 'opened' | 'refused'
  readonly at: number
  readonly address: string | null
}

/**
 * Stores an event of a link. Many openings must not fill the audit log, from which no row can be deleted: beyond the
 * limit each row states that it stands for an hour, and how often the link was opened in all.
 */
async function addEvent(store: Store, { id, kind, at, address }: LinkEvent): Promise<void> {
  const { known, last } = await store.db
    .selectFrom('trail')
    .where('subject', '=', id)
    .where('kind', '=', `snapshot-${kind}`)
    .select((row) => [row.fn.countAll<number>().as('known'), row.fn.max<number | null>('at').as('last')])
    .executeTakeFirstOrThrow()
  const isMany = known >= mostEvents
  if (known > mostEvents && at - Number(last) < hourMilliseconds) return
  const found = isMany
    ? await store.db.selectFrom('snapshots').where('id', '=', id).select('views').executeTakeFirst()
    : undefined
  const detail = isMany ? { hourly: true, openings: found?.views ?? 0 } : {}
  await insertAuditEventIn(store.db, { at, kind: `snapshot-${kind}`, who: null, address, subject: id, detail })
}

/** Ends a link of this user at once and deletes what it showed. @returns whether there was one to end */
export async function revokeSnapshot(
  store: Store,
  owner: SnapshotOwner,
  id: string,
  now: number,
  address: string | null = null,
): Promise<Result<boolean, StoreFailure>> {
  return attempt(async () => {
    const done = await store.db
      .updateTable('snapshots')
      .set({ revoked_at: now, content: '' })
      .where((row) => row.and(whose(owner)))
      .where('id', '=', id)
      .where('token_hash', 'is not', null)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (Number(done.numUpdatedRows) === 0) return false
    await insertAuditEventIn(store.db, {
      at: now,
      kind: 'snapshot-revoked',
      who: owner,
      address,
      subject: id,
      detail: {},
    })
    await eraseDeleted(store)
    return true
  })
}

export interface OwnSnapshots {
  readonly snapshots: readonly StoredSnapshot[]
  /** Newest first. */
  readonly events: readonly StoredEvent[]
}

/** The links of a user, newest first, without their content. */
export async function snapshotsOfPerson(
  store: Store,
  owner: SnapshotOwner,
): Promise<Result<OwnSnapshots, StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('snapshots')
      .where((row) => row.and(whose(owner)))
      .where('token_hash', 'is not', null)
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(snapshotsPerPerson * 5)
      .selectAll()
      .execute()
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) return { snapshots: [], events: [] }
    const events = await store.db
      .selectFrom('trail')
      .where('subject', 'in', ids)
      .orderBy('id', 'desc')
      .select(['subject', 'kind', 'at'])
      .execute()
    return {
      snapshots: rows.map((row) => ({ ...snapshotOf(row), content: '' })),
      events: events.map(({ subject, kind, at }) => ({
        snapshotId: subject ?? '',
        kind: kind.replace(/^snapshot-/, ''),
        at,
      })),
    }
  })
}
