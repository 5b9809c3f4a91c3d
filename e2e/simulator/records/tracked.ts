import { diskId, extensionId, vmId } from '../arm/ids'
import { isObject } from '../arm/json'
import { diskPropertyReaders } from '../arm/render-disk'
import { renderExtensionProperties } from '../arm/render-extension'
import { renderSettings } from '../arm/render-settings'
import type { SimChange, SimPropertyChange, SimRequestRecord } from '../model/record'
import type { SimVm } from '../model/vm'

interface Resource {
  readonly type: string
  readonly values: Readonly<Record<string, string>>
}

/** The tracked properties of a VM's resources, by ARM id. */
export type Tracked = ReadonlyMap<string, Resource>

/** Leaves of a value by their path, as text: `properties.settings.VolumeType` → `All`. */
function leaves(path: string, value: unknown): [string, string][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => leaves(`${path}[${index}]`, item))
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => leaves(`${path}.${key}`, item))
  return [[path, typeof value === 'string' ? value : JSON.stringify(value)]]
}

function trackedVm(vm: SimVm): Record<string, string> {
  const settings = vm.modelSettings === null ? null : renderSettings(vm.modelSettings)
  return Object.fromEntries([
    ...leaves('properties.provisioningState', vm.provisioningState),
    ...leaves('properties.storageProfile.osDisk.encryptionSettings', settings),
    ...leaves('tags', vm.tags),
  ])
}

/** The parts of a VM, its extensions and its disks that Resource Graph tracks: the model, not the instance view. */
export function trackedOf(vm: SimVm): Tracked {
  const compute = 'microsoft.compute'
  const extensions = vm.extensions.map((extension): [string, Resource] => [
    extensionId(vm, extension.name),
    {
      type: `${compute}/virtualmachines/extensions`,
      values: Object.fromEntries(leaves('properties', renderExtensionProperties(extension))),
    },
  ])
  const disks = vm.disks
    .filter(({ managed }) => managed)
    .map((disk): [string, Resource] => {
      const read = (key: string): [string, string][] =>
        leaves(`properties.${key}`, diskPropertyReaders[key]?.(vm, disk))
      const values = Object.fromEntries([...read('encryptionSettingsCollection'), ...read('diskState')])
      return [diskId(vm, disk), { type: `${compute}/disks`, values }]
    })
  return new Map([[vmId(vm), { type: `${compute}/virtualmachines`, values: trackedVm(vm) }], ...extensions, ...disks])
}

function changesOf(before: Resource, after: Resource): Record<string, SimPropertyChange> {
  const paths = new Set([...Object.keys(before.values), ...Object.keys(after.values)])
  const changed = [...paths].filter((path) => before.values[path] !== after.values[path])
  return Object.fromEntries(
    changed.map((path) => [path, { previousValue: before.values[path] ?? null, newValue: after.values[path] ?? null }]),
  )
}

/** The differences between two states: resources created, deleted and changed. */
export function differences(
  before: Tracked,
  after: Tracked,
  at: number,
  request: SimRequestRecord | null,
): SimChange[] {
  const made = [...after].filter(([id]) => !before.has(id))
  const gone = [...before].filter(([id]) => !after.has(id))
  const one = (targetId: string, targetType: string, changeType: SimChange['changeType']): SimChange => ({
    at,
    targetId,
    targetType,
    changeType,
    changes: {},
    request,
  })
  const updates = [...after].flatMap(([targetId, now]): SimChange[] => {
    const then = before.get(targetId)
    const changes = then === undefined ? {} : changesOf(then, now)
    return Object.keys(changes).length === 0 ? [] : [{ ...one(targetId, now.type, 'Update'), changes }]
  })
  return [
    ...made.map(([id, { type }]) => one(id, type, 'Create')),
    ...updates,
    ...gone.map(([id, { type }]) => one(id, type, 'Delete')),
  ]
}

/** Every resource of a VM as created, or as deleted. */
export function wholeChange(
  vm: SimVm,
  changeType: 'Create' | 'Delete',
  at: number,
  request: SimRequestRecord,
): SimChange[] {
  const nothing: Tracked = new Map()
  const all = trackedOf(vm)
  return changeType === 'Create' ? differences(nothing, all, at, request) : differences(all, nothing, at, request)
}
