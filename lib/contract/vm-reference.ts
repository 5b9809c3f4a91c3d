/** Names one VM: what the address of its page and of its API answer consist of. */
export interface VmReference {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
}

const segments = ({ subscriptionId, resourceGroup, name }: VmReference): string =>
  [subscriptionId, resourceGroup, name].map(encodeURIComponent).join('/')

/** Path of the API answer for one VM. */
export function vmApiPath(reference: VmReference): string {
  return `/api/v1/vms/${segments(reference)}`
}

/** Address of a VM's page within the product: the link that can be shared. The tenant says where to sign in. */
export function vmPagePath(reference: VmReference, tenantId: string): string {
  return `/vm/${segments(reference)}?tenant=${encodeURIComponent(tenantId)}`
}

/** Address of the guided panel of a VM. */
export function vmGuidePath(reference: VmReference, tenantId: string): string {
  return `${vmPagePath(reference, tenantId)}&view=troubleshoot`
}

/** ARM id of a VM; for commands that people copy. */
export function vmArmId({ subscriptionId, resourceGroup, name }: VmReference): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`
}
