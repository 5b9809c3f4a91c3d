import 'server-only'
import type { Kysely } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { Dialect } from '../dialect'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'
import { insertAuditEventIn } from '../audit-log/write'
import { mostBytesPerPerson, mostSnapshotBytes, snapshotBudget, snapshotBytes } from './budget'
import { whose, type SnapshotOwner } from './types'

/** Open links of one user at once. */
export const snapshotsPerPerson = 100
/** Drafts of one user; a new one replaces the oldest. */
const draftsPerPerson = 5
const draftMilliseconds = 15 * 60_000

export interface Draft {
  readonly id: string
  readonly owner: SnapshotOwner
  readonly kind: 'vm' | 'view'
  readonly title: string
  readonly withheld: readonly string[]
  readonly content: string
  readonly now: number
}

/**
 * Stores what a link may show, for a quarter of an hour.
 * @returns whether the content is small enough, and all snapshots together have room for it
 */
export async function putDraft(store: Store, draft: Draft): Promise<Result<boolean, StoreFailure>> {
  const owner = whose(draft.owner)
  const bytes = Buffer.byteLength(draft.content)
  return attempt(async () => {
    if (bytes > mostSnapshotBytes) return false
    const drafts = await store.db
      .selectFrom('snapshots')
      .where((row) => row.and(owner))
      .where('token_hash', 'is', null)
      .orderBy('created_at', 'desc')
      .offset(draftsPerPerson - 1)
      .limit(100)
      .select('id')
      .execute()
    const old = drafts.map(({ id }) => id)
    if (old.length > 0) await store.db.deleteFrom('snapshots').where('id', 'in', old).execute()
    if ((await snapshotBytes(store.db, store.dialect)) + bytes > snapshotBudget(store.config)) return false
    await store.db
      .insertInto('snapshots')
      .values({
        ...owner,
        id: draft.id,
        kind: draft.kind,
        title: draft.title,
        withheld: JSON.stringify(draft.withheld),
        content: draft.content,
        token_hash: null,
        passphrase: null,
        created_at: draft.now,
        expires_at: draft.now + draftMilliseconds,
        revoked_at: null,
        views: 0,
        refused: 0,
        refused_since: 0,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    return true
  })
}

export interface Publishing {
  readonly tokenHash: string
  readonly passphrase: string | null
  readonly expiresAt: number
  readonly now: number
  /** Adds what the user decided after the preview; its result is stored. */
  readonly complete?: (content: string) => string
  /** The user's client address. */
  readonly address?: string | null
}

/** Whether this user has such a draft, and may have one more link. */
async function mayBecomeLink(
  db: Kysely<Tables>,
  dialect: Dialect,
  owner: SnapshotOwner,
  id: string,
  now: number,
): Promise<boolean> {
  const live = db
    .selectFrom('snapshots')
    .where((row) => row.and(whose(owner)))
    .where('expires_at', '>', now)
  const draft = await live.where('id', '=', id).where('token_hash', 'is', null).select('id').executeTakeFirst()
  if (draft === undefined) return false
  const { open } = await live
    .where('token_hash', 'is not', null)
    .where('revoked_at', 'is', null)
    .select((row) => row.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  if (open >= snapshotsPerPerson) return false
  return (await snapshotBytes(db, dialect, { owner, draft: id, now })) <= mostBytesPerPerson
}

/** Whether `publishDraft` would create a link now. Only reads the database. */
export function canPublish(
  store: Store,
  owner: SnapshotOwner,
  id: string,
  now: number,
): Promise<Result<boolean, StoreFailure>> {
  return attempt(() => mayBecomeLink(store.db, store.dialect, owner, id, now))
}

/** Creates a link from a draft of this user. @returns whether the draft existed, and the user may have one more link */
export async function publishDraft(
  store: Store,
  owner: SnapshotOwner,
  id: string,
  { tokenHash, passphrase, expiresAt, now, complete, address = null }: Publishing,
): Promise<Result<boolean, StoreFailure>> {
  const person = whose(owner)
  return attempt(() =>
    store.db.transaction().execute(async (db) => {
      if (!(await mayBecomeLink(db, store.dialect, owner, id, now))) return false
      const draft =
        complete === undefined
          ? undefined
          : await db.selectFrom('snapshots').where('id', '=', id).select('content').executeTakeFirst()
      const changed = draft === undefined || complete === undefined ? {} : { content: complete(draft.content) }
      const done = await db
        .updateTable('snapshots')
        .set({ token_hash: tokenHash, passphrase, created_at: now, expires_at: expiresAt, ...changed })
        .where((row) => row.and(person))
        .where('id', '=', id)
        .where('token_hash', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      if (Number(done.numUpdatedRows) === 0) return false
      const detail = { until: new Date(expiresAt).toISOString(), passphrase: passphrase !== null }
      await insertAuditEventIn(db, { at: now, kind: 'snapshot-made', who: owner, address, subject: id, detail })
      return true
    }),
  )
}
