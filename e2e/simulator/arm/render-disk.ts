import type { SimDisk, SimVm } from '../model/vm'
import { diskId, vmId } from './ids'
import { diskSkuName, hyperVGeneration } from './render-model'
import { renderKeys } from './render-settings'
import { createdAt, platformTime } from './times'

/** `encryptionSettingsCollection`: absent on a disk that never had ADE; version 1.0 is dual pass, 1.1 single pass. */
function renderCollection(vm: SimVm, disk: SimDisk): Record<string, unknown> | undefined {
  const isDual = disk.role === 'os' && vm.modelSettings?.enabled === true
  const settings = isDual ? vm.modelSettings : disk.settings
  if (settings === null) return undefined
  const version = vm.modelSettings?.enabled === true ? '1.0' : '1.1'
  if (!settings.enabled) return { enabled: false, encryptionSettingsVersion: version }
  return { enabled: true, encryptionSettings: [renderKeys(settings)], encryptionSettingsVersion: version }
}

function renderSecurity(vm: SimVm, disk: SimDisk): Record<string, unknown> | undefined {
  if (disk.role !== 'os' || vm.securityType === null) return undefined
  if (disk.securityEncryptionType === 'DiskWithVMGuestState')
    return { securityType: 'ConfidentialVM_DiskEncryptedWithPlatformKey' }
  if (vm.securityType === 'ConfidentialVM')
    return { securityType: 'ConfidentialVM_VMGuestStateOnlyEncryptedWithPlatformKey' }
  return { securityType: vm.securityType }
}

export function renderDiskSku(disk: SimDisk): Record<string, unknown> {
  const name = diskSkuName(disk)
  return { name, tier: /^[A-Z][a-z]+/.exec(name)?.[0] ?? 'Premium' }
}

/** Members of a disk resource's `properties`, each rendered separately; null or undefined if the disk has none of that name. */
export const diskPropertyReaders: Readonly<Record<string, (vm: SimVm, disk: SimDisk) => unknown>> = {
  osType: (vm, disk) => (disk.role === 'os' ? vm.osType : null),
  hyperVGeneration: (vm, disk) => (disk.role === 'os' ? hyperVGeneration(vm) : null),
  creationData: (_, { role, sectorSize }) => ({
    createOption: role === 'os' ? 'FromImage' : 'Empty',
    ...(sectorSize === undefined ? {} : { logicalSectorSize: sectorSize }),
  }),
  diskSizeGB: (_, disk) => disk.sizeGiB,
  encryptionSettingsCollection: renderCollection,
  encryption: (_, { sse, diskEncryptionSetId }) => ({
    type: sse,
    ...(diskEncryptionSetId === null ? {} : { diskEncryptionSetId }),
  }),
  maxShares: (_, { maxShares }) => maxShares,
  securityProfile: renderSecurity,
  diskState: (vm) => (vm.power === 'deallocated' ? 'Reserved' : 'Attached'),
  networkAccessPolicy: () => 'AllowAll',
  timeCreated: (vm, disk) => disk.createdAt ?? platformTime(createdAt(vm)),
  provisioningState: () => 'Succeeded',
}

/** The disks of a VM that are separate resources: not page blobs, and not on the host's local storage. */
export function managedDisks(vm: SimVm): readonly SimDisk[] {
  return vm.disks.filter(({ managed, ephemeral }) => managed && ephemeral !== true)
}

function renderDiskProperties(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  const entries = Object.entries(diskPropertyReaders).map(([key, read]) => [key, read(vm, disk)] as const)
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined))
}

/** The disk resource. */
export function renderDisk(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  return {
    name: disk.name,
    id: diskId(vm, disk),
    type: 'Microsoft.Compute/disks',
    location: vm.region,
    ...(vm.zones.length === 0 ? {} : { zones: vm.zones }),
    sku: renderDiskSku(disk),
    managedBy: vmId(vm),
    properties: renderDiskProperties(vm, disk),
  }
}
