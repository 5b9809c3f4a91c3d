import { readExtension, type VirtualMachineExtension } from './extension'
import { readInstanceView, type VirtualMachineInstanceView } from './instanceView'
import { booleanOf, fieldOf, listOf, objectOf, textMapOf, textOf } from './read'
import { readStorageProfile, type StorageProfile } from './storageProfile'
import { unreadableVmInputs } from './vm-inputs'
import { readVmSetup, type VmSetup } from './vmSetup'

export interface SecurityProfile {
  readonly encryptionAtHost: boolean | undefined
  readonly securityType: string | undefined
  /**
   * Id of the identity with which the platform reads the vault, instead of the vault's own permission for the platform.
   */
  readonly encryptionIdentity: string | undefined
}

/**
 * Body of `GET virtualMachines/{vm}?$expand=instanceView` as ARM sends it: only what the product reads. Answers of versions from 2017-03-30 on have the same fields.
 */
export interface VirtualMachine {
  readonly id: string | undefined
  readonly name: string | undefined
  readonly type: string | undefined
  readonly location: string | undefined
  readonly tags: Readonly<Record<string, string>> | undefined
  readonly zones: readonly string[] | undefined
  readonly properties: {
    readonly vmId: string | undefined
    readonly provisioningState: string | undefined
    readonly hardwareProfile: { readonly vmSize: string | undefined } | undefined
    readonly storageProfile: StorageProfile | undefined
    readonly securityProfile: SecurityProfile | undefined
    readonly virtualMachineScaleSet: { readonly id: string | undefined } | undefined
    readonly instanceView: VirtualMachineInstanceView | undefined
    readonly setup: VmSetup
  }
  readonly resources: readonly VirtualMachineExtension[] | undefined
  /** Paths of inputs of the verdict that have another form than Azure documents. */
  readonly unreadable: readonly string[]
}

function readSecurityProfile(json: unknown): SecurityProfile | undefined {
  const profile = objectOf(json)
  const identity = objectOf(fieldOf(profile, 'encryptionIdentity'))
  return (
    profile && {
      encryptionAtHost: booleanOf(fieldOf(profile, 'encryptionAtHost')),
      securityType: textOf(fieldOf(profile, 'securityType')),
      encryptionIdentity: textOf(fieldOf(identity, 'userAssignedIdentityResourceId')),
    }
  )
}

/** Whether an instance of a scale set has its set's latest model; only bodies of instances contain it. */
export function readLatestModelApplied(json: unknown): boolean | undefined {
  return booleanOf(fieldOf(objectOf(fieldOf(objectOf(json), 'properties')), 'latestModelApplied'))
}

/**
 * Reads a VM's ARM body. Never throws: a missing value, or one of another type, is `undefined`.
 * https://learn.microsoft.com/rest/api/compute/virtual-machines/get
 */
export function readVirtualMachine(json: unknown): VirtualMachine {
  const vm = objectOf(json)
  const properties = objectOf(fieldOf(vm, 'properties'))
  const hardware = objectOf(fieldOf(properties, 'hardwareProfile'))
  const sku = objectOf(fieldOf(vm, 'sku'))
  const scaleSet = objectOf(fieldOf(properties, 'virtualMachineScaleSet'))
  return {
    id: textOf(fieldOf(vm, 'id')),
    name: textOf(fieldOf(vm, 'name')),
    type: textOf(fieldOf(vm, 'type')),
    location: textOf(fieldOf(vm, 'location')),
    tags: textMapOf(fieldOf(vm, 'tags')),
    zones: listOf(fieldOf(vm, 'zones'), textOf),
    properties: {
      vmId: textOf(fieldOf(properties, 'vmId')),
      provisioningState: textOf(fieldOf(properties, 'provisioningState')),
      // An instance of a scale set has its size outside its properties.
      hardwareProfile: hardware && { vmSize: textOf(fieldOf(hardware, 'vmSize')) ?? textOf(fieldOf(sku, 'name')) },
      storageProfile: readStorageProfile(fieldOf(properties, 'storageProfile')),
      securityProfile: readSecurityProfile(fieldOf(properties, 'securityProfile')),
      virtualMachineScaleSet: scaleSet && { id: textOf(fieldOf(scaleSet, 'id')) },
      instanceView: readInstanceView(fieldOf(properties, 'instanceView')),
      setup: readVmSetup(properties),
    },
    resources: listOf(fieldOf(vm, 'resources'), readExtension),
    unreadable: unreadableVmInputs(json),
  }
}
