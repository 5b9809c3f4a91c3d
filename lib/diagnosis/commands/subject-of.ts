import { idSegment } from '@/lib/facts/arm-id'
import type { Surroundings } from '@/lib/facts/surroundings/types'
import type { AdeResource } from '@/lib/facts/extension-types'
import type { KeySettings, VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import type { CommandSubject } from './subject'

const volumeTypes: Readonly<Record<string, string>> = {
  os: 'OS',
  '0': 'OS',
  data: 'Data',
  '1': 'Data',
  all: 'All',
  '2': 'All',
}

function volumeTypeOf(resource: AdeResource | null): string | null {
  const word = String(resource?.volumeType ?? '').toLowerCase()
  return Object.hasOwn(volumeTypes, word) ? (volumeTypes[word] ?? null) : null
}

/** What is written on the disks comes first, then dual pass's settings in the model. */
function settingsOf({ diskViews, modelSettings }: VmFacts): readonly KeySettings[] {
  const onDisks = diskViews.flatMap(({ settings }) => settings).filter(({ enabled }) => enabled)
  return modelSettings === null ? onDisks : [...onDisks, modelSettings]
}

const firstOf = (values: readonly (string | null | undefined)[]): string | null => values.find((value) => value) ?? null

function vaultOf(facts: VmFacts, resource: AdeResource | null, surroundings: Surroundings | null) {
  const vaultId = firstOf([
    ...settingsOf(facts).map((settings) => settings.vaultId),
    resource?.keyVaultId,
    surroundings?.vault.known === true ? surroundings.vault.value.id : null,
  ])
  const keyUrl = firstOf([...settingsOf(facts).map((settings) => settings.keyUrl), resource?.keyEncryptionKeyUrl])
  const vaultName = valueOrNull(facts.keyVault)
  const sameVault = vaultName !== null && keyUrl?.toLowerCase().startsWith(`https://${vaultName.toLowerCase()}.`)
  return {
    vaultName: vaultName ?? idSegment(vaultId ?? undefined, 'vaults'),
    vaultId,
    vaultUrl: resource?.keyVaultUrl ?? null,
    keyUrl,
    keyVaultId: sameVault === true ? vaultId : null,
  }
}

const moving = ['failed', 'creating', 'updating', 'deleting']

function otherExtensionOf({ otherExtensions }: VmFacts): string | null {
  return (
    otherExtensions.find(({ provisioningState }) => moving.includes((provisioningState ?? '').toLowerCase()))?.name ??
    null
  )
}

/**
 * The names that commands are filled with, from what was read of a VM and around it. Everything in it was written by
 * Azure's callers, never by the guest; a name that could not be typed as it stands becomes a placeholder later.
 */
export function subjectOf(facts: VmFacts, surroundings: Surroundings | null): CommandSubject {
  const extension = facts.adeExtensions[0]
  const resource = extension?.resource ?? null
  return {
    subscriptionId: valueOrNull(facts.subscriptionId),
    resourceGroup: valueOrNull(facts.resourceGroup),
    name: valueOrNull(facts.name),
    region: valueOrNull(facts.region),
    osType: valueOrNull(facts.osType),
    size: valueOrNull(facts.size),
    osDisk: facts.osDisk?.name || null,
    dataDisks: facts.dataDisks.flatMap(({ name }) => (name === '' ? [] : [name])),
    networkInterface: null,
    extensionName: resource?.name ?? extension?.view?.name ?? null,
    extensionType: extension?.os === 'Windows' ? 'AzureDiskEncryption' : 'AzureDiskEncryptionForLinux',
    otherExtensionName: otherExtensionOf(facts),
    applicationId: resource?.aadClientId ?? null,
    ...vaultOf(facts, resource, surroundings),
    volumeType: volumeTypeOf(resource),
  }
}
