import type { SimDisk, SimVm } from '../model/vm'
import { diskId, vmId } from './ids'
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

export function renderDiskSku(): Record<string, unknown> {
  return { name: 'Premium_LRS', tier: 'Premium' }
}

/** `properties` of a disk resource. The costly parts are computed when they are read. */
export function renderDiskProperties(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  const { diskEncryptionSetId } = disk
  return {
    ...(disk.role === 'os' ? { osType: vm.osType, hyperVGeneration: 'V2' } : {}),
    creationData: { createOption: disk.role === 'os' ? 'FromImage' : 'Empty' },
    diskSizeGB: disk.sizeGiB,
    get encryptionSettingsCollection() {
      return renderCollection(vm, disk)
    },
    encryption: { type: disk.sse, ...(diskEncryptionSetId === null ? {} : { diskEncryptionSetId }) },
    get securityProfile() {
      return renderSecurity(vm, disk)
    },
    diskState: vm.power === 'deallocated' ? 'Reserved' : 'Attached',
    networkAccessPolicy: 'AllowAll',
    get timeCreated() {
      return platformTime(createdAt(vm))
    },
    provisioningState: 'Succeeded',
  }
}

/** The disk resource. */
export function renderDisk(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  return {
    name: disk.name,
    id: diskId(vm, disk),
    type: 'Microsoft.Compute/disks',
    location: vm.region,
    ...(vm.zones.length === 0 ? {} : { zones: vm.zones }),
    sku: renderDiskSku(),
    managedBy: vmId(vm),
    properties: renderDiskProperties(vm, disk),
  }
}
