import type { Pass } from '@/lib/encryption/types'
import { idSegment } from '@/lib/facts/arm-id'
import type { AdeResource } from '@/lib/facts/extension-types'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { VmFacts } from '@/lib/facts/types'
import { valueOrNull } from '@/lib/shared/known'
import { sameText } from '@/lib/shared/text'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { Prerequisite } from '../readiness/types'
import type { CommandSubject, ScaleSetInstance } from './subject'

type Found = ReadonlyMap<PrerequisiteKind, Prerequisite>

const volumeTypes = new Map([
  ['os', 'OS'],
  ['0', 'OS'],
  ['data', 'Data'],
  ['1', 'Data'],
  ['all', 'All'],
  ['2', 'All'],
])

function volumeTypeOf(resource: AdeResource | null): string | null {
  return volumeTypes.get(String(resource?.volumeType).toLowerCase()) ?? null
}

const segment = (id: string | null | undefined, key: string): string | null => idSegment(id ?? undefined, key)

function vaultOf({ keyReferences, keyVault, adeExtensions }: VmFacts, related: RelatedResources | null) {
  const { vaultUrl, keyUrl, keyVaultId } = keyReferences
  // Key settings of a disk without a key encryption key do not show what the request names.
  const isRequestRead = (adeExtensions[0]?.resource ?? null) !== null
  const vaultId = keyReferences.vaultId ?? (related?.vault.known === true ? related.vault.value.id : null)
  return {
    vaultName: valueOrNull(keyVault) ?? segment(vaultId, 'vaults'),
    vaultId,
    vaultUrl,
    keyUrl: keyUrl ?? (isRequestRead ? null : ''),
    keyVaultId,
  }
}

const moving = ['Failed', 'Creating', 'Updating', 'Deleting']

function otherExtensionOf({ otherExtensions }: VmFacts): string | null {
  const other = otherExtensions.find(({ provisioningState }) =>
    moving.some((word) => sameText(provisioningState, word)),
  )
  return other?.name ?? null
}

/** The name of the resource that made a prerequisite check fail. */
function culprit(found: Found, kinds: readonly PrerequisiteKind[], value: string): string | null {
  const failing = kinds.map((kind) => found.get(kind)).find((each) => each?.outcome === 'fail')
  const name = failing?.values[value]
  return typeof name === 'string' ? name : null
}

function networkOf({ setup, resourceGroup }: VmFacts, found: Found) {
  const id = setup.networkInterfaceIds[0]
  const denials: readonly PrerequisiteKind[] = ['network-platform', 'network-entra-vault', 'network-storage']
  return {
    networkInterface: segment(id, 'networkInterfaces'),
    networkInterfaceGroup: segment(id, 'resourceGroups') ?? valueOrNull(resourceGroup),
    denyRule: culprit(found, denials, 'rule'),
    securityGroup: culprit(found, denials, 'group'),
    lockId: culprit(found, ['locks'], 'id'),
  }
}

/** A body without an OS disk does not list the data disks either. */
function dataDisksOf({
  osDisk,
  dataDisks,
  resourceGroup,
}: VmFacts): Pick<CommandSubject, 'dataDisks' | 'dataDiskGroups'> {
  const named = dataDisks.filter(({ name }) => name !== '')
  return {
    dataDisks: osDisk === null && dataDisks.length === 0 ? null : named.map(({ name }) => name),
    dataDiskGroups: named.map(({ id }) => segment(id, 'resourceGroups') ?? valueOrNull(resourceGroup)),
  }
}

function instanceOf({ id }: VmFacts): ScaleSetInstance | null {
  const path = valueOrNull(id)
  const scaleSet = segment(path, 'virtualMachineScaleSets')
  const number = segment(path, 'virtualMachines')
  return scaleSet === null || number === null ? null : { scaleSet, number }
}

function extensionOf({ adeExtensions }: VmFacts) {
  const extension = adeExtensions[0]
  const resource = extension?.resource ?? null
  return {
    extensionName: resource?.name ?? extension?.view?.name ?? null,
    extensionType: extension?.os === 'Windows' ? 'AzureDiskEncryption' : 'AzureDiskEncryptionForLinux',
    applicationId: resource?.aadClientId ?? null,
    applicationCertificate: resource?.aadClientCertThumbprint ?? null,
    volumeType: volumeTypeOf(resource),
  }
}

/**
 * The names that fill commands, from the VM and its related resources. Azure's callers wrote all of them, never the
 * guest; a name that cannot be typed safely later becomes a placeholder.
 */
export function subjectOf(
  facts: VmFacts,
  related: RelatedResources | null,
  found: Found,
  pass: Pass | null = null,
): CommandSubject {
  return {
    subscriptionId: valueOrNull(facts.subscriptionId),
    resourceGroup: valueOrNull(facts.resourceGroup),
    name: valueOrNull(facts.name),
    instance: instanceOf(facts),
    region: valueOrNull(facts.region),
    osType: valueOrNull(facts.osType),
    size: valueOrNull(facts.size),
    osDisk: facts.osDisk?.name || null,
    hasOsSnapshots: facts.osDisk?.managed !== false && facts.osDisk?.ephemeral !== true,
    ...dataDisksOf(facts),
    diskGroup: segment(facts.osDisk?.id, 'resourceGroups') ?? valueOrNull(facts.resourceGroup),
    ...networkOf(facts, found),
    ...extensionOf(facts),
    otherExtensionName: otherExtensionOf(facts),
    isDualPass: pass === 'dual',
    missingRights: [],
    ...vaultOf(facts, related),
  }
}
