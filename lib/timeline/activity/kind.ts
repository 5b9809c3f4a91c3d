import type { ActivityKind } from './types'

/**
 * Operations that matter to disk encryption, in lower case; Azure spells them in varying case.
 * https://learn.microsoft.com/azure/role-based-access-control/permissions/compute
 */
const kinds: ReadonlyMap<string, ActivityKind> = new Map<string, ActivityKind>([
  ['microsoft.compute/virtualmachines/extensions/write', 'extension-write'],
  ['microsoft.compute/virtualmachines/extensions/delete', 'extension-delete'],
  ['microsoft.compute/virtualmachines/write', 'vm-write'],
  ['microsoft.compute/virtualmachines/delete', 'vm-delete'],
  ['microsoft.compute/virtualmachines/start/action', 'vm-start'],
  ['microsoft.compute/virtualmachines/restart/action', 'vm-restart'],
  ['microsoft.compute/virtualmachines/deallocate/action', 'vm-deallocate'],
  ['microsoft.compute/virtualmachines/poweroff/action', 'vm-power-off'],
  ['microsoft.compute/virtualmachines/redeploy/action', 'vm-redeploy'],
  ['microsoft.compute/virtualmachines/reimage/action', 'vm-reimage'],
  ['microsoft.compute/virtualmachines/runcommand/action', 'run-command'],
  ['microsoft.compute/virtualmachines/runcommands/write', 'run-command'],
  ['microsoft.compute/disks/write', 'disk-write'],
  ['microsoft.compute/disks/delete', 'disk-delete'],
  ['microsoft.compute/snapshots/write', 'snapshot-write'],
  ['microsoft.keyvault/vaults/write', 'vault-write'],
  ['microsoft.keyvault/vaults/accesspolicies/write', 'vault-access-write'],
  ['microsoft.resources/tags/write', 'tags-write'],
])

/** The kind of an operation by its name. */
export function kindOfOperation(operation: string | null): ActivityKind {
  return kinds.get(operation?.toLowerCase() ?? '') ?? 'other'
}

const kindsByType: readonly (readonly [type: string, changed: ActivityKind, deleted: ActivityKind])[] = [
  ['/microsoft.compute/virtualmachines/', 'vm-write', 'vm-delete'],
  ['/microsoft.compute/disks/', 'disk-write', 'disk-delete'],
]

/** The kind of a change that names no operation, by the type of its resource. */
export function kindOfChange(resourceId: string, changeType: string | null): ActivityKind {
  const id = resourceId.toLowerCase()
  const found = kindsByType.find(([type]) => id.includes(type))
  if (found === undefined || id.split('/').length !== 9) return 'other'
  return changeType?.toLowerCase() === 'delete' ? found[2] : found[1]
}
