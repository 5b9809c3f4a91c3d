import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import type { Store } from '@/lib/store/store'
import { noteProofs, noteProvedPairs, rememberedPairs } from '@/lib/store/watches/proofs'
import { readableVms } from '../load-fleet-history'

/** How often a person's inventory is asked for the sake of the views that the person follows, whatever is in them. */
const pauseMilliseconds = 300_000
/** A right that was seen is noted anew after so long. */
const renewMilliseconds = 3_600_000
const mostKept = 10_000

declare global {
  // Next bundles each route by itself.
  var sealwatchViewProofs: Map<string, number> | undefined
}

/**
 * Notes which VMs of a person's followed views the person can read now, every five minutes at most. Where the inventory
 * has gaps, only what it shows is noted; what it does not show keeps what was noted before. What is asked of Azure, and
 * when, does not depend on what the views hold: else the time of an answer would tell of VMs that the person cannot read.
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
