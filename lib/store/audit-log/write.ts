import 'server-only'
import type { Insertable, Kysely } from 'kysely'
import type { Result } from '@/lib/shared/result'
import type { AuditEventKind } from '@/lib/shared/audit-events'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'

/** An authenticated user. */
export interface AuditActor {
  readonly cloud: string
  readonly tenantId: string
  readonly personId: string
}

/** One audit event. `at`: epoch milliseconds. */
export interface AuditEvent {
  readonly at: number
  readonly kind: AuditEventKind
  /** Null for unauthenticated callers and for programs. */
  readonly who: AuditActor | null
  /** The client address, as the operator's proxies declare it; null where there was no request. */
  readonly address: string | null
  /** The subject of the event: a snapshot, an endpoint, a program. */
  readonly subject: string | null
  readonly detail: Readonly<
    Record<string, string | number | boolean | readonly string[] | Readonly<Record<string, string>>>
  >
}

function rowOf({ at, kind, who, address, subject, detail }: AuditEvent): Insertable<Tables['trail']> {
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
export async function insertAuditEventIn(db: Kysely<Tables>, entry: AuditEvent): Promise<void> {
  await db.insertInto('trail').values(rowOf(entry)).execute()
}

/** Writes an audit event. */
export function insertAuditEvent(store: Store, entry: AuditEvent): Promise<Result<null, StoreFailure>> {
  return attempt(async () => {
    await insertAuditEventIn(store.db, entry)
    return null
  })
}
