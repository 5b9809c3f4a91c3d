import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { fieldOf, listOf, objectOf } from '@/lib/wire/read'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'

const apiVersion = '2024-11-01'

/**
 * Asks for the first page of a subscription's VMs. Resource Graph leaves out what a person may not read without a
 * word; this call says so.
 * @returns whether the page holds any VM
 */
export async function hasVirtualMachines(
  session: ArmSession,
  subscriptionId: string,
): Promise<Result<boolean, ArmFailure>> {
  const url = `${session.armEndpoint}/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Compute/virtualMachines?api-version=${apiVersion}`
  const body = await perform(session, {
    lane: { kind: 'arm-reads', scope: subscriptionId },
    scope: subscriptionId,
    timeoutMilliseconds: 30_000,
    vmId: null,
    send: getJson(session, url),
  })
  if (!body.ok) return body
  const vms = listOf(fieldOf(objectOf(body.value.json), 'value'), objectOf)
  return vms === undefined ? fail({ kind: 'unreadable', scope: subscriptionId }) : ok(vms.length > 0)
}
