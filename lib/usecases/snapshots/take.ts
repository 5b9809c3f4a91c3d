import 'server-only'
import type { VmName } from '@/lib/azure/calls/virtual-machine'
import type { Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { FleetEvent } from '@/lib/contract/fleet'
import { hasFilters, parseFleetSearch } from '@/lib/contract/fleet-search'
import type { SnapshotContent, SnapshotPart } from '@/lib/contract/snapshots'
import { fail, ok, type Result } from '@/lib/shared/result'
import { applyFleetEvents } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { namesOf, viewFleet } from '@/lib/views/fleet-view'
import type { TrendPoint } from '@/lib/views/headline'
import { trendUpTo } from '@/lib/views/history-now'
import { loadFleet } from '../fleet/load-fleet'
import { loadFleetHistory } from '../load-fleet-history'
import { loadVm } from '../load-vm'
import { viewContent } from './view-content'
import { vmContent } from './vm-content'

/** Events added to the model at once. */
const batchSize = 500

/** What a link to one VM shows, read now with the rights of the user who creates it. */
export async function takeVm(
  caller: Caller,
  vm: VmName,
  reveal: readonly SnapshotPart[],
  signal: AbortSignal,
): Promise<Result<SnapshotContent, ApiError>> {
  const read = await loadVm(caller, vm, signal)
  return read.ok ? ok(vmContent(read.value, reveal, new Date().toISOString())) : read
}

/** Hours of the trend: thirty days. */
const trendHours = 720

/** The confirmed VMs over time; null where the history cannot be read, or does not cover the VMs of this reading. */
async function trendFor(
  caller: Caller,
  fleet: FleetModel,
  signal: AbortSignal,
): Promise<readonly TrendPoint[] | null> {
  const read = await loadFleetHistory(caller, { hours: trendHours }, signal)
  if (!read.ok || read.value.failure !== null) return null
  return trendUpTo(read.value, { fleet, isReading: false, isOffline: false, problem: null }, null)
}

/**
 * What a link to a view shows: the fleet as that user can read it now, filtered as the screen filters it.
 * @param query of the fleet's address
 */
export async function takeView(
  caller: Caller,
  query: string,
  reveal: readonly SnapshotPart[],
  signal: AbortSignal,
): Promise<Result<SnapshotContent, ApiError>> {
  const search = parseFleetSearch(new URLSearchParams(query))
  const { subscription } = search.filters
  const options = { subscriptions: subscription.length === 0 ? null : subscription, fresh: false }
  let model = emptyFleet
  let batch: FleetEvent[] = []
  for await (const event of loadFleet(caller, options, signal)) {
    if (event.type === 'failure') return fail(event.error)
    batch.push(event)
    if (batch.length < batchSize) continue
    model = applyFleetEvents(model, batch)
    batch = []
  }
  model = applyFleetEvents(model, batch)
  const trend = hasFilters(search.filters) ? null : await trendFor(caller, model, signal)
  const { entries } = viewFleet(model.entries, { ...search, groupBy: null }, namesOf(model.subscriptions))
  return ok(viewContent(model, entries, search.filters, reveal, new Date().toISOString(), trend))
}
