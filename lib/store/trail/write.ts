import 'server-only'
import type { Insertable, Kysely } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { TrailKind } from '@/lib/shared/trail'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'

/** An authenticated user. */
export interface TrailPerson {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** One audit event. `at`: epoch milliseconds. */
export interface TrailEntry {
  readonly at: number
  readonly kind: TrailKind
  /** Null for unauthenticated callers and for programs. */
  readonly who: TrailPerson | null
  /** The client address, as the operator's proxies declare it; null where there was no request. */
  readonly address: string | null
  /** The subject of the event: a snapshot, an endpoint, a program. */
  readonly subject: string | null
  readonly detail: Readonly<
    Record<string, string | number | boolean | readonly string[] | Readonly<Record<string, string>>>
  >
}

function rowOf({ at, kind, who, address, subject, detail }: TrailEntry): Insertable<Tables['trail']> {
  return {
    at,
    kind,
    cloud: who?.cloud ?? null,
    tenant_id: who?.tenantId.toLowerCase() ?? null,
    person_id: who?.personId.toLowerCase() ?? null,
    address,
    subject,
    detail: JSON.stringify(detail),
  }
}

/** Writes an audit event in the transaction of its action: either both are written or neither. */
export async function insertTrail(db: Kysely<Tables>, entry: TrailEntry): Promise<void> {
  await db.insertInto('trail').values(rowOf(entry)).execute()
}

/** Writes an audit event. */
export function addToTrail(store: Store, entry: TrailEntry): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    await insertTrail(store.db, entry)
    return null
  })
}
