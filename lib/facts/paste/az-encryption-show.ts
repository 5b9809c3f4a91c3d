import { unknown } from '@/lib/shared/known'
import { readDiskView, type DiskInstanceView } from '@/lib/wire/instanceView'
import { fieldOf, listOf, objectOf, textOf, type JsonObject } from '@/lib/wire/read'
import { readStatus } from '@/lib/wire/status'
import { readStatusFacts } from '../extensions'
import type { AdeView } from '../extension-types'
import { readOsType } from '../tool-reading'
import type { VmFacts } from '../types'
import { readVmFacts } from '../vm-facts'
import type { NamedStatus } from './tool-status'

/** Matches `web_OsDisk_1`, `linuxOsDisk` and `VM1-OSDISK`; not `photosdisk`, which is a data disk. */
function isNamedOsDisk(name: string): boolean {
  return /(?:^|[^a-z])os[-_]?disk/i.test(name) || /[a-z]Os[-_]?Disk/.test(name)
}

/**
 * The output contains no roles; Azure lists the OS disk first and names it `…_OsDisk_…` unless the user chose a name.
 */
function roles(views: readonly DiskInstanceView[]): {
  os: DiskInstanceView | undefined
  data: readonly DiskInstanceView[]
} {
  const os = views.find((view) => isNamedOsDisk(view.name ?? '')) ?? views[0]
  return { os, data: views.filter((view) => view !== os) }
}

function extensionView(output: JsonObject): AdeView | null {
  const statuses = listOf(fieldOf(output, 'status'), readStatus)
  const substatuses = listOf(fieldOf(output, 'substatus'), readStatus)
  if (statuses === undefined && substatuses === undefined) return null
  return {
    name: null,
    version: null,
    statuses: (statuses ?? []).map(readStatusFacts),
    substatuses: (substatuses ?? []).map(readStatusFacts),
  }
}

/**
 * Facts from what `az vm encryption show` prints for single pass: stamps, statuses and the raw sub-status. It prints
 * only where it found the extension, so a single-pass extension exists, whose request was not read.
 */
export function readAzEncryptionShow(output: JsonObject): VmFacts {
  const disks = fieldOf(output, 'disks')
  const { os, data } = roles(listOf(disks, readDiskView) ?? [])
  const named = (view: DiskInstanceView): JsonObject => ({ name: view.name })
  const facts = readVmFacts({
    properties: {
      storageProfile: { osDisk: os && named(os), dataDisks: data.map(named) },
      instanceView: { disks },
    },
  })
  const notAsked = unknown('not-asked')
  return {
    ...facts,
    osType: notAsked,
    image: notAsked,
    powerState: notAsked,
    agent: notAsked,
    osName: notAsked,
    osVersion: notAsked,
    securityType: notAsked,
    encryptionAtHost: notAsked,
    adeExtensions: [{ os: null, resource: null, view: extensionView(output) }],
    extensionsListed: false,
    toolReading: null,
  }
}

function fieldInAnyCase(object: JsonObject, name: string): unknown {
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : fieldOf(object, key)
}

/** The older output for dual pass: words only; `null` for any other object. */
export function readAzDualPass(output: JsonObject): NamedStatus | null {
  const text = (name: string): string | null => textOf(fieldInAnyCase(output, name)) ?? null
  const os = text('osDisk')
  const data = text('dataDisk')
  if (os === null && data === null) return null
  const settings = objectOf(fieldInAnyCase(output, 'osDiskEncryptionSettings'))
  return {
    tool: 'az-dual-pass',
    name: null,
    os,
    data,
    settings: settings === undefined ? null : 'osDiskEncryptionSettings',
    message: text('progressMessage'),
    osType: readOsType(text('osType') ?? undefined),
  }
}

/** The status object of `Get-AzVMDiskEncryptionStatus` as JSON; `null` for any other object. */
export function readStatusObject(output: JsonObject): NamedStatus | null {
  const text = (name: string): string | null => textOf(fieldInAnyCase(output, name)) ?? null
  if (fieldInAnyCase(output, 'OsVolumeEncrypted') === undefined) return null
  const settings = fieldInAnyCase(output, 'OsVolumeEncryptionSettings')
  return {
    tool: 'powershell',
    name: text('VMName') ?? text('Name'),
    os: text('OsVolumeEncrypted'),
    data: text('DataVolumesEncrypted'),
    settings: settings === undefined || settings === null ? null : (textOf(settings) ?? 'DiskEncryptionSettings'),
    message: text('ProgressMessage'),
    osType: null,
  }
}
