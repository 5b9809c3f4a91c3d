import 'server-only'
import { queryResourceGraph } from '@/lib/azure/calls/resource-graph'
import { listInstances, scaleSetIdOf, type ScaleSetName } from '@/lib/azure/calls/scale-set'
import { listSubscriptions } from '@/lib/azure/calls/subscriptions'
import type { ArmSession } from '@/lib/azure/session'
import type { ApiError } from '@/lib/contract/errors'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readVmRow } from '@/lib/wire/resource-graph'
import { readVirtualMachine } from '@/lib/wire/virtualMachine'
import { armError } from '../arm-error'
import { groupsOf } from '../fleet/groups'
import { readableVms } from '../load-fleet-history'
import { parseVmId, vmKey, wrongPart } from '../vm-name'
import { readableQuery, unattachedDisksQuery } from './queries'

/** Ids in one query. */
const idsInQuery = 100
/** Scale sets whose instances are listed in one request. */
const mostSets = 20

export interface Readable {
  /** ARM ids, lower case. */
  readonly keys: ReadonlySet<string>
  /** False where something could not be listed: then other keys may be readable too. */
  readonly complete: boolean
}

/**
 * `listed`: the requests do not depend on the keys, except on their scale sets: otherwise the duration of an answer would
 * show how many notes there are about VMs that the caller cannot read. `asked`: for keys that the caller sent.
 */
export type ReadableBy = 'listed' | 'asked'

const diskId = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.compute\/disks\/([^/]+)$/

/** The subscription of a VM, an instance or a disk, and the scale set of an instance; null for any other key. */
function placeOf(key: string): { readonly subscriptionId: string; readonly set: ScaleSetName | null } | null {
  const vm = parseVmId(key)
  if (vm !== null) {
    const { subscriptionId, resourceGroup, scaleSet } = vm
    return { subscriptionId, set: scaleSet === undefined ? null : { subscriptionId, resourceGroup, scaleSet } }
  }
  const [, subscriptionId = '', resourceGroup = '', name = ''] = diskId.exec(key) ?? []
  return wrongPart({ subscriptionId, resourceGroup, name }) === null ? { subscriptionId, set: null } : null
}

/** Whether a key is that of a VM, an instance or a disk. */
export function isNotedKey(key: string): boolean {
  return placeOf(key) !== null
}

type Part = Result<Readable, ApiError>

async function graph(session: ArmSession, subscriptions: readonly string[], text: string): Promise<Part> {
  const keys = new Set<string>()
  const answers = await Promise.all(
    groupsOf(subscriptions).map((group) =>
      queryResourceGraph(session, {
        text,
        subscriptions: group,
        read: readVmRow,
        onRows: (rows) => {
          for (const { id } of rows) keys.add(vmKey(id))
        },
      }),
    ),
  )
  const failed = answers.find((answer) => !answer.ok)
  if (failed?.ok === false && keys.size === 0) return fail(armError(failed.failure))
  return ok({ keys, complete: failed === undefined })
}

/** Only ARM's own list shows whether a user may read instances: Resource Graph does not have them. */
async function instancesOf(session: ArmSession, set: ScaleSetName): Promise<Part> {
  const keys = new Set<string>()
  const answer = await listInstances(session, set, (instances) => {
    for (const json of instances) keys.add(vmKey(readVirtualMachine(json).id ?? ''))
  })
  const isHidden = !answer.ok && (answer.failure.kind === 'denied' || answer.failure.kind === 'not-found')
  return ok({ keys: isHidden ? new Set() : keys, complete: answer.ok || isHidden })
}

function setsOf(places: ReadonlyMap<string, ScaleSetName | null>): readonly ScaleSetName[] {
  const sets = [...places.values()].filter((set) => set !== null)
  return [...new Map(sets.map((set) => [scaleSetIdOf(set).toLowerCase(), set])).values()]
}

function chunks(keys: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(keys.length / idsInQuery) }, (_, index) =>
    keys.slice(index * idsInQuery, (index + 1) * idsInQuery),
  )
}

/**
 * Which of these VMs, instances and disks Azure shows the caller now. Azure is asked about no subscription that the
 * caller cannot list.
 * @param keys ARM ids, lower case
 */
export async function readableOf(
  session: ArmSession,
  keys: readonly string[],
  by: ReadableBy,
): Promise<Result<Readable, ApiError>> {
  const listed = await listSubscriptions(session)
  if (!listed.ok) return fail(armError(listed.failure))
  const subscriptions = listed.value.map(({ subscriptionId }) => subscriptionId.toLowerCase())
  const own = new Set(subscriptions)
  const places = new Map(
    keys.flatMap((key): [string, ScaleSetName | null][] => {
      const place = placeOf(key)
      return place !== null && own.has(place.subscriptionId.toLowerCase()) ? [[key, place.set]] : []
    }),
  )
  const sets = setsOf(places)
  const resources = [...places].flatMap(([key, set]) => (set === null ? [key] : []))
  const inSubscriptions = (ids: readonly string[]) => [...new Set(ids.map((key) => key.split('/')[2] ?? ''))]
  const parts = await Promise.all<Part>([
    ...(by === 'listed'
      ? [readableVms(session, subscriptions), graph(session, subscriptions, unattachedDisksQuery)]
      : chunks(resources).map((chunk) => graph(session, inSubscriptions(chunk), readableQuery(chunk)))),
    ...sets.slice(0, mostSets).map((set) => instancesOf(session, set)),
  ])
  const failed = parts.find((part) => !part.ok)
  if (failed?.ok === false) return failed
  const read = parts.flatMap((part) => (part.ok ? [part.value] : []))
  const shown = new Set(read.flatMap((part) => [...part.keys]))
  return ok({
    keys: new Set(keys.filter((key) => places.has(key) && shown.has(key))),
    complete: sets.length <= mostSets && read.every(({ complete }) => complete),
  })
}
