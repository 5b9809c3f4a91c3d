import type { VmState, VolumeState } from '@/lib/encryption/types'

/**
 * What is said where an input is not as it should be.
 * `read`: the VM is read by itself. `unknown`: nothing is claimed. `row-N`: the rule of the verdict with that number
 * takes the absence for what it is. `off`: ARM leaves the member out where it is off. `dated`: said as of the time of
 * the inventory, which the row shows. `flagged`: said with a flag beside it. `same`: another input says the same.
 */
export const promiseEffects = [
  'read',
  'unknown',
  'row-3',
  'row-8',
  'row-11',
  'off',
  'dated',
  'flagged',
  'same',
] as const
export type PromiseEffect = (typeof promiseEffects)[number]

interface InputPromise {
  readonly missing: PromiseEffect
  readonly otherType: PromiseEffect
  readonly stale: PromiseEffect
  readonly contradicts: PromiseEffect
}

/** A column or an answer of the inventory: whatever is wrong with it, the VM is read, or nothing is said. */
const column = { missing: 'read', otherType: 'read', stale: 'dated', contradicts: 'read' } as const
const answer = { missing: 'unknown', otherType: 'unknown', stale: 'dated', contradicts: 'read' } as const
const part = (missing: PromiseEffect, contradicts: PromiseEffect = 'flagged', stale: PromiseEffect = 'flagged') =>
  ({ missing, otherType: 'unknown', stale, contradicts }) as const

/** Every input of a verdict: columns and answers of Resource Graph, and parts of a VM's own answer by their paths. */
export const promiseInputs = {
  'graph:eah': column,
  'graph:dualPass': column,
  'graph:secType': column,
  'graph:osSecType': column,
  'graph:osDes': column,
  'graph:osDiskId': column,
  'graph:nData': column,
  'graph:prov': column,
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
  'properties.instanceView.disks': part('row-11'),
  'properties.instanceView.disks[].name': part('row-11'),
  'properties.instanceView.disks[].statuses': part('row-11'),
  'properties.instanceView.disks[].encryptionSettings': part('row-3', 'same'),
  'properties.instanceView.extensions': part('row-11'),
  'properties.instanceView.extensions[].substatuses': part('row-11'),
  'properties.instanceView.extensions[].statuses': part('same'),
  resources: part('row-3', 'same'),
  'resources[].properties.publisher': part('row-3', 'same'),
  'resources[].properties.type': part('row-3', 'same'),
  'resources[].properties.typeHandlerVersion': part('same', 'same'),
  'resources[].properties.provisioningState': part('same'),
  'resources[].properties.settings': part('same'),
} as const satisfies Readonly<Record<string, InputPromise>>
export type PromiseInput = keyof typeof promiseInputs

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
  'graph:vms',
  'graph:extensions',
  'graph:stamped-disks',
  'graph:hidden-disks',
] as const

/** By which inputs each state is reached: what is named here is what can be wrong with it. */
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
