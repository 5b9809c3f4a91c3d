import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import type { Store } from '@/lib/store/store'
import { noteProofs, rememberedVms } from '@/lib/store/watches/proofs'
import { readableVms } from '../load-fleet-history'

/** How often a person's inventory is asked for the sake of views that webhooks tell of. */
const pauseMilliseconds = 3_600_000
const mostKept = 10_000

declare global {
  // Next bundles each route by itself.
  var sealwatchViewProofs: Map<string, number> | undefined
}

/**
 * Notes which VMs of a person's followed views the person can read now, once an hour. Where the inventory has gaps, only
 * what it shows is noted; what it does not show keeps what was noted before.
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
  const remembered = await rememberedVms(store, due)
  if (!found.ok || !remembered.ok) return
  const { keys, complete } = found.value
  const readable = remembered.value.filter((key) => keys.has(key))
  const hidden = complete ? remembered.value.filter((key) => !keys.has(key)) : []
  await noteProofs(store, due, { readable, hidden }, now)
  if (known.size >= mostKept) known.clear()
  for (const id of due) known.set(id, now)
}
