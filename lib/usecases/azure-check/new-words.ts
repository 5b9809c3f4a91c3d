import 'server-only'
import { unknownWordsOf, type WordField } from '@/lib/facts/azure-words'
import { readVmFacts } from '@/lib/facts/vm-facts'
import type { ArmCallName } from '@/lib/setup/azure/calls'
import type { NewWord } from '@/lib/setup/azure/compare'
import { effectsOf } from '@/lib/setup/azure/effects'
import { sameText } from '@/lib/shared/text'
import { fieldOf, objectOf } from '@/lib/wire/read'

const vmPaths: Readonly<Record<WordField, string>> = {
  'power-state': 'properties.instanceView.statuses[].code',
  'provisioning-state': 'provisioningState',
  'disk-stamps': 'properties.instanceView.disks[].statuses[].code',
}

/** Published values of open enumerations that the product reads, by the path of their field. */
type Words = Readonly<Record<string, readonly string[]>>

const provisioning = ['Succeeded', 'Failed', 'Canceled', 'Creating', 'Updating', 'Deleting', 'Migrating', 'Accepted']
const levels = ['Info', 'Warning', 'Error']

/** https://learn.microsoft.com/rest/api/compute/virtual-machines/get */
const vmWords: Words = {
  'properties.securityProfile.securityType': ['Standard', 'TrustedLaunch', 'ConfidentialVM'],
  'properties.storageProfile.osDisk.managedDisk.securityProfile.securityEncryptionType': [
    ...['VMGuestStateOnly', 'DiskWithVMGuestState', 'NonPersistedTPM'],
  ],
  'properties.storageProfile.osDisk.diffDiskSettings.option': ['Local'],
  'resources[].properties.provisioningState': [...provisioning, 'Running'],
  'properties.instanceView.extensions[].statuses[].level': levels,
  'properties.instanceView.extensions[].substatuses[].level': levels,
  'properties.instanceView.extensions[].statuses[].code': [...provisioning, 'Transitioning', 'Unresponsive'].map(
    (word) => `ProvisioningState/${word}`,
  ),
}
/** https://learn.microsoft.com/rest/api/keyvault/keyvault/vaults/get */
const vaultWords: Words = {
  'properties.publicNetworkAccess': ['Enabled', 'Disabled', 'SecuredByPerimeter'],
  'properties.networkAcls.defaultAction': ['Allow', 'Deny'],
  'properties.networkAcls.bypass': ['AzureServices', 'None'],
}
/** https://learn.microsoft.com/rest/api/keyvault/keyvault/keys/get */
const keyWords: Words = { 'properties.kty': ['EC', 'EC-HSM', 'RSA', 'RSA-HSM'] }

const words: Readonly<Partial<Record<ArmCallName, Words>>> = {
  vm: vmWords,
  'vm-list': vmWords,
  'scale-set-instance': vmWords,
  'scale-set-instances': vmWords,
  // https://learn.microsoft.com/rest/api/compute/disks/get
  disk: {
    'sku.name': [
      ...['Standard_LRS', 'Premium_LRS', 'StandardSSD_LRS', 'UltraSSD_LRS', 'Premium_ZRS', 'StandardSSD_ZRS'],
      'PremiumV2_LRS',
    ],
    'properties.encryption.type': [
      ...['EncryptionAtRestWithPlatformKey', 'EncryptionAtRestWithCustomerKey'],
      'EncryptionAtRestWithPlatformAndCustomerKeys',
    ],
  },
  vault: vaultWords,
  vaults: vaultWords,
  key: keyWords,
  'key-version': keyWords,
  // https://learn.microsoft.com/rest/api/resources/management-locks/list-at-resource-group-level
  locks: { 'properties.level': ['NotSpecified', 'CanNotDelete', 'ReadOnly'] },
}

/** The texts at a path, through each element of its lists. */
function textsAt(value: unknown, path: readonly string[]): readonly string[] {
  const [step, ...rest] = path
  if (step === undefined) return typeof value === 'string' && value !== '' ? [value] : []
  const found = fieldOf(objectOf(value), step.replace('[]', ''))
  if (!step.endsWith('[]')) return textsAt(found, rest)
  return Array.isArray(found) ? found.flatMap((each) => textsAt(each, rest)) : []
}

/** Words of Azure that the product does not know, each once for its field. */
export function newWordsOf(call: ArmCallName, items: readonly unknown[]): readonly NewWord[] {
  const published = Object.entries(words[call] ?? {}).flatMap(([field, known]): readonly NewWord[] =>
    items
      .flatMap((item) => textsAt(item, field.split('.')))
      // A status can end in a number: `ProvisioningState/failed/51`.
      .map((word) => word.replace(/\/\d+$/, ''))
      .filter((word) => !known.some((each) => sameText(each, word)))
      .map((word) => ({ field, word, effect: words[call] === vmWords ? 'vm-unknown' : effectsOf[call].field })),
  )
  if (words[call] !== vmWords) return published
  const judged = items.flatMap((item) =>
    unknownWordsOf(readVmFacts(item)).map(({ field, word }): NewWord => {
      return { field: vmPaths[field], word, effect: 'word-not-counted' }
    }),
  )
  return [...judged, ...published]
}
