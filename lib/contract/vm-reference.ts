/** Names one VM: the parts of the URL of its page and of its API answer. */
export interface VmReference {
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly name: string
  /** ARM id, if known: only the id distinguishes an instance of a uniform scale set from a standalone VM. */
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

/** The scale set and the number in an instance's ARM id; null for any other id. */
export function instanceOf(id: string | undefined): Pick<InstanceReference, 'scaleSet' | 'instanceId'> | null {
  const [, scaleSet, instanceId] = instancePattern.exec(id ?? '') ?? []
  return scaleSet === undefined || instanceId === undefined ? null : { scaleSet, instanceId }
}

/** An instance as a reference for the screens; Azure names it by its scale set and its number. */
export function instanceReference(instance: InstanceReference): VmReference {
  const { subscriptionId, resourceGroup, scaleSet, instanceId } = instance
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}/virtualMachines/${instanceId}`
  return { subscriptionId, resourceGroup, name: `${scaleSet}_${instanceId}`, id }
}

/** One segment of a URL. A lone surrogate cannot be encoded; `encodeURIComponent` would throw and break the page. */
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

/** Path of a VM's page within the product: the link that can be shared. The tenant is the one to sign in to. */
export function vmPagePath(reference: VmReference, tenantId: string): string {
  const { kind, path } = segments(reference)
  return `/${kind}/${path}?tenant=${encodeURIComponent(tenantId)}`
}

/** Path of the guided panel of a VM; an instance of a scale set has no panel, so this is its page. */
export function vmGuidePath(reference: VmReference, tenantId: string): string {
  const page = vmPagePath(reference, tenantId)
  return instanceOf(reference.id) === null ? `${page}&view=troubleshoot` : page
}

/** ARM id of a VM; for commands that users copy. */
export function vmArmId({ subscriptionId, resourceGroup, name, id }: VmReference): string {
  return (
    id ??
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`
  )
}

/**
 * Address of a resource in the Azure portal, as the portal itself writes it in a browser's address line.
 * @param portalHost origin of the portal of the cloud
 * @param id ARM id
 */
export function portalLink(portalHost: string, tenantId: string, id: string): string {
  return `${portalHost}/#@${segment(tenantId)}/resource${id.split('/').map(segment).join('/')}`
}

/** Decodes a segment of a page's path. A segment that is not well-formed percent-encoding is returned unchanged. */
export function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
