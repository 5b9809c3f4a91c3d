import type { SimDisk, SimVm } from '../model/vm'
import { diskIdInModel, networkInterfaceId } from './ids'
import { renderSettings } from './render-settings'
import { createdAt, platformTime } from './times'

/** The members that a managed disk adds to the model's disk entry; the size only while the VM is allocated. */
function renderManaged(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  const { diskEncryptionSetId, securityEncryptionType } = disk
  return {
    managedDisk: {
      storageAccountType: disk.ephemeral === true ? 'Standard_LRS' : diskSkuName(disk),
      ...(diskEncryptionSetId === null ? {} : { diskEncryptionSet: { id: diskEncryptionSetId } }),
      ...(securityEncryptionType === null ? {} : { securityProfile: { securityEncryptionType } }),
      id: diskIdInModel(vm, disk),
    },
  }
}

function renderPlace(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  if (disk.managed) return renderManaged(vm, disk)
  return { vhd: { uri: `https://st${vm.vmId.slice(0, 8)}.blob.core.windows.net/vhds/${disk.name}.vhd` } }
}

/** `sku.name` of a managed disk. */
export function diskSkuName({ sku }: SimDisk): string {
  return sku ?? 'Premium_LRS'
}

function accelerated({ writeAccelerator }: SimDisk): Record<string, unknown> {
  return writeAccelerator === undefined ? {} : { writeAcceleratorEnabled: writeAccelerator }
}

function renderOsDisk(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  return {
    osType: vm.osType,
    ...(vm.modelSettings === null ? {} : { encryptionSettings: renderSettings(vm.modelSettings) }),
    name: disk.name,
    createOption: 'FromImage',
    ...renderPlace(vm, disk),
    caching: disk.ephemeral === true ? 'ReadOnly' : 'ReadWrite',
    ...(disk.ephemeral === true ? { diffDiskSettings: { option: 'Local', placement: 'CacheDisk' } } : {}),
    ...accelerated(disk),
    deleteOption: 'Detach',
    ...(vm.power === 'deallocated' ? {} : { diskSizeGB: disk.sizeGiB }),
  }
}

function renderDataDisk(vm: SimVm, disk: SimDisk): Record<string, unknown> {
  return {
    lun: disk.lun,
    name: disk.name,
    createOption: disk.managed ? 'Attach' : 'Empty',
    ...renderPlace(vm, disk),
    caching: 'ReadOnly',
    ...accelerated(disk),
    ...(vm.power === 'deallocated' ? {} : { diskSizeGB: disk.sizeGiB }),
    toBeDetached: false,
    deleteOption: 'Detach',
  }
}

function renderImage({ image, osVersion }: SimVm): Record<string, unknown> | undefined {
  if (image === null) return undefined
  return 'id' in image ? { ...image } : { ...image, version: 'latest', exactVersion: `${osVersion}.1` }
}

/** The storage profile of a VM. Each part is rendered when it is first read, all of it when it is serialised. */
export class StorageProfile {
  #image: Record<string, unknown> | undefined
  #osDisk: Record<string, unknown> | undefined
  #dataDisks: Record<string, unknown>[] | undefined

  constructor(private readonly vm: SimVm) {}

  get imageReference(): Record<string, unknown> | undefined {
    return (this.#image ??= renderImage(this.vm))
  }

  get osDisk(): Record<string, unknown> | undefined {
    if (this.#osDisk !== undefined) return this.#osDisk
    const osDisk = this.vm.disks.find(({ role }) => role === 'os')
    return (this.#osDisk = osDisk === undefined ? undefined : renderOsDisk(this.vm, osDisk))
  }

  get dataDisks(): Record<string, unknown>[] {
    return (this.#dataDisks ??= this.vm.disks
      .filter(({ role }) => role === 'data')
      .map((disk) => renderDataDisk(this.vm, disk)))
  }

  toJSON(): Record<string, unknown> {
    const { imageReference, osDisk, dataDisks } = this
    return { imageReference, osDisk, dataDisks, diskControllerType: 'SCSI' }
  }
}

/** Generation of the virtual machine, derived from the name of the image's SKU. */
export function hyperVGeneration(vm: SimVm): 'V1' | 'V2' {
  const sku = vm.image === null || 'id' in vm.image ? '' : vm.image.sku
  return vm.securityType !== null || /gen2|-g2$|azure-edition|^server$/.test(sku) ? 'V2' : 'V1'
}

function renderOsProfile(vm: SimVm): Record<string, unknown> {
  const configuration =
    vm.osType === 'Windows'
      ? { windowsConfiguration: { provisionVMAgent: true, enableAutomaticUpdates: true } }
      : { linuxConfiguration: { disablePasswordAuthentication: true, provisionVMAgent: true } }
  return {
    computerName: vm.name.slice(0, vm.osType === 'Windows' ? 15 : 64),
    adminUsername: 'azureadmin',
    ...configuration,
    secrets: [],
    allowExtensionOperations: vm.related?.allowExtensionOperations ?? true,
    requireGuestProvisionSignal: true,
  }
}

export function renderSecurityProfile(vm: SimVm): Record<string, unknown> | null {
  if (!vm.encryptionAtHost && vm.securityType === null) return null
  return {
    ...(vm.encryptionAtHost ? { encryptionAtHost: true } : {}),
    ...(vm.securityType === null
      ? {}
      : { uefiSettings: { secureBootEnabled: true, vTpmEnabled: true }, securityType: vm.securityType }),
  }
}

/** `properties` of a VM in every answer; the instance view is added to it. */
export function renderProperties(vm: SimVm): Record<string, unknown> {
  const securityProfile = renderSecurityProfile(vm)
  return {
    vmId: vm.vmId,
    hardwareProfile: { vmSize: vm.size },
    storageProfile: new StorageProfile(vm).toJSON(),
    osProfile: renderOsProfile(vm),
    ...(securityProfile === null ? {} : { securityProfile }),
    diagnosticsProfile: { bootDiagnostics: { enabled: vm.related?.bootDiagnostics ?? true } },
    networkProfile: { networkInterfaces: [{ id: networkInterfaceId(vm), properties: { primary: true } }] },
    ...(vm.scaleSetId === null ? {} : { virtualMachineScaleSet: { id: vm.scaleSetId } }),
    provisioningState: vm.provisioningState,
    timeCreated: platformTime(createdAt(vm)),
  }
}
