import type { ErrorCode } from '@/lib/contract/errors'
import type { Gap } from '@/lib/contract/fleet'
import { isPassing, type FleetEntry } from './fleet-entry'
import { isWholeTenant, type FleetModel } from './fleet-model'

/** The failure that kept a load from reading the VMs of a subscription; undefined without one. */
function obstacle(subscriptionId: string, model: FleetModel): ErrorCode | undefined {
  const hits = (gap: Gap) => gap.kind !== 'vm' && (isWholeTenant(gap) || gap.scope.toLowerCase() === subscriptionId)
  const listed = model.subscriptions.find((one) => one.id.toLowerCase() === subscriptionId)
  return model.load.gaps.find(hits)?.code ?? listed?.error ?? undefined
}

/** The failure that kept a load from listing the scale set of an instance; undefined without one. */
function obstacleOfSet(key: string, model: FleetModel): ErrorCode | undefined {
  const set = /^(.+\/virtualmachinescalesets\/[^/]+)\/virtualmachines\/[^/]+$/.exec(key)?.[1]
  if (set === undefined) return undefined
  return model.load.gaps.find(({ scope }) => scope.toLowerCase() === set)?.code
}

/**
 * The entries that stay after a load has ended. A VM that is missing from the load is removed, unless a temporary
 * failure may be the reason: then its last reading stays, marked with that failure.
 */
export function leftAfter(model: FleetModel, complete: boolean): readonly FleetEntry[] {
  const reasons = new Map<string, ErrorCode | undefined>()
  const { progress, listedNothing } = model.load
  const seen = new Set<string>()
  for (const keys of model.load.seen) for (const key of keys) seen.add(key)
  // Usually none leaves: the same list needs no new order and no new filtering.
  if (model.entries.every(({ key }) => seen.has(key))) return model.entries
  const stays = (entry: FleetEntry): FleetEntry | null => {
    if (seen.has(entry.key)) return entry
    const subscriptionId = entry.subscriptionId.toLowerCase()
    if (!reasons.has(subscriptionId)) reasons.set(subscriptionId, obstacle(subscriptionId, model))
    const code = reasons.get(subscriptionId) ?? obstacleOfSet(entry.key, model)
    if (code !== undefined) return isPassing(code) ? { ...entry, kept: code } : null
    // An empty list of subscriptions proves nothing: permissions that were removed lead to a refusal.
    return !listedNothing && (complete || progress?.inventoryComplete === true) ? null : { ...entry, kept: 'not-seen' }
  }
  return model.entries.flatMap((entry) => stays(entry) ?? [])
}
