import { diskId, extensionId, networkInterfaceId, vmId } from '../arm/ids'
import { looseDiskRow, looseDisksOf } from '../arm/loose-disks'
import { diskPropertyReaders, managedDisks, renderDiskSku } from '../arm/render-disk'
import { renderExtensionProperties } from '../arm/render-extension'
import { powerStatus } from '../arm/render-instance-view'
import { hyperVGeneration, renderSecurityProfile, StorageProfile } from '../arm/render-model'
import { actions } from '../arm/rights'
import { createdAt, platformTime } from '../arm/times'
import { readableVms } from '../arm/rights'
import { vmsOfSubscription } from '../arm/vm-index'
import { advance } from '../lifecycle/advance'
import type { ArmContext } from '../model/http'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'
import { ConstantRow } from './derived-rows'
import type { Row } from './evaluate-expression'
import type { RowSource } from './evaluate-query'
import { instancesWith, readableScaleSets, scaleSetRows, scaleSetType } from './scale-set-rows'
import { TableRow, tableColumns, type Cell, type CellReader, type RowShape } from './table-row'

function extended({ vm, now }: Cell<null>): Record<string, unknown> {
  const { code, displayStatus, level } = powerStatus(advance(vm, now))
  const { name, osName, osVersion } = vm
  return {
    instanceView: {
      computerName: name,
      hyperVGeneration: hyperVGeneration(vm),
      osName,
      osVersion,
      powerState: { code, displayStatus, level },
    },
  }
}

/** What Resource Graph keeps of a VM: the model and its power state, and nothing an extension says. */
const vmShape: RowShape<null> = {
  type: 'microsoft.compute/virtualmachines',
  columns: {
    id: ({ vm }) => vmId(vm),
    name: ({ vm }) => vm.name,
    tags: ({ vm }) => (Object.keys(vm.tags).length === 0 ? null : vm.tags),
  },
  properties: {
    vmId: ({ vm }) => vm.vmId,
    hardwareProfile: ({ vm }) => ({ vmSize: vm.size }),
    storageProfile: ({ vm }) => new StorageProfile(vm),
    securityProfile: ({ vm }) => renderSecurityProfile(vm),
    networkProfile: ({ vm }) => ({ networkInterfaces: [{ id: networkInterfaceId(vm) }] }),
    virtualMachineScaleSet: ({ vm }) => (vm.scaleSetId === null ? null : { id: vm.scaleSetId }),
    provisioningState: ({ vm, now }) => advance(vm, now).provisioningState,
    timeCreated: ({ vm }) => platformTime(createdAt(vm)),
    extended,
  },
}

const extensionKeys = [
  'autoUpgradeMinorVersion',
  'provisioningState',
  'publisher',
  'type',
  'typeHandlerVersion',
  'settings',
] as const

const extensionShape: RowShape<SimExtension> = {
  type: 'microsoft.compute/virtualmachines/extensions',
  columns: {
    id: ({ vm, part }) => extensionId(vm, part.name),
    name: ({ part }) => part.name,
    zones: () => null,
  },
  properties: Object.fromEntries(
    extensionKeys.map((key): [string, CellReader<SimExtension>] => [
      key,
      ({ part }) => renderExtensionProperties(part)[key],
    ]),
  ),
}

const diskShape: RowShape<SimDisk> = {
  type: 'microsoft.compute/disks',
  columns: {
    id: ({ vm, part }) => diskId(vm, part),
    name: ({ part }) => part.name,
    managedBy: ({ vm }) => vmId(vm),
    sku: ({ part }) => renderDiskSku(part),
  },
  properties: Object.fromEntries(
    Object.entries(diskPropertyReaders).map(([key, read]): [string, CellReader<SimDisk>] => [
      key,
      ({ vm, part }) => read(vm, part),
    ]),
  ),
}

/** Puts the rows of a VM into a list. */
type Adder = (rows: Row[], vm: SimVm, context: ArmContext) => void

function adder<Part>(shape: RowShape<Part>, parts: (vm: SimVm) => readonly Part[]): Adder {
  return (rows, vm, { world, now }) => {
    for (const part of parts(vm)) rows.push(new TableRow(shape, world.tenantId, vm, part, now))
  }
}

const noPart: readonly null[] = [null]

/** Resource types the table holds, each read by its own right. */
const kinds: readonly { readonly type: string; readonly action: string; readonly add: Adder }[] = [
  {
    type: diskShape.type,
    action: actions.disk,
    add: adder(diskShape, managedDisks),
  },
  { type: vmShape.type, action: actions.vm, add: adder(vmShape, () => noPart) },
  { type: extensionShape.type, action: actions.extension, add: adder(extensionShape, (vm) => vm.extensions) },
]

/** True where Resource Graph has anything at all to show of a subscription. */
export function isReadable(context: ArmContext, subscriptionId: string): boolean {
  if (readableScaleSets(context, subscriptionId).length > 0) return true
  return kinds.some(({ action }) => {
    if (context.can(action, `/subscriptions/${subscriptionId}`)) return true
    return readableVms(context, action, subscriptionId, vmsOfSubscription(context.world, subscriptionId)).length > 0
  })
}

/** The `resources` table of these subscriptions, trimmed by the caller's rights without a word, as Resource Graph does. */
export function resourcesTable(context: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const rows = (types: readonly string[] | null): Row[] => {
    const list: Row[] = []
    for (const { type, action, add } of kinds) {
      if (types !== null && !types.includes(type)) continue
      for (const subscriptionId of subscriptionIds) {
        const vms = readableVms(context, action, subscriptionId, vmsOfSubscription(context.world, subscriptionId))
        const instances = type === diskShape.type ? instancesWith(context, action, subscriptionId) : []
        for (const vm of [...vms, ...instances]) {
          if (vm.run !== null) advance(vm, context.now)
          add(list, vm, context)
        }
        if (type === diskShape.type)
          for (const disk of looseDisksOf(context, subscriptionId))
            list.push(new ConstantRow(looseDiskRow(disk, context.world.tenantId)))
      }
    }
    return types === null || types.includes(scaleSetType) ? [...list, ...scaleSetRows(context, subscriptionIds)] : list
  }
  return { columns: tableColumns, rows }
}
