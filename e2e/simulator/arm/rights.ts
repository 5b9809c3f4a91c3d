import type { ArmCaller, ArmContext } from '../model/http'
import type { RoleAssignment, World } from '../model/world'
import type { SimVm } from '../model/vm'

/** Actions of the simulator's operations. */
export const actions = {
  vm: 'Microsoft.Compute/virtualMachines/read',
  instanceView: 'Microsoft.Compute/virtualMachines/instanceView/read',
  extension: 'Microsoft.Compute/virtualMachines/extensions/read',
  scaleSet: 'Microsoft.Compute/virtualMachineScaleSets/read',
  instance: 'Microsoft.Compute/virtualMachineScaleSets/virtualMachines/read',
  disk: 'Microsoft.Compute/disks/read',
  skus: 'Microsoft.Compute/skus/read',
  networkInterface: 'Microsoft.Network/networkInterfaces/read',
} as const

/** The role assignments of the caller. */
export function rolesOf(world: World, caller: ArmCaller): readonly RoleAssignment[] {
  const people = caller.kind === 'user' ? world.people : world.servicePrincipals
  return people.find(({ objectId }) => objectId.toLowerCase() === caller.objectId.toLowerCase())?.roles ?? []
}

/** True if one of the patterns grants the action; `*` matches any text. */
export function grants(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')
    return new RegExp(`^${escaped}$`, 'i').test(action)
  })
}

/** Role assignments at a subscription, above it, or anywhere inside it. */
export function rolesWithin(context: ArmContext, subscriptionId: string): readonly RoleAssignment[] {
  const subscription = `/subscriptions/${subscriptionId}`.toLowerCase()
  return rolesOf(context.world, context.caller).filter(({ scope }) => {
    const lower = scope.toLowerCase()
    return lower === '/' || lower === subscription || lower.startsWith(`${subscription}/`)
  })
}

/** True if the caller has the action at the subscription or anywhere inside it. */
export function canWithin(context: ArmContext, action: string, subscriptionId: string): boolean {
  return rolesWithin(context, subscriptionId).some((role) => grants(role.actions, action))
}

/** The VMs of a subscription on which the caller has an action: checks only the subscription if it already grants it. */
export function readableVms(
  context: ArmContext,
  action: string,
  subscriptionId: string,
  vms: readonly SimVm[],
): readonly SimVm[] {
  if (context.can(action, `/subscriptions/${subscriptionId}`)) return vms
  if (!canWithin(context, action, subscriptionId)) return []
  return vms.filter((vm) => context.can(action, vm.id))
}
