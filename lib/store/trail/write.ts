import 'server-only'
import type { Insertable, Kysely } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { TrailKind } from '@/lib/shared/trail'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'

/** Somebody who proved who he is. */
export interface TrailPerson {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** One thing that happened. `at`: epoch milliseconds. */
export interface TrailEntry {
  readonly at: number
  readonly kind: TrailKind
  /** Null for strangers and for programs. */
  readonly who: TrailPerson | null
  /** Where the request came from, as the operator's proxies say; null where there was none. */
  readonly address: string | null
  /** What it was done to: a snapshot, an endpoint, a program. */
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

/** Writes it down as part of what is being done: either both happen or neither. */
export async function insertTrail(db: Kysely<Tables>, entry: TrailEntry): Promise<void> {
  await db.insertInto('trail').values(rowOf(entry)).execute()
}

/** Writes it down. */
export function addToTrail(store: Store, entry: TrailEntry): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    await insertTrail(store.db, entry)
    return null
  })
}
