import 'server-only'
import { randomUUID } from 'node:crypto'
import type { OperatorWatch } from '@/lib/config/webhook-config'
import { ok, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import { deleteWatch, putWatch, watchesOfPerson } from '@/lib/store/watches/watches'

/** The owner of the configured watches: not a user's id, which is a GUID. */
export const operatorId = 'operator'

/**
 * Makes the stored watches of the operator match the configuration. A watch that stays keeps its memories.
 * @param now epoch milliseconds
 */
export async function syncOperatorWatches(
  store: Store,
  place: { readonly cloud: string; readonly tenantId: string },
  wanted: readonly OperatorWatch[],
  now: number,
): Promise<Result<null, StoreFailure>> {
  const follower = { ...place, personId: operatorId }
  const kept = new Set<string>()
  for (const { name, targets, kinds, language, view } of wanted) {
    const put = await putWatch(store, {
      id: randomUUID(),
      follower,
      target: { kind: 'view', name, view },
      kinds,
      channels: targets,
      mutedUntil: null,
      language,
      notifyCurrent: false,
      createdAt: now,
    })
    if (!put.ok) return put
    if (put.value !== null) kept.add(put.value)
  }
  const known = await watchesOfPerson(store, follower)
  if (!known.ok) return known
  for (const { id } of known.value) if (!kept.has(id)) await deleteWatch(store, follower, id)
  return ok(null)
}
