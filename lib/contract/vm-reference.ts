/** Names one VM: what the address of its page and of its API answer consist of. */
export interface VmReference {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  /** ARM id, where it is known: it alone tells an instance of a uniform scale set from a VM of its own. */
  readonly id?: string
}

/** Names an instance of a uniform scale set. */
export interface InstanceReference {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly scaleSet: string
  readonly instanceId: string
}

const instancePattern =
  /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.Compute\/virtualMachineScaleSets\/([^/]+)\/virtualMachines\/([^/]+)$/i

/** The set and the number in an instance's ARM id; null for any other id. */
export function instanceOf(id: string | undefined): Pick<InstanceReference, 'scaleSet' | 'instanceId'> | null {
  const [, scaleSet, instanceId] = instancePattern.exec(id ?? '') ?? []
  return scaleSet === undefined || instanceId === undefined ? null : { scaleSet, instanceId }
}

/** An instance as what the screens take; Azure calls it by its set and its number. */
export function instanceReference(instance: InstanceReference): VmReference {
  const { subscriptionId, resourceGroup, scaleSet, instanceId } = instance
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}/virtualMachines/${instanceId}`
  return { subscriptionId, resourceGroup, name: `${scaleSet}_${instanceId}`, id }
}

/** One segment of an address. Half a surrogate pair has no form there; encoding it would throw, and take the page along. */
const segment = (part: string): string => encodeURIComponent(part.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
const encoded = (parts: readonly string[]): string => parts.map(segment).join('/')

function segments({ subscriptionId, resourceGroup, name, id }: VmReference): { kind: 'vm' | 'vmss'; path: string } {
  const instance = instanceOf(id)
  if (instance === null) return { kind: 'vm', path: encoded([subscriptionId, resourceGroup, name]) }
  return { kind: 'vmss', path: encoded([subscriptionId, resourceGroup, instance.scaleSet, instance.instanceId]) }
}

/** Path of the API answer for one VM. */
export function vmApiPath(reference: VmReference): string {
  const { kind, path } = segments(reference)
  return `/api/v1/${kind === 'vm' ? 'vms' : 'vmss'}/${path}`
}

/** Address of a VM's page within the product: the link that can be shared. The tenant says where to sign in. */
export function vmPagePath(reference: VmReference, tenantId: string): string {
  const { kind, path } = segments(reference)
  return `/${kind}/${path}?tenant=${encodeURIComponent(tenantId)}`
}

/** Address of the guided panel of a VM; an instance of a scale set has none, and its page is what there is. */
export function vmGuidePath(reference: VmReference, tenantId: string): string {
  const page = vmPagePath(reference, tenantId)
  return instanceOf(reference.id) === null ? `${page}&view=troubleshoot` : page
}

/** ARM id of a VM; for commands that people copy. */
export function vmArmId({ subscriptionId, resourceGroup, name, id }: VmReference): string {
  return (
    id ??
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`
  )
}

/** What a segment of a page's path says. It comes percent-encoded, and not always well formed: then it stands for itself. */
export function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
