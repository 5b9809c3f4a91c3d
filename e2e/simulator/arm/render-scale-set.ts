import type { SimInstance, SimScaleSet } from '../model/scale-set'
import type { SimExtension, SimVm } from '../model/vm'
import { extensionId, vmId } from './ids'
import { renderExtension, renderExtensionProperties } from './render-extension'
import { renderInstanceView } from './render-instance-view'
import { renderProperties } from './render-model'

const setType = 'Microsoft.Compute/virtualMachineScaleSets'

function renderProfileExtension(extension: SimExtension): Record<string, unknown> {
  return { name: extension.name, properties: renderExtensionProperties(extension) }
}

/** `properties` of a set: its model, without the state of its instances. */
export function renderSetProperties(set: SimScaleSet): Record<string, unknown> {
  return {
    singlePlacementGroup: false,
    orchestrationMode: 'Uniform',
    upgradePolicy: { mode: 'Manual' },
    virtualMachineProfile: {
      ...(set.extensionProfile.length === 0
        ? {}
        : { extensionProfile: { extensions: set.extensionProfile.map(renderProfileExtension) } }),
    },
    provisioningState: 'Succeeded',
    overprovision: false,
  }
}

/** `GET` on a set. */
export function renderSet(set: SimScaleSet): Record<string, unknown> {
  const { id, name, region, size, instances } = set
  return {
    name,
    id,
    type: setType,
    location: region,
    sku: { name: size, tier: 'Standard', capacity: instances.length },
    properties: renderSetProperties(set),
  }
}

/** Members of an instance's view in addition to those of a VM. */
function renderView(vm: SimVm, instanceId: string): Record<string, unknown> {
  const number = Number(instanceId) % 5
  return {
    ...(vm.power === 'deallocated' ? {} : { placementGroupId: '5c64fe83-8e32-4a2b-a51a-0814a12c8752' }),
    platformUpdateDomain: number,
    platformFaultDomain: number,
    ...renderInstanceView(vm),
  }
}

/** The parts of an answer: `select` returns only the instance view. */
export interface InstanceParts {
  readonly expand: boolean
  readonly select: boolean
  /** A list contains only the id of each extension. */
  readonly listed: boolean
}

/** An instance in `GET` and in the list of its set. Its size is in `sku`, and only its id names its set. */
export function renderInstance(
  { instanceId, latestModelApplied, vm }: SimInstance,
  { expand, select, listed }: InstanceParts,
): Record<string, unknown> {
  const { provisioningState, ...model } = renderProperties(vm)
  const properties = {
    latestModelApplied,
    ...(select ? {} : { modelDefinitionApplied: 'VirtualMachineScaleSet', ...model }),
    ...(expand ? { instanceView: renderView(vm, instanceId) } : {}),
    hardwareProfile: {},
    provisioningState,
  }
  if (select) return { id: vmId(vm), instanceId, properties }
  const extensions = vm.extensions.map((extension) =>
    listed ? { id: extensionId(vm, extension.name) } : renderExtension(vm, extension),
  )
  return {
    name: vm.name,
    id: vmId(vm),
    type: `${setType}/virtualMachines`,
    location: vm.region,
    ...(Object.keys(vm.tags).length === 0 ? {} : { tags: vm.tags }),
    instanceId,
    sku: { name: vm.size, tier: 'Standard' },
    ...(vm.zones.length === 0 ? {} : { zones: vm.zones }),
    ...(extensions.length === 0 ? {} : { resources: extensions }),
    properties,
  }
}
