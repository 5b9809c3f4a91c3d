import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { fieldOf, listOf, objectOf, textOf } from '@/lib/wire/read'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'

export interface FirstVirtualMachines {
  readonly ids: readonly string[]
  /** Further pages exist, or VMs without an id. */
  readonly more: boolean
}

/**
 * Requests the first page of a subscription's VMs. Resource Graph silently omits what a user may not read; this call
 * fails instead.
 * Source: https://learn.microsoft.com/rest/api/compute/virtual-machines/list-all
 */
export async function firstVirtualMachines(
  session: ArmSession,
  subscriptionId: string,
): Promise<Result<FirstVirtualMachines, ArmFailure>> {
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Compute/virtualMachines`
  const body = await perform(session, {
    lane: { kind: 'arm-reads', scope: subscriptionId },
    provider: 'Microsoft.Compute',
    scope: subscriptionId,
    timeoutMilliseconds: 30_000,
    vmId: null,
    priority: 'rest',
    send: getJson(session, `${session.armEndpoint}${path}`),
  })
  if (!body.ok) return body
  const page = objectOf(body.value.json)
  const vms = listOf(fieldOf(page, 'value'), (vm) => vm)
  if (vms === undefined) return fail({ kind: 'unreadable', scope: subscriptionId })
  const named = vms.map((vm) => textOf(fieldOf(objectOf(vm), 'id'))).filter((id) => id !== undefined)
  const ids = [...new Map(named.map((id) => [id.toLowerCase(), id])).values()]
  const nextLink = textOf(fieldOf(page, 'nextLink')) ?? ''
  return ok({ ids, more: nextLink !== '' || named.length < vms.length })
}
