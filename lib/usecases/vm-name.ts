import 'server-only'
import type { ScaleSetName } from '@/lib/azure/calls/scale-set'
import type { VmName } from '@/lib/azure/calls/virtual-machine'

export type { VmName }

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftresources */
const group = /^[-\p{L}\p{N}_.()]{1,90}$/u
/** A name is one segment of a path: nothing in it may end the segment or start a query or fragment. */
const name = /^[^\s\p{C}~!@#$%^&*()=+[\]{}\\|;:'",<>/?]{1,80}$/u

/** Neither `.` nor `..`: those would leave the path. */
function isSegment(text: string): boolean {
  return !/^\.*$/.test(text)
}

/** The invalid part of a VM's name, or null where all parts are valid. Everything sent to ARM passes through here. */
export function wrongPart(vm: VmName): keyof VmName | null {
  if (!guid.test(vm.subscriptionId)) return 'subscriptionId'
  if (!group.test(vm.resourceGroup) || !isSegment(vm.resourceGroup)) return 'resourceGroup'
  if (vm.scaleSet !== undefined && (!name.test(vm.scaleSet) || !isSegment(vm.scaleSet))) return 'scaleSet'
  if (!name.test(vm.name) || !isSegment(vm.name)) return 'name'
  return null
}

/** The display name of a VM. Azure's own name of an instance is its set and its number. */
export function displayNameOf({ name: own, scaleSet }: VmName): string {
  return scaleSet === undefined ? own : `${scaleSet}_${own}`
}

/** Key of a VM: its id in lower case, because Azure's answers differ in case. */
export function vmKey(id: string): string {
  return id.toLowerCase()
}

const vmId =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Compute\/(?:virtualMachineScaleSets\/([^/]+)\/)?virtualMachines\/([^/]+)$/i

/** The parts of the ARM id of a VM, or of an instance of a uniform scale set; null for any other id. */
export function parseVmId(id: string): VmName | null {
  const [, subscriptionId, resourceGroup, scaleSet, vmName] = vmId.exec(id) ?? []
  if (subscriptionId === undefined || resourceGroup === undefined || vmName === undefined) return null
  const vm: VmName = { subscriptionId, resourceGroup, name: vmName, ...(scaleSet !== undefined && { scaleSet }) }
  return wrongPart(vm) === null ? vm : null
}

const scaleSetId =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Compute\/virtualMachineScaleSets\/([^/]+)$/i

/** The parts of a scale set's ARM id; null for any other id. */
export function parseScaleSetId(id: string): ScaleSetName | null {
  const [, subscriptionId, resourceGroup, setName] = scaleSetId.exec(id) ?? []
  if (subscriptionId === undefined || resourceGroup === undefined || setName === undefined) return null
  const set: ScaleSetName = { subscriptionId, resourceGroup, scaleSet: setName }
  return wrongPart({ ...set, name: '0' }) === null ? set : null
}

/** The VM that an extension's id belongs to; null for any other id. */
export function vmIdOfExtension(id: string): string | null {
  const at = id.toLowerCase().lastIndexOf('/extensions/')
  return at === -1 ? null : id.slice(0, at)
}
