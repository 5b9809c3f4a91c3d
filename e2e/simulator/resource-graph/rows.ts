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
import type { SimLooseDisk } from '../model/related-resources'
import type { WorldSpec } from '../model/world'
import { hash } from '../worlds/random'
import { isSettled, partsBehind } from './behind'
import { bareStorageProfile } from './bare-storage-profile'
import { ConstantRow } from './language/derived-rows'
import type { Row } from './language/values'
import type { RowSource } from './language/plan'
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

/** `tags` of a VM without tags is null or an empty object: both were observed. */
const withoutTags = (vm: SimVm): Record<string, string> | null => (hash(vm.vmId) % 2 === 0 ? {} : null)

/** Resource Graph's data of a VM: the model and its power state, without extension statuses. */
const vmShape: RowShape<null> = {
  type: 'microsoft.compute/virtualmachines',
  columns: {
    id: ({ vm }) => vmId(vm),
    name: ({ vm }) => vm.name,
    tags: ({ vm }) => (Object.keys(vm.tags).length === 0 ? withoutTags(vm) : vm.tags),
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

/** The VM row of a world without `extended`, and without type and size of disks (resource-graph-language.md 2.2). */
const bareVmShape: RowShape<null> = {
  ...vmShape,
  properties: { ...vmShape.properties, storageProfile: ({ vm }) => bareStorageProfile(vm), extended: () => null },
}

/** An ARM id with its resource group in capitals, as disks have it in some subscriptions. */
function withUpperGroup(id: string): string {
  const parts = id.split('/')
  return parts.with(4, parts[4]?.toUpperCase() ?? '').join('/')
}

const upperDiskShape: RowShape<SimDisk> = {
  ...diskShape,
  columns: {
    ...diskShape.columns,
    id: ({ vm, part }) => withUpperGroup(diskId(vm, part)),
    managedBy: ({ vm }) => withUpperGroup(vmId(vm)),
  },
}

/** Adds the rows of a VM to a list, in their state before their lag. */
type Adder = (rows: Row[], vm: SimVm, context: ArmContext) => void

function adder<Part>(
  shape: RowShape<Part>,
  parts: (vm: SimVm) => readonly Part[],
  nameOf: (part: Part) => string,
): Adder {
  return (rows, vm, { world, now }) => {
    if (isSettled(vm)) {
      for (const part of parts(vm)) rows.push(new TableRow(shape, world.tenantId, vm, part, now))
      return
    }
    for (const { vm: then, part } of partsBehind(world.spec.graph, vm, now, { parts, nameOf }))
      rows.push(new TableRow(shape, world.tenantId, then, part, now))
  }
}

const noPart: readonly null[] = [null]

interface Kind {
  readonly type: string
  readonly action: string
  readonly add: Adder
}

const nameOf = ({ name }: { readonly name: string }): string => name

/** Resource types of the table, each with its read right. */
function kindsOf({ graph }: WorldSpec): readonly Kind[] {
  const disks = graph?.diskGroups === 'upper' ? upperDiskShape : diskShape
  const vms = graph?.vmRows === 'bare' ? bareVmShape : vmShape
  return [
    { type: disks.type, action: actions.disk, add: adder(disks, managedDisks, nameOf) },
    {
      type: vms.type,
      action: actions.vm,
      add: adder(
        vms,
        () => noPart,
        () => '',
      ),
    },
    {
      type: extensionShape.type,
      action: actions.extension,
      add: adder(extensionShape, ({ extensions }) => extensions, nameOf),
    },
  ]
}

function looseRow(disk: SimLooseDisk, { world }: ArmContext): Row {
  const row = looseDiskRow(disk, world.tenantId)
  return new ConstantRow(world.spec.graph?.diskGroups === 'upper' ? { ...row, id: withUpperGroup(disk.id) } : row)
}

/** True if Resource Graph has any rows of a subscription. */
export function isReadable(context: ArmContext, subscriptionId: string): boolean {
  if (readableScaleSets(context, subscriptionId).length > 0) return true
  return kindsOf(context.world.spec).some(({ action }) => {
    if (context.can(action, `/subscriptions/${subscriptionId}`)) return true
    return readableVms(context, action, subscriptionId, vmsOfSubscription(context.world, subscriptionId)).length > 0
  })
}

/** The VMs of a subscription whose parts may be read; deleted ones too: their rows stay for a while. */
function readableOf(context: ArmContext, { type, action }: Kind, subscriptionId: string): readonly SimVm[] {
  const { world } = context
  const own = subscriptionId.toLowerCase()
  const gone = world.departed.filter((vm) => vm.subscriptionId.toLowerCase() === own)
  const vms = readableVms(context, action, subscriptionId, vmsOfSubscription(world, subscriptionId))
  const instances = type === diskShape.type ? instancesWith(context, action, subscriptionId) : []
  const departed = gone.length === 0 ? [] : readableVms(context, action, subscriptionId, gone)
  return departed.length === 0 && instances.length === 0 ? vms : [...vms, ...departed, ...instances]
}

/** The `resources` table of these subscriptions, silently reduced to the caller's rights, as in Resource Graph. */
export function resourcesTable(context: ArmContext, subscriptionIds: readonly string[]): RowSource {
  const rows = (types: readonly string[] | null): Row[] => {
    const list: Row[] = []
    for (const kind of kindsOf(context.world.spec)) {
      if (types !== null && !types.includes(kind.type)) continue
      for (const subscriptionId of subscriptionIds) {
        for (const vm of readableOf(context, kind, subscriptionId)) {
          if (vm.run !== null) advance(vm, context.now)
          kind.add(list, vm, context)
        }
        if (kind.type === diskShape.type)
          for (const disk of looseDisksOf(context, subscriptionId)) list.push(looseRow(disk, context))
      }
    }
    return types === null || types.includes(scaleSetType) ? [...list, ...scaleSetRows(context, subscriptionIds)] : list
  }
  return { columns: tableColumns, rows }
}
