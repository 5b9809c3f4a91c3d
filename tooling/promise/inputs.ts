import type { VmState, VolumeState } from '@/lib/encryption/types'

/**
 * The product's behaviour if an input is missing or wrong.
 * `read`: it reads the VM individually. `unknown`: it makes no claim. `row-N`: the rule of the verdict with that number
 * handles the missing value. `off`: ARM omits the member if it is off. `dated`: the claim has the time of
 * the inventory, which the row shows. `one-moment`: the claim was true at the earlier time or is true now.
 * `not-against`: no claim that another part of the answer contradicts. `same`: another input shows the same.
 */
export const promiseEffects = [
  'read',
  'unknown',
  'row-3',
  'row-8',
  'row-11',
  'off',
  'dated',
  'one-moment',
  'not-against',
  'same',
] as const
export type PromiseEffect = (typeof promiseEffects)[number]

interface InputPromise {
  readonly missing: PromiseEffect
  readonly otherType: PromiseEffect
  readonly stale: PromiseEffect
  readonly contradicts: PromiseEffect
}

/** A column or an answer of the inventory: if it is wrong, the VM is read, or no claim is made. */
const column = { missing: 'read', otherType: 'read', stale: 'dated', contradicts: 'read' } as const
/** A column of which nothing else in the inventory tells: what ARM says otherwise is not seen, and the row shows its time. */
const lone = { ...column, contradicts: 'dated' } as const
const answer = { missing: 'unknown', otherType: 'unknown', stale: 'dated', contradicts: 'read' } as const
const part = (missing: PromiseEffect, contradicts: PromiseEffect = 'not-against') =>
  ({ missing, otherType: 'unknown', stale: 'one-moment', contradicts }) as const

/** Every input of a verdict: columns and answers of Resource Graph, and parts of a VM's answer by their paths. */
export const promiseInputs = {
  'graph:eah': lone,
  'graph:dualPass': column,
  'graph:secType': column,
  'graph:osSecType': column,
  'graph:osDes': lone,
  'graph:osDiskId': column,
  'graph:nData': lone,
  'graph:prov': column,
  'graph:idHash': { missing: 'unknown', otherType: 'unknown', stale: 'unknown', contradicts: 'unknown' },
  'graph:vms': answer,
  'graph:extensions': answer,
  'graph:stamped-disks': answer,
  'graph:hidden-disks': answer,
  'properties.instanceView': part('unknown'),
  'properties.storageProfile': part('unknown'),
  'properties.storageProfile.osDisk': part('unknown'),
  'properties.storageProfile.dataDisks': part('unknown', 'unknown'),
  'properties.storageProfile.osDisk.encryptionSettings': part('row-3', 'same'),
  'properties.securityProfile': part('off'),
  'properties.securityProfile.encryptionAtHost': part('off'),
  'properties.securityProfile.securityType': part('row-8'),
  'properties.storageProfile.osDisk.managedDisk.securityProfile': part('off'),
  'properties.instanceView.disks': part('unknown'),
  'properties.instanceView.disks[].name': part('unknown'),
  'properties.instanceView.disks[].statuses': part('unknown'),
  'properties.instanceView.disks[].encryptionSettings': part('row-3', 'same'),
  'properties.instanceView.extensions': part('row-11'),
  'properties.instanceView.extensions[].substatuses': part('row-11'),
  'properties.instanceView.extensions[].statuses': part('same'),
  resources: part('row-3', 'same'),
  'resources[].properties.publisher': part('unknown', 'same'),
  'resources[].properties.type': part('unknown', 'same'),
  'resources[].properties.typeHandlerVersion': part('same', 'same'),
  'resources[].properties.provisioningState': part('same'),
  'resources[].properties.settings': part('same'),
} as const satisfies Readonly<Record<string, InputPromise>>
export type PromiseInput = keyof typeof promiseInputs

const semantics = 'https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main'
const vmReference = 'https://learn.microsoft.com/rest/api/compute/virtual-machines/get'
const recordings =
  'https://github.com/Azure/azure-cli/tree/dev/src/azure-cli/azure/cli/command_modules/vm/tests/latest/recordings'

interface Exemption {
  readonly reason: string
  readonly source: string
}

/**
 * Inputs whose absence the rules of the verdict take for evidence, and why that is no claim beyond it. For the report the
 * reason holds in single pass without a confidential VM only: rule 11 says of the others "not encrypted" too.
 */
export const exemptions: Readonly<Partial<Record<PromiseInput, Exemption>>> = {
  'properties.storageProfile.osDisk.encryptionSettings': {
    reason:
      'ARM writes the settings of dual pass into the model before it encrypts; without them there is no dual pass.',
    source: 'https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux-aad',
  },
  'properties.securityProfile': {
    reason: 'ARM leaves the profile out where a VM has none of its features.',
    source: vmReference,
  },
  'properties.securityProfile.encryptionAtHost': {
    reason: 'Encryption at host is off unless the model has it.',
    source: vmReference,
  },
  'properties.securityProfile.securityType': {
    reason:
      'A VM without a security type is of the type Standard; a report without a stamp is then a conflict, no claim.',
    source: vmReference,
  },
  'properties.storageProfile.osDisk.managedDisk.securityProfile': {
    reason: 'Only the OS disk of a confidential VM has the profile.',
    source: vmReference,
  },
  'properties.instanceView.disks[].encryptionSettings': {
    reason: 'The member is missing on disks that were never stamped; the code of the stamp says the same.',
    source: recordings,
  },
  'properties.instanceView.extensions': {
    reason:
      'Missing on VMs without extensions and on stopped ones. The stamp is written before data is encrypted: none, no encryption.',
    source: semantics,
  },
  'properties.instanceView.extensions[].substatuses': {
    reason:
      'An extension reports them after its first status. The stamp is written before data is encrypted: none, no encryption.',
    source: semantics,
  },
  'properties.instanceView.extensions[].statuses': {
    reason: 'A failure is a state of the operation and no word about the disk: stamp and report carry the claim.',
    source: semantics,
  },
  resources: {
    reason:
      'ARM leaves the list out where a VM has no extension; the instance view and the stamps tell of one by themselves.',
    source: recordings,
  },
  'resources[].properties.typeHandlerVersion': {
    reason: 'A version that is not known counts as single pass, in which a claim needs stamp and report.',
    source: semantics,
  },
  'resources[].properties.provisioningState': {
    reason: 'A failure is a state of the operation and no word about the disk: stamp and report carry the claim.',
    source: semantics,
  },
  'resources[].properties.settings': {
    reason: 'Without a request a failure counts as one to enable all volumes, the widest.',
    source: semantics,
  },
}

const views = ['properties.instanceView', 'properties.storageProfile', 'properties.storageProfile.osDisk'] as const
const dataDisks = 'properties.storageProfile.dataDisks'
const stamps = [
  'properties.instanceView.disks',
  'properties.instanceView.disks[].name',
  'properties.instanceView.disks[].statuses',
] as const
const passes = [
  'resources',
  'resources[].properties.publisher',
  'resources[].properties.type',
  'resources[].properties.typeHandlerVersion',
  'properties.storageProfile.osDisk.encryptionSettings',
  'properties.instanceView.disks[].encryptionSettings',
] as const
const report = ['properties.instanceView.extensions', 'properties.instanceView.extensions[].substatuses'] as const
const failure = [
  'resources[].properties.provisioningState',
  'resources[].properties.settings',
  'properties.instanceView.extensions[].statuses',
] as const
const securityType = 'properties.securityProfile.securityType'
const protection = [
  'properties.securityProfile',
  'properties.securityProfile.encryptionAtHost',
  'properties.storageProfile.osDisk.managedDisk.securityProfile',
] as const
const inventory = [
  'graph:eah',
  'graph:dualPass',
  'graph:secType',
  'graph:osSecType',
  'graph:osDes',
  'graph:osDiskId',
  'graph:nData',
  'graph:prov',
  'graph:idHash',
  'graph:vms',
  'graph:extensions',
  'graph:stamped-disks',
  'graph:hidden-disks',
] as const

/** The inputs by which each state is reached; each of them can be corrupted. */
export const inputsOfState: Readonly<Record<VmState | VolumeState, readonly PromiseInput[]>> = {
  failed: [...views, ...failure, ...report, ...stamps],
  conflict: [...views, dataDisks, ...report, ...stamps, ...passes, securityType],
  'restart-pending': [...views, ...report, ...passes],
  encrypting: [...views, dataDisks, ...report, ...stamps, ...passes],
  decrypting: [...views, ...report, ...passes],
  unknown: [...views, ...inventory],
  'partly-encrypted': [...views, dataDisks, ...report, ...stamps, ...passes, ...protection],
  'encrypted-unverified': [...views, dataDisks, ...report, ...stamps, ...passes, ...failure, securityType],
  encrypted: [...views, dataDisks, ...report, ...stamps, ...passes],
  'protected-otherwise': [...views, dataDisks, ...report, ...stamps, ...passes, ...protection, ...inventory],
  'not-encrypted': [...views, dataDisks, ...report, ...stamps, ...passes, ...protection, ...inventory],
  'not-mounted': [...views, dataDisks, ...report, ...stamps],
}
