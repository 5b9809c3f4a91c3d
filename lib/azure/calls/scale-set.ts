import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { fieldOf, objectOf, textOf } from '@/lib/wire/read'
import { readPage } from '@/lib/wire/page'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'
import { followable, maxPages, pageKey } from './paging'

export interface ScaleSetName {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly scaleSet: string
}

/** The id of a scale set, from its parts. */
export function scaleSetIdOf({ subscriptionId, resourceGroup, scaleSet }: ScaleSetName): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}`
}

const idOf = (json: unknown): string => (textOf(fieldOf(objectOf(json), 'id')) ?? '').toLowerCase()

/**
 * Reads the list once, to its last page. `count` is the number of distinct instances; `moved` where one came twice:
 * then another may be missing.
 */
async function readOnce(
  session: ArmSession,
  set: ScaleSetName,
  onPage: (instances: readonly unknown[]) => void,
): Promise<Result<{ readonly count: number; readonly moved: boolean }, ArmFailure>> {
  const scope = scaleSetIdOf(set)
  const seen = new Set<string>()
  const ids = new Set<string>()
  let moved = false
  let url: string | null = `${session.armEndpoint}${encodeURI(`${scope}/virtualMachines`)}?$expand=instanceView`
  while (url !== null && seen.size < maxPages) {
    seen.add(pageKey(url))
    const body = await perform(session, {
      lane: { kind: 'arm-reads', scope: set.subscriptionId },
      provider: 'Microsoft.Compute',
      scope,
      timeoutMilliseconds: 30_000,
      vmId: null,
      priority: 'rest',
      send: getJson(session, url),
    })
    if (!body.ok) return body
    const page = readPage(body.value.json)
    if (page === undefined) break
    const names = page.value.map(idOf).filter((id) => id !== '')
    moved ||= names.some((id) => ids.has(id))
    for (const id of names) ids.add(id)
    onPage(page.value)
    if (page.nextLink === undefined || page.nextLink === '') return ok({ count: ids.size, moved })
    url = followable(page.nextLink, session.armEndpoint, seen)
  }
  return fail({ kind: 'unreadable', scope })
}

/**
 * Reads the instances of a uniform scale set, model and instance view, many per response. Instances are passed on as
 * each page arrives, possibly twice. Fails where a page is missing, and where the list is incomplete in a second
 * reading too: the instances that did come are valid, but the list is incomplete.
 * @param expected how many instances its set has at least, where that is known
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-set-vms/list
 */
export async function listInstances(
  session: ArmSession,
  set: ScaleSetName,
  onPage: (instances: readonly unknown[]) => void,
  expected: number | null = null,
): Promise<Result<null, ArmFailure>> {
  for (let reading = 0; reading < 2; reading += 1) {
    const answer = await readOnce(session, set, onPage)
    if (!answer.ok) return answer
    const { count, moved } = answer.value
    if (!moved && count >= (expected ?? 0)) return ok(null)
  }
  return fail({ kind: 'unreadable', scope: scaleSetIdOf(set) })
}
