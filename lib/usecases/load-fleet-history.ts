import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import { firstVirtualMachines } from '@/lib/azure/calls/vm-list'
import type { ArmSession } from '@/lib/azure/session'
import type { Caller } from '@/lib/auth/caller'
import type { ApiError } from '@/lib/contract/errors'
import type { Subscription } from '@/lib/contract/fleet'
import type { FleetHistory } from '@/lib/contract/history'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readFinished } from '@/lib/store/finished-work'
import { readFleetHistory } from '@/lib/store/fleet-history'
import type { Store } from '@/lib/store/store'
import { fleetQualityOf, type FleetQuality } from '@/lib/timeline/estimate/quality'
import { readVmRow } from '@/lib/wire/resource-graph'
import type { SubscriptionWire } from '@/lib/wire/subscriptions'
import { armError, errorCodeOf } from './arm-error'
import { groupsOf } from './fleet/groups'
import { vmIdsQuery } from './fleet/queries'
import { history } from './history/handle'
import { openSession } from './open-session'
import { vmKey } from './vm-name'

const deadlineMilliseconds = 60_000
/** Times of a chart: about one for each point that a screen can show. */
const moments = 145

/** Azure's clock is read in whole seconds: an observation dated this little after a time counts at that time. */
const clockTolerance = 5_000

/** Finished runs that are compared, the newest. */
const mostFinished = 2000

export interface FleetHistoryOptions {
  /** How far back, in hours. */
  readonly hours: number
}

interface Readable {
  readonly keys: ReadonlySet<string>
  readonly complete: boolean
}

/** The VMs that the user can read now, from Resource Graph, which omits every other. */
export async function readableVms(
  session: ArmSession,
  subscriptions: readonly string[],
): Promise<Result<Readable, ApiError>> {
  const keys = new Set<string>()
  const answers = await Promise.all(
    groupsOf(subscriptions).map((group) =>
      queryResourceGraph(session, {
        text: vmIdsQuery,
        subscriptions: group,
        read: readVmRow,
        onRows: (rows) => {
          for (const { id } of rows) keys.add(vmKey(id))
        },
      }),
    ),
  )
  const failed = answers.find((answer) => !answer.ok)
  if (failed?.ok === false && (keys.size === 0 || failed.failure.kind === 'no-token'))
    return fail(armError(failed.failure))
  return ok({ keys, complete: failed === undefined })
}

/**
 * A subscription with the number of its VMs. Where Resource Graph shows no VM, the subscription is empty or access is
 * denied: Resource Graph silently omits what a user may not read, the list of VMs fails instead.
 */
async function listedOf(
  session: ArmSession,
  { subscriptionId, displayName }: SubscriptionWire,
  keys: ReadonlySet<string>,
): Promise<Subscription> {
  const id = subscriptionId.toLowerCase()
  const name = displayName ?? id
  const own = [...keys].filter((key) => key.startsWith(`/subscriptions/${id}/`)).length
  if (own > 0) return { id, name, vms: own, error: null }
  const answer = await firstVirtualMachines(session, id)
  if (!answer.ok) return { id, name, vms: null, error: errorCodeOf(answer.failure) }
  const isHidden = answer.value.ids.length > 0 || answer.value.more
  return { id, name, vms: isHidden ? null : 0, error: isHidden ? 'arm-unreadable' : null }
}

/** The accuracy of estimates, in runs of the VMs that the user can read now. */
async function estimatesOf(store: Store | null, caller: Caller, keys: ReadonlySet<string>): Promise<FleetQuality> {
  const found = store === null ? null : await readFinished(store, caller, mostFinished)
  const own = found?.ok === true ? found.value.filter(({ vmKey: key }) => keys.has(key)) : []
  return fleetQualityOf(own.map(({ scores }) => scores))
}

/**
 * How many VMs were in which state, over time: counted over the VMs that the user can read at this moment, with the
 * observations of every reader. Where there is no history, the answer contains the reason.
 */
export async function loadFleetHistory(
  caller: Caller,
  options: FleetHistoryOptions,
  signal: AbortSignal,
): Promise<Result<FleetHistory, ApiError>> {
  const session = openSession(caller, signal, deadlineMilliseconds)
  try {
    const subscriptions = await listSubscriptions(session)
    if (!subscriptions.ok) return fail(armError(subscriptions.failure))
    const readable = await readableVms(
      session,
      subscriptions.value.map(({ subscriptionId }) => subscriptionId.toLowerCase()),
    )
    if (!readable.ok) return readable
    const { keys, complete } = readable.value
    const listed = await Promise.all(subscriptions.value.map((each) => listedOf(session, each, keys)))
    const opened = await history()
    const step = Math.round((options.hours * 3_600_000) / (moments - 1))
    const { cloud, tenantId } = caller
    // Azure's clock dates the observations, and so the times of the chart.
    const from = session.azureClock.of(Date.now()) - step * (moments - 1)
    const query = { cloud, tenantId, vmKeys: keys, from: from + clockTolerance, step, moments }
    const read = opened.ok ? await readFleetHistory(opened.value, query) : opened
    const estimates = await estimatesOf(opened.ok ? opened.value : null, caller, keys)
    return ok({
      failure: read.ok ? null : read.failure.kind,
      vms: keys.size,
      complete: complete && listed.length > 0 && listed.every(({ error }) => error === null),
      subscriptions: listed,
      moments: read.ok
        ? read.value.map(({ at, counts, lastKnown }) => ({
            at: new Date(at - clockTolerance).toISOString(),
            counts: { ...counts },
            lastKnown: { ...lastKnown },
          }))
        : [],
      estimates: { ...estimates, quality: estimates.quality.map((each) => ({ ...each })) },
    })
  } finally {
    session.close()
  }
}
