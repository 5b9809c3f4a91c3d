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

/** The first view of that name, compared without case; a nameless disk has none. */
export function viewOf(name: string, views: readonly DiskViewFacts[]): DiskViewFacts | null {
  return (name !== '' && views.find((view) => view.name !== null && sameText(view.name, name))) || null
}

function isManaged(disk: OsDiskModel | DataDiskModel): boolean | null {
  if (disk.managedDisk !== undefined) return true
  return disk.vhd === undefined ? null : false
}

function readDisk(
  disk: OsDiskModel | DataDiskModel,
  place: { role: 'os' | 'data'; lun: number | null; ephemeral: boolean },
  views: readonly DiskViewFacts[],
): DiskFacts {
  const name = disk.name ?? ''
  return {
    name,
    ...place,
    sizeGiB: disk.diskSizeGB ?? null,
    managed: isManaged(disk),
    diskEncryptionSetId: disk.managedDisk?.diskEncryptionSet?.id ?? null,
    securityEncryptionType: disk.managedDisk?.securityProfile?.securityEncryptionType ?? null,
    view: viewOf(name, views),
  }
}

export function readOsDisk(profile: StorageProfile | undefined, views: readonly DiskViewFacts[]): DiskFacts | null {
  const disk = profile?.osDisk
  if (disk === undefined) return null
  const ephemeral = sameText(disk.diffDiskSettings?.option ?? '', 'Local')
  return readDisk(disk, { role: 'os', lun: null, ephemeral }, views)
}

export function readDataDisks(
  profile: StorageProfile | undefined,
  views: readonly DiskViewFacts[],
): readonly DiskFacts[] {
  return (profile?.dataDisks ?? []).map((disk) =>
    readDisk(disk, { role: 'data', lun: disk.lun ?? null, ephemeral: false }, views),
  )
}
