import 'server-only'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { Retirement, RetirementRequest } from '@/lib/contract/retirement'
import { unknown } from '@/lib/shared/known'
import { fail, ok, type Result } from '@/lib/shared/result'
import { armError } from '../arm-error'
import { openSession } from '../open-session'
import { mergePlaces, readFeature, readSizes, unknownSizes } from './places'
import { readTables } from './tables'

const deadlineMilliseconds = 300_000

/**
 * Reads, with the user's rights, what decides how VMs can leave Azure Disk Encryption. What could not be read is
 * unknown with its reason; an error is returned only where nothing at all can be read.
 */
export async function loadRetirement(
  caller: Caller,
  request: RetirementRequest,
  signal: AbortSignal,
): Promise<Result<Retirement, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const found = await listSubscriptions(session)
    if (!found.ok) return fail(armError(found.failure))
    const subscriptions = found.value.map(({ subscriptionId }) => subscriptionId.toLowerCase())
    const all = mergePlaces(request.places)
    // Azure is asked about no subscription that the user cannot list: made-up ids cost no request.
    const listed = new Set(subscriptions)
    const places = all.filter(({ subscriptionId }) => listed.has(subscriptionId))
    const hidden = all.filter(({ subscriptionId }) => !listed.has(subscriptionId))
    const named = [...new Set(places.map(({ subscriptionId }) => subscriptionId))]
    const unnamed = [...new Set(hidden.map(({ subscriptionId }) => subscriptionId))]
    const [tables, features, sizes] = await Promise.all([
      readTables(session, subscriptions),
      Promise.all(named.map((subscription) => readFeature(session, subscription))),
      readSizes(session, places),
    ])
    const at = new Date(session.azureClock.of(Date.now())).toISOString()
    return ok({
      at,
      features: [...features, ...unnamed.map((subscriptionId) => ({ subscriptionId, registered: unknown('denied') }))],
      sizes: [...sizes, ...hidden.flatMap(unknownSizes)],
      ...tables,
    })
  } finally {
    session.close()
  }
}
