import { advance } from '../lifecycle/advance'
import { renderDiskProperties, renderDiskSku } from '../arm/render-disk'
import { renderExtensionProperties } from '../arm/render-extension'
import { diskId, extensionId, networkInterfaceId, vmId } from '../arm/ids'
import { powerStatus } from '../arm/render-instance-view'
import { renderSecurityProfile, renderStorageProfile } from '../arm/render-model'
import { actions, readableVms } from '../arm/rights'
import { createdAt, platformTime } from '../arm/times'
import { vmsOfSubscription } from '../arm/vm-index'
import type { ArmContext } from '../model/http'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'
import type { Row } from './evaluate-expression'
import type { RowSource } from './evaluate-query'

/** Columns of the `resources` table. */
const columns = [
  'id',
  'name',
  'type',
  'tenantId',
  'kind',
  'location',
  'resourceGroup',
  'subscriptionId',
  'managedBy',
  'sku',
  'plan',
  'properties',
  'tags',
  'identity',
  'zones',
  'extendedLocation',
] as const

type Cells = Partial<Record<(typeof columns)[number], () => unknown>>

function rowOf(vm: SimVm, tenantId: string, cells: Cells): Row {
  const all: Readonly<Record<string, (() => unknown) | undefined>> = cells
  return {
    get: (column) => {
      const cell = all[column]
      if (cell !== undefined) return cell() ?? null
      if (column === 'subscriptionId') return vm.subscriptionId
      if (column === 'resourceGroup') return vm.resourceGroup.toLowerCase()
      if (column === 'location') return vm.region
      if (column === 'tenantId') return tenantId
      return null
    },
  }
}

/** What Resource Graph keeps of a VM: the model and its power state, and nothing an extension says. */
function vmProperties(vm: SimVm, now: number): Record<string, unknown> {
  return {
    vmId: vm.vmId,
    hardwareProfile: { vmSize: vm.size },
    get storageProfile() {
      return renderStorageProfile(vm)
    },
    get securityProfile() {
      return renderSecurityProfile(vm) ?? undefined
    },
    networkProfile: { networkInterfaces: [{ id: networkInterfaceId(vm) }] },
    ...(vm.scaleSetId === null ? {} : { virtualMachineScaleSet: { id: vm.scaleSetId } }),
    get provisioningState() {
      return advance(vm, now).provisioningState
    },
    get timeCreated() {
      return platformTime(createdAt(vm))
    },
    get extended() {
      const { code, displayStatus, level } = powerStatus(advance(vm, now))
      const { name, osName, osVersion } = vm
      return {
        instanceView: {
          computerName: name,
          hyperVGeneration: 'V2',
          osName,
          osVersion,
          powerState: { code, displayStatus, level },
        },
      }
    },
  }
}

function vmRow(vm: SimVm, context: ArmContext): Row {
  return rowOf(vm, context.world.tenantId, {
    id: () => vmId(vm),
    name: () => vm.name,
    type: () => 'microsoft.compute/virtualmachines',
    properties: () => vmProperties(vm, context.now),
    tags: () => (Object.keys(vm.tags).length === 0 ? null : vm.tags),
    zones: () => (vm.zones.length === 0 ? null : vm.zones),
  })
}

function extensionRow(vm: SimVm, extension: SimExtension, context: ArmContext): Row {
  return rowOf(vm, context.world.tenantId, {
    id: () => extensionId(vm, extension.name),
    name: () => extension.name,
    type: () => 'microsoft.compute/virtualmachines/extensions',
    properties: () => renderExtensionProperties(extension),
  })
}

function diskRow(vm: SimVm, disk: SimDisk, context: ArmContext): Row {
  return rowOf(vm, context.world.tenantId, {
    id: () => diskId(vm, disk),
    name: () => disk.name,
    type: () => 'microsoft.compute/disks',
    managedBy: () => vmId(vm),
    sku: () => renderDiskSku(),
    properties: () => renderDiskProperties(vm, disk),
    zones: () => (vm.zones.length === 0 ? null : vm.zones),
  })
}

interface Kind {
  readonly type: string
  readonly action: string
  readonly rows: (vm: SimVm, context: ArmContext) => Row[]
}

/** Resource types the table holds, each read by its own right. */
const kinds: readonly Kind[] = [
  {
    type: 'microsoft.compute/disks',
    action: actions.disk,
    rows: (vm, context) => managedDisks(vm).map((disk) => diskRow(vm, disk, context)),
  },
  { type: 'microsoft.compute/virtualmachines', action: actions.vm, rows: (vm, context) => [vmRow(vm, context)] },
  {
    type: 'microsoft.compute/virtualmachines/extensions',
    action: actions.extension,
    rows: (vm, context) => vm.extensions.map((extension) => extensionRow(vm, extension, context)),
  },
]

function managedDisks(vm: SimVm): readonly SimDisk[] {
  return vm.disks.filter(({ managed }) => managed)
}

/** True where Resource Graph has anything at all to show of a subscription. */
export function isReadable(context: ArmContext, subscriptionId: string): boolean {
  return kinds.some(({ action }) => {
    if (context.can(action, `/subscriptions/${subscriptionId}`)) return true
    return readableVms(context, action, subscriptionId, vmsOfSubscription(context.world, subscriptionId)).length > 0
  })
}

/** The `resources` table of these subscriptions, trimmed by the caller's rights without a word, as Resource Graph does. */
export function resourcesTable(context: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const rows = (types: readonly string[] | null): Row[] => {
    const list: Row[] = []
    for (const { type, action, rows: rowsOfVm } of kinds) {
      if (types !== null && !types.includes(type)) continue
      for (const subscriptionId of subscriptionIds) {
        const vms = readableVms(context, action, subscriptionId, vmsOfSubscription(context.world, subscriptionId))
        for (const vm of vms) {
          if (vm.run !== null) advance(vm, context.now)
          for (const row of rowsOfVm(vm, context)) list.push(row)
        }
      }
    }
    return list
  }
  return { columns, rows }
}
