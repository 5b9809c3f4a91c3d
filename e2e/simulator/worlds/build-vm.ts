import type { VaultChoice, SimVmRelatedResources } from '../model/related-resources'
import type { SimDisk, SimExtension, SimVm } from '../model/vm'
import type { SimSubscription } from '../model/world'
import { images, type ImageName } from './images'
import { randomFor, type Random } from './random'
import { vaultChoice, vaultOf } from './vaults'
import type { DiskDraft, VmDraft } from './vm-draft'

/** The context of a new VM: the tenant's seed, its subscriptions and the start time of its world. */
export interface BuildPlace {
  readonly seed: number
  readonly subscriptions: readonly SimSubscription[]
  readonly now: number
}

/** Key settings as the platform writes them on a disk: a new secret of the vault. */
export function freshSettings(vault: VaultChoice, random: Random, enabled = true): NonNullable<SimDisk['settings']> {
  return {
    enabled,
    secretUrl: `${vault.url}/secrets/${random.uuid()}/${random.hex(32)}`,
    vaultId: vault.id,
    keyUrl: vault.keyUrl,
  }
}

interface DiskPlace {
  readonly subscriptionId: string
  readonly vmName: string
  readonly random: Random
  readonly draft: VmDraft
  /** One secret per VM: all its stamped disks have the same settings. */
  readonly settings: (enabled: boolean) => NonNullable<SimDisk['settings']>
}

const ownSizes = { Windows: 127, Linux: 30 } as const
const dataDiskSize = 128

/** The disk encryption set of a disk's keys; none for platform-managed keys. */
function encryptionSetOf(subscriptionId: string, sse: SimDisk['sse']): string | null {
  if (sse === 'EncryptionAtRestWithPlatformKey') return null
  const name = sse === 'EncryptionAtRestWithCustomerKey' ? 'des-cmk' : 'des-double'
  return `/subscriptions/${subscriptionId}/resourceGroups/rg-keys/providers/Microsoft.Compute/diskEncryptionSets/${name}`
}

/** Common properties of OS and data disks. */
function commonOf(
  place: DiskPlace,
  disk: DiskDraft,
): Omit<SimDisk, 'name' | 'role' | 'lun' | 'sizeGiB' | 'securityEncryptionType'> {
  const { settings = null, stampCode = null, sse = 'EncryptionAtRestWithPlatformKey' } = disk
  const { sku, maxShares, sectorSize, createdAt, writeAccelerator, ephemeral } = disk
  return {
    managed: place.draft.managed ?? true,
    stampCode,
    settings: settings === null ? null : place.settings(settings === 'stamped'),
    sse,
    diskEncryptionSetId: encryptionSetOf(place.subscriptionId, sse),
    ...(sku === undefined ? {} : { sku }),
    ...(maxShares === undefined ? {} : { maxShares }),
    ...(sectorSize === undefined ? {} : { sectorSize }),
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(writeAccelerator === undefined ? {} : { writeAccelerator }),
    ...(ephemeral === undefined ? {} : { ephemeral }),
  }
}

function buildOsDisk(place: DiskPlace, disk: DiskDraft): SimDisk {
  const { random, draft, vmName } = place
  return {
    name: disk.name ?? `${vmName}_OsDisk_1_${random.hex(32)}`,
    role: 'os',
    lun: null,
    sizeGiB: disk.sizeGiB ?? ownSizes[images[draft.image].osType],
    ...commonOf(place, disk),
    securityEncryptionType: draft.securityEncryptionType ?? null,
  }
}

function buildDataDisk(place: DiskPlace, disk: DiskDraft, index: number): SimDisk {
  const lun = disk.lun ?? index
  return {
    name: disk.name ?? `${place.vmName}_DataDisk_${lun}_${place.random.hex(32)}`,
    role: 'data',
    lun,
    sizeGiB: disk.sizeGiB ?? dataDiskSize,
    ...commonOf(place, disk),
    securityEncryptionType: null,
  }
}

/** Creates the settings of a VM's disks when the first disk needs them. */
function sharedSettings(vault: VaultChoice, random: Random): DiskPlace['settings'] {
  let made: NonNullable<SimDisk['settings']> | null = null
  return (enabled) => {
    made ??= freshSettings(vault, random)
    return enabled ? made : { ...made, enabled: false }
  }
}

function disksOf(place: DiskPlace): SimDisk[] {
  const data = (place.draft.dataDisks ?? []).map((disk, index) =>
    buildDataDisk(place, typeof disk === 'number' ? { sizeGiB: disk } : disk, index),
  )
  return [buildOsDisk(place, place.draft.osDisk ?? {}), ...data]
}

function modelSettingsOf(draft: VmDraft, vault: VaultChoice, random: Random): SimVm['modelSettings'] {
  if (draft.modelSettings === undefined) return null
  if (draft.modelSettings === 'leftover') return { enabled: false, secretUrl: null, vaultId: null, keyUrl: null }
  return freshSettings(vault, random)
}

/** The request's settings of the key that wraps the secret; empty without one. */
export function keySettings({ id, keyUrl }: VaultChoice): Record<string, unknown> {
  return keyUrl === null ? {} : { KeyEncryptionKeyURL: keyUrl, KekVaultResourceId: id }
}

/** The vault settings of every ADE request, as defaults for a draft. */
function completeSettings(extension: SimExtension, vault: VaultChoice, vmId: string): SimExtension {
  const { settings } = extension
  if (extension.publisher !== 'Microsoft.Azure.Security' || settings.EncryptionOperation === undefined) return extension
  const isDual =
    extension.version.startsWith('0.') ||
    (extension.type === 'AzureDiskEncryption' && extension.version.startsWith('1.'))
  const identity = isDual ? { AADClientID: '28290dca-b7df-4fad-95f3-8df253214d34' } : { KeyVaultResourceId: vault.id }
  const keys =
    settings.EncryptionOperation === 'DisableEncryption'
      ? {}
      : { KeyVaultURL: `${vault.url}/`, ...identity, ...keySettings(vault) }
  return { ...extension, settings: { ...keys, KeyEncryptionAlgorithm: 'RSA-OAEP', SequenceVersion: vmId, ...settings } }
}

type ImageReference = NonNullable<SimVm['image']>
const references = new Map<ImageName, ImageReference>()

/** The image reference of an image; VMs of one image share it. */
function referenceOf(name: ImageName): ImageReference {
  const known = references.get(name)
  if (known !== undefined) return known
  const { publisher, offer, sku } = images[name]
  const made = { publisher, offer, sku }
  references.set(name, made)
  return made
}

const zoneLists = new Map<string, readonly string[]>()
const noZones: readonly string[] = []

function zonesOf(zone: string | undefined): readonly string[] {
  if (zone === undefined) return noZones
  const known = zoneLists.get(zone) ?? [zone]
  zoneLists.set(zone, known)
  return known
}

const agentVersions = { Windows: '2.7.41491.1149', Linux: '2.12.0.2' } as const
const secondsOff = 86_400

/** Power and agent: a VM that is off became silent a day ago. */
function stateOf(
  { power = 'running', silentFor }: VmDraft,
  now: number,
): Pick<SimVm, 'power' | 'agentReady' | 'heartbeatAt'> {
  const isOn = power === 'running'
  const silence = silentFor ?? (isOn ? 0 : secondsOff)
  return { power, agentReady: isOn && silentFor === undefined, heartbeatAt: now - silence * 1000 }
}

function relatedResourcesOf(
  { related, vaultName }: VmDraft,
  subscriptionId: string,
): SimVmRelatedResources | undefined {
  if (vaultName === undefined) return related
  return { ...related, vault: vaultChoice(subscriptionId, vaultName) }
}

/** The last part of a VM's id: an instance is known by its number in its set. */
function placeIn({ name, instance }: VmDraft): string {
  if (instance === undefined) return `virtualMachines/${name}`
  return `virtualMachineScaleSets/${instance.scaleSet}/virtualMachines/${instance.instanceId}`
}

/** The VM of a draft. Deterministic in the place's seed and the VM's id. */
export function buildVm(place: BuildPlace, draft: VmDraft): SimVm {
  const { region = 'westeurope', size = 'Standard_D4s_v5', tags = {}, provisioningState = 'Succeeded' } = draft
  const image = images[draft.image]
  const subscriptionId = place.subscriptions[draft.subscription]?.id ?? ''
  const root = `/subscriptions/${subscriptionId}/resourceGroups/${draft.group}/providers/Microsoft.Compute`
  const id = `${root}/${placeIn(draft)}`
  const random = randomFor(place.seed, id.toLowerCase())
  const vmId = random.uuid()
  const related = relatedResourcesOf(draft, subscriptionId)
  const vault = related?.vault ?? vaultOf(subscriptionId, region)
  const settings = sharedSettings(vault, random)
  return {
    id,
    name: draft.name,
    subscriptionId,
    resourceGroup: draft.group,
    region,
    vmId,
    size,
    osType: image.osType,
    image: draft.customImage === undefined ? referenceOf(draft.image) : { id: draft.customImage },
    osName: image.osName,
    osVersion: image.osVersion,
    tags: { ...tags },
    zones: zonesOf(draft.zone),
    ...stateOf(draft, place.now),
    agentVersion: draft.agentVersion ?? agentVersions[image.osType],
    modelSettings: modelSettingsOf(draft, vault, random),
    disks: disksOf({ subscriptionId, vmName: draft.name, random, draft, settings }),
    extensions: (draft.extensions ?? []).map((extension) => completeSettings({ ...extension }, vault, vmId)),
    scaleSetId: draft.scaleSet === undefined ? null : `${root}/virtualMachineScaleSets/${draft.scaleSet}`,
    encryptionAtHost: draft.encryptionAtHost ?? false,
    securityType: draft.securityType ?? null,
    provisioningState,
    ...(related === undefined ? {} : { related }),
    recordedBody: null,
    run: null,
    record: null,
    pace: null,
    madeAt: null,
  }
}
