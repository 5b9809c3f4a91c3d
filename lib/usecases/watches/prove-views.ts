import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import type { Store } from '@/lib/store/store'
import { noteProofs, noteProvedPairs, rememberedPairs } from '@/lib/store/watches/proofs'
import { readableVms } from '../load-fleet-history'

/** How often a user's inventory is requested for the views that the user watches, regardless of their contents. */
const pauseMilliseconds = 300_000
/** A proved right is recorded again after this long. */
const renewMilliseconds = 3_600_000
const mostKept = 10_000

declare global {
  // Next.js bundles each route separately.
  var sealwatchViewProofs: Map<string, number> | undefined
}

/**
 * Records which VMs of a user's watched views the user can read now, every five minutes at most. Where the inventory
 * has gaps, only the VMs that it shows are recorded; the others keep their earlier record. The requests and their times
 * do not depend on what the views contain: otherwise the duration of a response would reveal VMs that the user cannot
 * read.
 */
export async function proveViews(store: Store, session: ArmSession, watchIds: readonly string[]): Promise<void> {
  const known = (globalThis.sealwatchViewProofs ??= new Map())
  const now = Date.now()
  const due = watchIds.filter((id) => now - (known.get(id) ?? 0) >= pauseMilliseconds)
  if (due.length === 0) return
  const subscriptions = await listSubscriptions(session)
  if (!subscriptions.ok) return
  const found = await readableVms(
    session,
    subscriptions.value.map(({ subscriptionId }) => subscriptionId.toLowerCase()),
  )
  const remembered = await rememberedPairs(store, due)
  if (!found.ok || !remembered.ok) return
  const { keys, complete } = found.value
  const isOld = (provedAt: number | null): boolean => provedAt === null || now - provedAt >= renewMilliseconds
  const proved = remembered.value.filter(({ vmKey, provedAt }) => keys.has(vmKey) && isOld(provedAt))
  await noteProvedPairs(store, proved, now)
  const gone = remembered.value.filter(({ vmKey, provedAt }) => provedAt !== null && !keys.has(vmKey))
  const hidden = complete ? [...new Set(gone.map(({ vmKey }) => vmKey))] : []
  await noteProofs(store, due, { readable: [], hidden }, now)
  if (known.size >= mostKept) known.clear()
  for (const id of due) known.set(id, now)
}
