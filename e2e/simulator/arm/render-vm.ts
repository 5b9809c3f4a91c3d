import type { SimVm } from '../model/vm'
import { extensionId, vmId } from './ids'
import { renderExtension } from './render-extension'
import { renderInstanceView, renderStatuses } from './render-instance-view'
import { renderProperties } from './render-model'

const vmType = 'Microsoft.Compute/virtualMachines'

function envelope(vm: SimVm, group: string, properties: Record<string, unknown>): Record<string, unknown> {
  return {
    name: vm.name,
    id: vmId(vm, group),
    type: vmType,
    location: vm.region,
    ...(Object.keys(vm.tags).length === 0 ? {} : { tags: vm.tags }),
    ...(vm.zones.length === 0 ? {} : { zones: vm.zones }),
    properties,
  }
}

/** The answer of `GET` on one VM with complete extensions; `expand` adds the instance view. */
export function renderVm(vm: SimVm, expand: boolean): Record<string, unknown> {
  const properties = renderProperties(vm)
  return {
    ...envelope(vm, vm.resourceGroup, expand ? { ...properties, instanceView: renderInstanceView(vm) } : properties),
    ...(vm.extensions.length === 0
      ? {}
      : { resources: vm.extensions.map((extension) => renderExtension(vm, extension)) }),
  }
}

/** A VM in a list: of each extension only its id. `group` is the resource group in the list's spelling. */
export function renderListedVm(vm: SimVm, group: string, expand = false): Record<string, unknown> {
  const properties = renderProperties(vm)
  return {
    ...envelope(vm, group, expand ? { ...properties, instanceView: renderInstanceView(vm) } : properties),
    ...(vm.extensions.length === 0
      ? {}
      : { resources: vm.extensions.map(({ name }) => ({ id: extensionId(vm, name, group) })) }),
  }
}

/** A VM in a `statusOnly=true` list: power and provisioning, without model, tags or agent. */
export function renderStatusOnlyVm(vm: SimVm, group: string): Record<string, unknown> {
  return {
    name: vm.name,
    id: vmId(vm, group),
    type: vmType,
    location: vm.region,
    properties: {
      vmId: vm.vmId,
      hardwareProfile: {},
      provisioningState: vm.provisioningState,
      instanceView: { statuses: renderStatuses(vm) },
    },
  }
}
