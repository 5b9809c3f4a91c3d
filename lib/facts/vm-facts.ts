import { known, unknown, type Known } from '@/lib/shared/known'
import type { StorageProfile } from '@/lib/wire/storageProfile'
import { readVirtualMachine, type VirtualMachine } from '@/lib/wire/virtualMachine'
import { scaleSetIdOf, segmentFact } from './arm-id'
import { readDataDisks, readDiskViewFacts, readOsDisk, viewsByName } from './disks'
import { extensionsAreListed, readAdeExtensions, readOtherExtensions } from './extensions'
import { keyReferencesOf } from './key-references'
import { keyEncryptionKeyOf, keyVaultOf, readKeySettings } from './key-settings'
import { present, within } from './known-fields'
import { readAgent, readPlatformWords, readPowerState } from './runtime'
import { readSetup } from './setup'
import { readOsType, readToolReading } from './tool-reading'
import type { ImageFacts, KeySettings, OsType, VmFacts } from './types'

function readOs(profile: StorageProfile | undefined): Known<OsType> {
  if (profile === undefined) return unknown('not-asked')
  const text = profile.osDisk?.osType
  if (text === undefined) return unknown('absent')
  const os = readOsType(text)
  return os === null ? unknown('unreadable') : known(os)
}

function readImage(profile: StorageProfile | undefined): Known<ImageFacts> {
  return within(profile, ({ imageReference: image }) =>
    image === undefined
      ? undefined
      : {
          publisher: image.publisher ?? null,
          offer: image.offer ?? null,
          sku: image.sku ?? null,
          id: image.id || null,
        },
  )
}

/** ARM omits `encryptionAtHost` where it is off, so the value is known once the model was read. */
function readEncryptionAtHost({ properties }: VirtualMachine): Known<boolean> {
  if (properties.storageProfile === undefined && properties.securityProfile === undefined) return unknown('not-asked')
  return known(properties.securityProfile?.encryptionAtHost === true)
}

/** The id of an instance contains a number and no name. */
function nameFact(id: string | undefined): Known<string> {
  return scaleSetIdOf(id) === undefined ? segmentFact(id, 'virtualMachines') : unknown('absent')
}

function identity(vm: VirtualMachine): Pick<VmFacts, 'id' | 'vmId' | 'name' | 'subscriptionId' | 'resourceGroup'> {
  return {
    id: present(vm.id),
    vmId: present(vm.properties.vmId),
    name: vm.name === undefined ? nameFact(vm.id) : known(vm.name),
    subscriptionId: segmentFact(vm.id, 'subscriptions'),
    resourceGroup: segmentFact(vm.id, 'resourceGroups'),
  }
}

/** An empty storage profile says nothing about disks. */
function namesDisks(profile: StorageProfile | undefined): boolean {
  return profile?.osDisk !== undefined || profile?.dataDisks !== undefined
}

/** Normalises a VM that `lib/wire` has read. Pure; never throws. */
export function vmFactsOf(vm: VirtualMachine): VmFacts {
  const { storageProfile, instanceView, securityProfile } = vm.properties
  const resources = vm.resources ?? []
  const diskViews = (instanceView?.disks ?? []).map(readDiskViewFacts)
  const views = viewsByName(diskViews)
  const model = storageProfile?.osDisk?.encryptionSettings
  const modelSettings = model === undefined ? null : readKeySettings(model)
  const adeExtensions = readAdeExtensions(resources, instanceView?.extensions ?? [])
  const written: readonly KeySettings[] = [
    ...diskViews.flatMap((view) => view.settings).filter((settings) => settings.enabled),
    ...(modelSettings === null ? [] : [modelSettings]),
  ]
  const request = adeExtensions[0]?.resource ?? null
  return {
    ...identity(vm),
    region: present(vm.location),
    size: within(vm.properties.hardwareProfile, (hardware) => hardware.vmSize),
    provisioningState: present(vm.properties.provisioningState),
    scaleSetId: present(vm.properties.virtualMachineScaleSet?.id ?? scaleSetIdOf(vm.id)),
    tags: vm.tags ?? {},
    zones: vm.zones ?? [],
    image: readImage(storageProfile),
    osType: readOs(storageProfile),
    osName: within(instanceView, (view) => view.osName),
    osVersion: within(instanceView, (view) => view.osVersion),
    powerState: readPowerState(instanceView),
    agent: readAgent(instanceView),
    platformWords: readPlatformWords(instanceView),
    hasInstanceView: instanceView !== undefined,
    osDisk: readOsDisk(storageProfile, views),
    dataDisks: readDataDisks(storageProfile, views),
    diskViews,
    modelSettings,
    adeExtensions,
    otherExtensions: readOtherExtensions(resources),
    extensionsListed: extensionsAreListed(resources),
    securityType: within(storageProfile, () => securityProfile?.securityType),
    encryptionAtHost: readEncryptionAtHost(vm),
    hasStorageProfile: namesDisks(storageProfile),
    unreadable: vm.unreadable,
    setup: readSetup(vm),
    keyReferences: keyReferencesOf(written, request),
    keyVault: keyVaultOf(written, request),
    keyEncryptionKey: keyEncryptionKeyOf(written, request),
    toolReading: readToolReading(vm),
  }
}

/** Facts of a VM from its raw ARM body (`GET virtualMachines/{vm}?$expand=instanceView`). Takes any JSON; never throws. */
export function readVmFacts(body: unknown): VmFacts {
  return vmFactsOf(readVirtualMachine(body))
}
