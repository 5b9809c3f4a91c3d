import { advance } from '../lifecycle/advance'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimLooseDisk } from '../model/related-resources'
import type { SimDisk, SimVm } from '../model/vm'
import { authorizationFailed, resourceGroupNotFound, resourceNotFound } from './errors'
import { diskId } from './ids'
import { param, subscriptionOf } from './guard'
import { looseDisksOf, renderLooseDisk } from './loose-disks'
import { page } from './paging'
import { managedDisks, renderDisk } from './render-disk'
import { actions, canWithin, readableVms } from './rights'
import { hasGroup, vmsOfSubscription } from './vm-index'

interface Attached {
  readonly vm: SimVm
  readonly disk: SimDisk
}

/** A disk of a list: attached to a VM, or unattached. */
type Listed = Attached | SimLooseDisk

function attachedTo(vms: readonly SimVm[]): Attached[] {
  return vms.flatMap((vm) => managedDisks(vm).map((disk) => ({ vm, disk })))
}

function render(context: ArmContext, listed: Listed): Record<string, unknown> {
  if (!('vm' in listed)) return renderLooseDisk(listed)
  return renderDisk(advance(listed.vm, context.now), listed.disk)
}

/** The unattached disks of a subscription, or only those of one group. */
function looseIn(context: ArmContext, subscriptionId: string, group: string | null): readonly SimLooseDisk[] {
  const wanted = group === null ? null : `/resourcegroups/${group.toLowerCase()}/`
  return looseDisksOf(context, subscriptionId).filter(({ id }) => wanted === null || id.toLowerCase().includes(wanted))
}

/** Every managed disk of a subscription in the groups in which the caller may read disks. */
export function listAllDisks(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  if (!canWithin(context, actions.disk, id))
    return authorizationFailed(context.caller.objectId, actions.disk, `/subscriptions/${id}`)
  const vms = readableVms(context, actions.disk, id, vmsOfSubscription(context.world, id))
  const path = `/subscriptions/${param(context, 'subscription')}/providers/Microsoft.Compute/disks`
  const disks: readonly Listed[] = [...attachedTo(vms), ...looseIn(context, id, null)]
  return page(context, path, disks, (listed) => render(context, listed))
}

export function listGroupDisks(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const group = param(context, 'group')
  const scope = `/subscriptions/${id}/resourceGroups/${group}`
  if (!context.can(actions.disk, scope)) return authorizationFailed(context.caller.objectId, actions.disk, scope)
  if (!hasGroup(context.world, id, group)) return resourceGroupNotFound(group)
  const inGroup = vmsOfSubscription(context.world, id).filter(
    (vm) => vm.resourceGroup.toLowerCase() === group.toLowerCase(),
  )
  const path = `/subscriptions/${param(context, 'subscription')}/resourceGroups/${group}/providers/Microsoft.Compute/disks`
  const disks: readonly Listed[] = [...attachedTo(inGroup), ...looseIn(context, id, group)]
  return page(context, path, disks, (listed) => render(context, listed))
}

export function getDisk(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const group = param(context, 'group')
  const wanted = `/subscriptions/${id}/resourceGroups/${group}/providers/Microsoft.Compute/disks/${param(context, 'disk')}`
  if (!context.can(actions.disk, wanted)) return authorizationFailed(context.caller.objectId, actions.disk, wanted)
  const found: Listed | undefined =
    attachedTo(vmsOfSubscription(context.world, id)).find(
      ({ vm, disk }) => diskId(vm, disk).toLowerCase() === wanted.toLowerCase(),
    ) ?? looseIn(context, id, group).find((disk) => disk.id.toLowerCase() === wanted.toLowerCase())
  if (found === undefined) return resourceNotFound(`Microsoft.Compute/disks/${param(context, 'disk')}`, group)
  return { status: 200, json: render(context, found) }
}
