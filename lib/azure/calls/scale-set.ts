import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
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

/** The id of a scale set, in the spelling of its parts. */
export function scaleSetIdOf({ subscriptionId, resourceGroup, scaleSet }: ScaleSetName): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}`
}

/**
 * Reads the instances of a uniform scale set, model and instance view, many in one answer. What a page holds is handed
 * on as it arrives; failure where a page is missing: what did come is good, but it is not everything.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machine-scale-set-vms/list
 */
export async function listInstances(
  session: ArmSession,
  set: ScaleSetName,
  onPage: (instances: readonly unknown[]) => void,
): Promise<Result<null, ArmFailure>> {
  const scope = scaleSetIdOf(set)
  const path = encodeURI(`${scope}/virtualMachines`)
  const seen = new Set<string>()
  let url: string | null = `${session.armEndpoint}${path}?$expand=instanceView`
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
    onPage(page.value)
    if (page.nextLink === undefined || page.nextLink === '') return ok(null)
    url = followable(page.nextLink, session.armEndpoint, seen)
  }
  return fail({ kind: 'unreadable', scope })
}
