import { sameText } from '@/lib/shared/text'
import type { DiskInstanceView } from '@/lib/wire/instanceView'
import type { DataDiskModel, OsDiskModel, StorageProfile } from '@/lib/wire/storageProfile'
import { readKeySettings } from './key-settings'
import type { DiskFacts, DiskViewFacts } from './types'

export function readDiskViewFacts(view: DiskInstanceView): DiskViewFacts {
  return {
    name: view.name ?? null,
    settings: (view.encryptionSettings ?? []).map(readKeySettings),
    codes: (view.statuses ?? []).flatMap((status) => (status.code === undefined ? [] : [status.code])),
  }
}

/** Disk views by their names in lower case. */
export type ViewsByName = ReadonlyMap<string, DiskViewFacts>

const nameless: DataDiskModel = {
  name: undefined,
  diskSizeGB: undefined,
  managedDisk: undefined,
  vhd: undefined,
  writeAcceleratorEnabled: undefined,
  lun: undefined,
}

/** The first view of a name counts, compared without case; a view without a name belongs to no disk. */
export function viewsByName(views: readonly DiskViewFacts[]): ViewsByName {
  const index = new Map<string, DiskViewFacts>()
  for (const view of views) {
    const key = view.name?.toLowerCase()
    if (key && !index.has(key)) index.set(key, view)
  }
  return index
}

function isManaged(disk: OsDiskModel | DataDiskModel): boolean | null {
  if (disk.managedDisk !== undefined) return true
  return disk.vhd === undefined ? null : false
}

function readDisk(
  disk: OsDiskModel | DataDiskModel,
  place: { role: 'os' | 'data'; lun: number | null; ephemeral: boolean },
  views: ViewsByName,
): DiskFacts {
  const name = disk.name ?? ''
  return {
    name,
    ...place,
    id: disk.managedDisk?.id ?? null,
    storageType: disk.managedDisk?.storageAccountType ?? null,
    writeAccelerator: disk.writeAcceleratorEnabled === true,
    sizeGiB: disk.diskSizeGB ?? null,
    managed: isManaged(disk),
    diskEncryptionSetId: disk.managedDisk?.diskEncryptionSet?.id ?? null,
    securityEncryptionType: disk.managedDisk?.securityProfile?.securityEncryptionType ?? null,
    view: views.get(name.toLowerCase()) ?? null,
  }
}

export function readOsDisk(profile: StorageProfile | undefined, views: ViewsByName): DiskFacts | null {
  const disk = profile?.osDisk
  if (disk === undefined) return null
  const ephemeral = sameText(disk.diffDiskSettings?.option, 'Local')
  return readDisk(disk, { role: 'os', lun: null, ephemeral }, views)
}

/** Disks that only the instance view lists beside the OS disk, where the model has no list of disks. */
function viewedDisks(profile: StorageProfile | undefined, views: ViewsByName): readonly DataDiskModel[] {
  if (profile?.osDisk === undefined) return []
  const osDisk = profile.osDisk.name?.toLowerCase()
  const other = [...views.entries()].filter(([key]) => key !== osDisk)
  return other.flatMap(([, { name }]) => (name === null ? [] : [{ ...nameless, name }]))
}

/** A missing list is an empty one, unless the instance view shows data disks. */
export function readDataDisks(profile: StorageProfile | undefined, views: ViewsByName): readonly DiskFacts[] {
  return (profile?.dataDisks ?? viewedDisks(profile, views)).map((disk) =>
    readDisk(disk, { role: 'data', lun: disk.lun ?? null, ephemeral: false }, views),
  )
}
