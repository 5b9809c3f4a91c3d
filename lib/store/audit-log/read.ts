import 'server-only'
import type { Selectable } from 'kysely'
import * as z from 'zod'
import type { Result } from '@/lib/shared/result'
import { auditEventKinds, type AuditEventKind } from '@/lib/shared/audit-events'
import type { StoreFailure } from '../failure'
import type { Tables } from '../schema'
import { attempt, type Store } from '../store'
import type { AuditEvent } from './write'

export interface StoredAuditEvent extends AuditEvent {
  readonly id: number
}

/** Which audit events. Times are epoch milliseconds. */
export interface AuditQuery {
  /** Empty for all kinds. */
  readonly kinds: readonly AuditEventKind[]
  /**
   * Only events of this tenant, and those without a user: of programs, and of unauthenticated callers unless they concern
   * a share link of another tenant.
   */
  readonly tenantId: string
  /** Object id of a user; null for all users. */
  readonly person: string | null
  readonly from: number | null
  readonly to: number | null
  /** Only rows that are older than this one; null for the newest. */
  readonly before: number | null
  readonly limit: number
}

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.record(z.string(), z.string())])
const detailSchema = z.record(z.string(), value)

function detailOf(text: string): AuditEvent['detail'] {
  const parsed = detailSchema.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : {}
}

function entryOf(row: Selectable<Tables['trail']>): StoredAuditEvent | null {
  const kind = auditEventKinds.find((each) => each === row.kind)
  // A newer program has written it.
  if (kind === undefined) return null
  const { cloud, tenant_id: tenantId, person_id: personId } = row
  const who = cloud === null || tenantId === null || personId === null ? null : { cloud, tenantId, personId }
  return { id: row.id, at: row.at, kind, who, address: row.address, subject: row.subject, detail: detailOf(row.detail) }
}

/** The audit log, newest first. */
export function readAuditLog(
  store: Store,
  { kinds, tenantId, person, from, to, before, limit }: AuditQuery,
): Promise<Result<readonly StoredAuditEvent[], StoreFailure>> {
  return attempt(async () => {
    const rows = await store.db
      .selectFrom('trail')
      .where((row) =>
        row.or([
          row('tenant_id', '=', tenantId.toLowerCase()),
          row.and([
            row('tenant_id', 'is', null),
            row.not(
              row.exists(
                row
                  .selectFrom('trail as link')
                  .whereRef('link.subject', '=', 'trail.subject')
                  .where('link.kind', '=', 'snapshot-made')
                  .where('link.tenant_id', '<>', tenantId.toLowerCase())
                  .select('link.id'),
              ),
            ),
          ]),
        ]),
      )
      .$if(kinds.length > 0, (query) => query.where('kind', 'in', [...kinds]))
      .$if(person !== null, (query) => query.where('person_id', '=', person?.toLowerCase() ?? ''))
      .$if(from !== null, (query) => query.where('at', '>=', from ?? 0))
      .$if(to !== null, (query) => query.where('at', '<=', to ?? 0))
      .$if(before !== null, (query) => query.where('id', '<', before ?? 0))
      .orderBy('id', 'desc')
      .limit(limit)
      .selectAll()
      .execute()
    return rows.map(entryOf).filter((entry) => entry !== null)
  })
}

/** The last event of a kind about a subject; null without one. */
export function lastOf(
  store: Store,
  kind: AuditEventKind,
  subject: string,
): Promise<Result<StoredAuditEvent | null, StoreFailure>> {
  return attempt(async () => {
    const row = await store.db
      .selectFrom('trail')
      .where('subject', '=', subject)
      .where('kind', '=', kind)
      .orderBy('id', 'desc')
      .limit(1)
      .selectAll()
      .executeTakeFirst()
    return row === undefined ? null : entryOf(row)
  })
}
