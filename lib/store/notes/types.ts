import 'server-only'
import type { Selectable } from 'kysely'
import type { Tables } from '../schema'

/**
 * `wave`: one wave of the retirement; `member`: the wave of one VM or disk; `acknowledgement`: of one VM's problem;
 * `view`: one saved view of the fleet; `default-view`: which view one user opens first.
 */
export const noteKinds = ['wave', 'member', 'acknowledgement', 'view', 'default-view'] as const
export type NoteKind = (typeof noteKinds)[number]

/** The tenant whose users share a note. */
export interface NotesTenant {
  readonly cloud: string
  readonly tenantId: string
}

/** Who changed a note. */
export interface NoteAuthor {
  /** Object id. */
  readonly id: string
  /** As the directory names the user; null where the token contains no name. */
  readonly name: string | null
}

export interface StoredNote {
  readonly kind: NoteKind
  /** Id of a wave or view, object id of the user of a default view, otherwise an ARM id in lower case. */
  readonly key: string
  /** Another one after each change. */
  readonly version: string
  /** JSON. */
  readonly body: string
  readonly by: NoteAuthor
  /** Epoch milliseconds. */
  readonly changedAt: number
  /** Only its author may read it. */
  readonly isPrivate: boolean
}

export interface NoteLimits {
  readonly tenant: number
  /** Of those that the same user changed last. */
  readonly person: number
}

/** The most notes that are stored of each kind. */
export const noteLimits: Readonly<Record<NoteKind, NoteLimits>> = {
  wave: { tenant: 200, person: 50 },
  member: { tenant: 20_000, person: 10_000 },
  acknowledgement: { tenant: 5000, person: 1000 },
  view: { tenant: 1000, person: 30 },
  'default-view': { tenant: 20_000, person: 1 },
}

/** The columns that identify a tenant. */
export const ofTenant = ({ cloud, tenantId }: NotesTenant) => ({ cloud, tenant_id: tenantId.toLowerCase() })

/** A row as a note; null where a newer program has written it. */
export function noteOf(row: Selectable<Tables['notes']>): StoredNote | null {
  const kind = noteKinds.find((each) => each === row.kind)
  if (kind === undefined) return null
  return {
    kind,
    key: row.note_key,
    version: row.version,
    body: row.body,
    by: { id: row.person_id, name: row.person_name },
    changedAt: row.changed_at,
    isPrivate: row.private_to !== null,
  }
}
