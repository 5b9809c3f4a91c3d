import { authorizationFailed } from '../arm/errors'
import { param, subscriptionOf } from '../arm/guard'
import { diskId } from '../arm/ids'
import { managedDisks } from '../arm/render-disk'
import { canWithin, readableVms } from '../arm/rights'
import { vmsOfSubscription } from '../arm/vm-index'
import { platformTime } from '../arm/times'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimDisk, SimVm } from '../model/vm'
import { listOf } from './at'
import { relatedResourceActions } from './rights'

function renderSnapshot(context: ArmContext, vm: SimVm, disk: SimDisk, ago: number): Record<string, unknown> {
  const name = `${disk.name}-snapshot`
  return {
    name,
    id: `/subscriptions/${vm.subscriptionId}/resourceGroups/${vm.resourceGroup}/providers/Microsoft.Compute/snapshots/${name}`,
    type: 'Microsoft.Compute/snapshots',
    location: vm.region,
    sku: { name: 'Standard_LRS', tier: 'Standard' },
    properties: {
      creationData: { createOption: 'Copy', sourceResourceId: diskId(vm, disk) },
      diskSizeGB: disk.sizeGiB,
      timeCreated: platformTime(context.now - ago * 1000),
      incremental: false,
      provisioningState: 'Succeeded',
      diskState: 'Unattached',
    },
  }
}

function snapshotsOf(context: ArmContext, vms: readonly SimVm[]): Record<string, unknown>[] {
  return vms.flatMap((vm) => {
    const ago = vm.related?.snapshotAgo
    return ago === undefined ? [] : managedDisks(vm).map((disk) => renderSnapshot(context, vm, disk, ago))
  })
}

/** The snapshots of a subscription or of one of its groups. */
export function listSnapshots(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const { snapshot: action } = relatedResourceActions
  const group = param(context, 'group')
  const scope = group === '' ? `/subscriptions/${id}` : `/subscriptions/${id}/resourceGroups/${group}`
  const may = group === '' ? canWithin(context, action, id) : context.can(action, scope)
  if (!may) return authorizationFailed(context.caller.objectId, action, scope)
  const vms = readableVms(context, action, id, vmsOfSubscription(context.world, id))
  const inScope = vms.filter(({ resourceGroup }) => group === '' || resourceGroup.toLowerCase() === group.toLowerCase())
  return listOf(context, snapshotsOf(context, inScope))
}
