import { expect, it } from 'vitest'
import type { ArmCallName } from '@/lib/setup/azure/calls'
import { newWordsOf } from './new-words'

/** A body with one text at a path. */
function bodyWith(path: string, text: string): unknown {
  return path.split('.').reduceRight<unknown>((value, step) => {
    return { [step.replace('[]', '')]: step.endsWith('[]') ? [value] : value }
  }, text)
}

it.each<[ArmCallName, string, string, string]>([
  ['vm', 'properties.securityProfile.securityType', 'TrustedLaunch', 'vm-unknown'],
  [
    'vm',
    'properties.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType',
    'DiskWithVMGuestState',
    'vm-unknown',
  ],
  ['vm-list', 'properties.storageProfile.osDisk.diffDiskSettings.option', 'Local', 'vm-unknown'],
  ['vm', 'resources[].properties.provisioningState', 'Updating', 'vm-unknown'],
  ['vm', 'properties.instanceView.extensions[].statuses[].code', 'ProvisioningState/failed/51', 'vm-unknown'],
  ['scale-set-instance', 'properties.instanceView.extensions[].statuses[].level', 'Error', 'vm-unknown'],
  ['scale-set-instances', 'properties.instanceView.extensions[].substatuses[].level', 'info', 'vm-unknown'],
  ['disk', 'sku.name', 'PremiumV2_LRS', 'part-unread'],
  ['disk', 'properties.encryption.type', 'EncryptionAtRestWithCustomerKey', 'part-unread'],
  ['vault', 'properties.publicNetworkAccess', 'Disabled', 'part-unread'],
  ['vaults', 'properties.networkAcls.defaultAction', 'Deny', 'part-unread'],
  ['vault', 'properties.networkAcls.bypass', 'AzureServices', 'part-unread'],
  ['key', 'properties.kty', 'RSA-HSM', 'part-unread'],
  ['key-version', 'properties.kty', 'RSA', 'part-unread'],
  ['locks', 'properties.level', 'CanNotDelete', 'part-unread'],
])('%s: a new word in %s', (call, field, known, effect) => {
  for (const text of [known, known.toUpperCase(), '']) expect(newWordsOf(call, [bodyWith(field, text)])).toEqual([])
  expect(newWordsOf(call, [bodyWith(field, 'Splendid')])).toEqual([{ field, word: 'Splendid', effect }])
})

it('finds the words by which a VM is judged, and nothing in other types and calls', () => {
  const body = bodyWith('properties.instanceView.statuses[].code', 'PowerState/dreaming')
  expect(newWordsOf('vm', [body])).toEqual([
    { field: 'properties.instanceView.statuses[].code', word: 'dreaming', effect: 'word-not-counted' },
  ])
  expect(newWordsOf('network-interface', [body])).toEqual([])
  for (const odd of [null, 7, [], 'x', { properties: [] }, { properties: { networkAcls: 'x' } }])
    expect(newWordsOf('vault', [odd])).toEqual([])
})
