import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely'
import type { Result } from '@/lib/shared/result'
import { insertAuditEventIn, type AuditEvent } from '../audit-log/write'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'
import {
  noteLimits,
  noteOf,
  ofTenant,
  type NoteAuthor,
  type NoteKind,
  type NotesTenant,
  type StoredNote,
} from './types'

/** Keys in one statement. */
const batchSize = 500

/**
 * A note that a user wants to change, and the version that the user saw: null where the user saw none, undefined where
 * the last change wins.
 */
export interface ExpectedNote {
  readonly key: string
  readonly version: string | null | undefined
}

/** What every change of notes needs beside its content. */
export interface NoteWriting {
  readonly by: NoteAuthor
  /** Epoch milliseconds. */
  readonly now: number
  /** Written in the same transaction. */
  readonly event: AuditEvent
}

export type NoteOutcome =
  | { readonly kind: 'saved'; readonly version: string }
  /** Nothing was written: this note has another version now; null where it does not exist. */
  | { readonly kind: 'conflict'; readonly key: string; readonly version: string | null }
  /** Nothing was written: the limit is reached. */
  | { readonly kind: 'full' }

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  )
}

/** All notes of a tenant, of these kinds, that its users share; with `reader`, also the private ones of this user. */
export function notesOf(
  store: Store,
  tenant: NotesTenant,
  kinds: readonly NoteKind[],
  reader: string | null = null,
): Promise<Result<readonly StoredNote[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('notes')
      .where((row) => row.and(ofTenant(tenant)))
      .where('kind', 'in', kinds)
      .where((row) => row.or([row('private_to', 'is', null), row('private_to', '=', reader)]))
      .orderBy('kind')
      .orderBy('note_key')
      .selectAll()
      .execute()
    return rows.map(noteOf).filter((note) => note !== null)
  })
}

/** Keys of the notes of one kind that have exactly this body. */
export function keysWithBody(
  store: Store,
  tenant: NotesTenant,
  kind: NoteKind,
  body: string,
): Promise<Result<readonly string[], StoreFailure>> {
  return attempt(() => keysWithBodyIn(store.db, tenant, kind, body))
}

async function keysWithBodyIn(
  db: Kysely<Tables>,
  tenant: NotesTenant,
  kind: NoteKind,
  body: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notes')
    .where((row) => row.and(ofTenant(tenant)))
    .where('kind', '=', kind)
    .where('body', '=', body)
    .orderBy('note_key')
    .select('note_key')
    .execute()
  return rows.map(({ note_key }) => note_key)
}

/**
 * Runs a change after all earlier ones of the tenant. SQLite has one writer anyway, and refuses a transaction whose
 * readings another one has overtaken; `attempt` repeats it then.
 * Source: https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
 */
function inTurn<T>(store: Store, tenant: NotesTenant, work: (db: Kysely<Tables>) => Promise<T>) {
  return attempt(() =>
    store.db.transaction().execute(async (db) => {
      const { cloud, tenant_id } = ofTenant(tenant)
      if (store.dialect === 'postgres')
        await sql`select pg_advisory_xact_lock(hashtextextended(${`sealwatch.notes ${cloud} ${tenant_id}`}, 0))`.execute(
          db,
        )
      return work(db)
    }),
  )
}

/** The stored versions of notes, by key. */
async function versionsOf(
  db: Kysely<Tables>,
  tenant: NotesTenant,
  kind: NoteKind,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const batch of batches(keys)) {
    const rows = await db
      .selectFrom('notes')
      .where((row) => row.and(ofTenant(tenant)))
      .where('kind', '=', kind)
      .where('note_key', 'in', batch)
      .select(['note_key', 'version'])
      .execute()
    for (const { note_key, version } of rows) found.set(note_key, version)
  }
  return found
}

async function isFull(
  db: Kysely<Tables>,
  tenant: NotesTenant,
  kind: NoteKind,
  by: NoteAuthor,
  added: number,
): Promise<boolean> {
  const count = (person: string | null) =>
    db
      .selectFrom('notes')
      .where((row) => row.and(ofTenant(tenant)))
      .where('kind', '=', kind)
      .$if(person !== null, (query) => query.where('person_id', '=', person ?? ''))
      .select((row) => row.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow()
  const limits = noteLimits[kind]
  const [all, own] = [await count(null), await count(by.id)]
  return Number(all.count) + added > limits.tenant || Number(own.count) + added > limits.person
}

async function put(
  db: Kysely<Tables>,
  tenant: NotesTenant,
  {
    kind,
    keys,
    body,
    isPrivate = false,
  }: Pick<NoteChange, 'kind' | 'isPrivate'> & { readonly keys: readonly string[]; readonly body: string },
  { by, now }: NoteWriting,
): Promise<string> {
  const version = randomUUID()
  const author = { person_id: by.id, person_name: by.name, private_to: isPrivate ? by.id : null }
  const changed = { version, body, ...author, changed_at: now }
  for (const batch of batches(keys)) {
    await db
      .insertInto('notes')
      .values(batch.map((note_key) => ({ ...ofTenant(tenant), kind, note_key, ...changed })))
      .onConflict((conflict) => conflict.columns(['cloud', 'tenant_id', 'kind', 'note_key']).doUpdateSet(changed))
      .execute()
  }
  return version
}

async function remove(db: Kysely<Tables>, tenant: NotesTenant, kind: NoteKind, keys: readonly string[]): Promise<void> {
  for (const batch of batches(keys)) {
    await db
      .deleteFrom('notes')
      .where((row) => row.and(ofTenant(tenant)))
      .where('kind', '=', kind)
      .where('note_key', 'in', batch)
      .execute()
  }
}

export interface NoteChange {
  readonly kind: NoteKind
  /** Each key once. */
  readonly notes: readonly ExpectedNote[]
  /** JSON; null deletes them. */
  readonly body: string | null
  /** Only their author may read them. */
  readonly isPrivate?: boolean
}

/**
 * Gives notes the same body, or deletes them: all of them, or none where one is not as its user saw it, so that no user
 * overwrites what another one has just written.
 */
export function changeNotes(
  store: Store,
  tenant: NotesTenant,
  { kind, notes, body, isPrivate = false }: NoteChange,
  writing: NoteWriting,
): Promise<Result<NoteOutcome, StoreFailure>> {
  const keys = notes.map(({ key }) => key)
  return inTurn<NoteOutcome>(store, tenant, async (db) => {
    const stored = await versionsOf(db, tenant, kind, keys)
    const other = notes.find(({ key, version }) => version !== undefined && (stored.get(key) ?? null) !== version)
    if (other !== undefined) return { kind: 'conflict', key: other.key, version: stored.get(other.key) ?? null }
    const added = keys.length - stored.size
    if (body !== null && added > 0 && (await isFull(db, tenant, kind, writing.by, added))) return { kind: 'full' }
    const version = body === null ? '' : await put(db, tenant, { kind, keys, body, isPrivate }, writing)
    if (body === null) await remove(db, tenant, kind, keys)
    await insertAuditEventIn(db, writing.event)
    return { kind: 'saved', version }
  })
}

export interface WaveRemoval {
  readonly wave: ExpectedNote
  /** Body of the notes of its members. */
  readonly memberBody: string
  /** The members that the user can read. */
  readonly readable: ReadonlySet<string>
  /** Body of the wave where members remain that the user cannot read. */
  readonly remainingBody: string
}

/**
 * Takes from a wave the members that a user can read, and deletes the wave where none remains: what other users planned
 * for VMs that this user cannot read stays, and the user does not learn of it.
 */
export function removeWave(
  store: Store,
  tenant: NotesTenant,
  { wave, memberBody, readable, remainingBody }: WaveRemoval,
  writing: NoteWriting,
): Promise<Result<NoteOutcome, StoreFailure>> {
  return inTurn<NoteOutcome>(store, tenant, async (db) => {
    const stored = (await versionsOf(db, tenant, 'wave', [wave.key])).get(wave.key) ?? null
    if (stored === null || stored !== wave.version) return { kind: 'conflict', key: wave.key, version: stored }
    const members = await keysWithBodyIn(db, tenant, 'member', memberBody)
    const own = members.filter((key) => readable.has(key))
    await remove(db, tenant, 'member', own)
    if (own.length === members.length) await remove(db, tenant, 'wave', [wave.key])
    else await put(db, tenant, { kind: 'wave', keys: [wave.key], body: remainingBody }, writing)
    await insertAuditEventIn(db, writing.event)
    return { kind: 'saved', version: '' }
  })
}

const dayMilliseconds = 86_400_000
/** A plan outlasts the observations: the retirement takes years. */
const planDays = 1095

/** Notes that did not change for as long as their kind is kept. */
export function oldNotes(
  { keepDays }: Store['config'],
  now: number,
): (row: ExpressionBuilder<Tables, 'notes'>) => Expression<SqlBool> {
  const days: Readonly<Record<NoteKind, number>> = {
    wave: planDays,
    member: planDays,
    acknowledgement: keepDays,
    view: planDays,
    'default-view': planDays,
  }
  return (row) =>
    row.or(
      Object.entries(days).map(([kind, age]) =>
        row.and([row('kind', '=', kind), row('changed_at', '<', now - age * dayMilliseconds)]),
      ),
    )
}

/** Deletes acknowledgements that are older than the history, and plans and views that were not changed for three years. */
export async function forgetNotes({ db, config }: Store, now: number): Promise<void> {
  await db.deleteFrom('notes').where(oldNotes(config, now)).execute()
}
