import 'server-only'
import type { Result } from '@/lib/shared/result'
import { insertAuditEventIn } from './audit-log/write'
import type { StoreFailure } from './failure'
import { attempt, type Store } from './store'

/** What was ended for a user. */
export interface EndedAccess {
  readonly links: number
  readonly watches: number
}

/**
 * Ends everything that outlasts a user's sign-in: open share links with their content, drafts, watches with their
 * notifications, and saved views. For a user who has left: no other user can end these.
 */
export function endAccess(
  store: Store,
  user: { readonly tenantId: string; readonly personId: string },
  now: number,
): Promise<Result<EndedAccess, StoreFailure>> {
  const [tenantId, personId] = [user.tenantId.toLowerCase(), user.personId.toLowerCase()]
  return attempt(() =>
    store.db.transaction().execute(async (db) => {
      const watches = await db
        .deleteFrom('watches')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .executeTakeFirst()
      const own = db
        .updateTable('snapshots')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('revoked_at', 'is', null)
      const links = await own
        .where('token_hash', 'is not', null)
        .set({ revoked_at: now, content: '' })
        .executeTakeFirst()
      await db
        .deleteFrom('snapshots')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .where('token_hash', 'is', null)
        .execute()
      // Only this user could change or delete them.
      await db
        .deleteFrom('notes')
        .where('kind', 'in', ['view', 'default-view'])
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
      // The tenant's other users keep the user's other notes, without the name.
      await db
        .updateTable('notes')
        .set({ person_name: null })
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
      const ended = { links: Number(links.numUpdatedRows), watches: Number(watches.numDeletedRows) }
      const subject = `${tenantId}/${personId}`
      await insertAuditEventIn(db, {
        at: now,
        kind: 'access-ended',
        who: null,
        address: null,
        subject,
        detail: { ...ended },
      })
      return ended
    }),
  )
}
