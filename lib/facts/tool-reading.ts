import { sameText } from '@/lib/shared/text'
import type { DiskEncryptionSettings } from '@/lib/wire/encryption-settings'
import type { VirtualMachineExtension } from '@/lib/wire/extension'
import type { InstanceViewStatus } from '@/lib/wire/status'
import type { StorageProfile } from '@/lib/wire/storageProfile'
import type { VirtualMachine } from '@/lib/wire/virtualMachine'
import type { ToolExtension, ToolReading, ToolSettings, ToolStatus } from './tool-reading-types'
import type { OsType } from './types'

const systems: readonly OsType[] = ['Windows', 'Linux']

export function readOsType(text: string | undefined): OsType | null {
  return systems.find((os) => sameText(text, os)) ?? null
}

function readSettings(settings: DiskEncryptionSettings): ToolSettings {
  return { enabled: settings.enabled ?? null, secretUrl: settings.diskEncryptionKey?.secretUrl ?? null }
}

/** Those tools treat an object without a known field like a missing one. */
function readModelSettings(settings: DiskEncryptionSettings | undefined): ToolSettings | null {
  if (settings === undefined) return null
  const { enabled, diskEncryptionKey, keyEncryptionKey } = settings
  const empty = enabled === undefined && diskEncryptionKey === undefined && keyEncryptionKey === undefined
  return empty ? null : readSettings(settings)
}

function readStatuses(statuses: readonly InstanceViewStatus[] | undefined): readonly ToolStatus[] | null {
  return (
    statuses?.map(({ code, displayStatus, message }) => ({
      code: code ?? null,
      displayStatus: displayStatus ?? null,
      message: message ?? null,
    })) ?? null
  )
}

function readExtension({ name, properties }: VirtualMachineExtension): ToolExtension {
  const { settings } = properties
  const volumeType = settings?.VolumeType
  return {
    name: name ?? null,
    publisher: properties.publisher ?? null,
    type: properties.type ?? null,
    version: properties.typeHandlerVersion ?? null,
    provisioningState: properties.provisioningState ?? null,
    hasSettings: settings !== undefined,
    operation: settings?.EncryptionOperation ?? null,
    volumeType: typeof volumeType === 'string' || typeof volumeType === 'number' ? String(volumeType) : null,
  }
}

function readOsDisk(profile: StorageProfile | undefined): ToolReading['osDisk'] {
  const disk = profile?.osDisk
  if (disk === undefined) return null
  return {
    name: disk.name ?? null,
    osType: readOsType(disk.osType),
    vhdUri: disk.vhd?.uri ?? null,
    settings: readModelSettings(disk.encryptionSettings),
  }
}

/** Keeps what other tools read exactly as ARM sent it. */
export function readToolReading({ properties, resources }: VirtualMachine): ToolReading {
  const view = properties.instanceView
  return {
    hasStorageProfile: properties.storageProfile !== undefined,
    osDisk: readOsDisk(properties.storageProfile),
    hasInstanceView: view !== undefined,
    diskViews:
      view?.disks?.map((disk) => ({
        name: disk.name ?? null,
        settings: disk.encryptionSettings?.map(readSettings) ?? null,
        statuses: readStatuses(disk.statuses),
      })) ?? null,
    extensions: (resources ?? []).map(readExtension),
    extensionViews: (view?.extensions ?? []).map((extension) => ({
      name: extension.name ?? null,
      type: extension.type ?? null,
      statuses: readStatuses(extension.statuses),
      substatuses: readStatuses(extension.substatuses),
    })),
  }
}
