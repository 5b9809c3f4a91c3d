import { sameText } from '@/lib/shared/text'
import type { DiskResource, Snapshot } from '@/lib/wire/disk'
import type { Sku } from '@/lib/wire/sku'
import { idSegment } from '../arm-id'
import type { DiskResourceFacts, SizeFacts, SnapshotFacts } from './types'

function numberIn({ capabilities }: Sku, name: string): number | null {
  const text = capabilities.get(name)
  return text !== undefined && /^\d{1,9}(\.\d{1,6})?$/.test(text) ? Number(text) : null
}

/** The size of this name among the SKUs of a region; null where the region does not list it. */
export function sizeFactsOf(skus: readonly Sku[], size: string): SizeFacts | null {
  const sku = skus.find(({ resourceType, name }) => sameText(resourceType, 'virtualMachines') && sameText(name, size))
  if (sku === undefined) return null
  const atHost = sku.capabilities.get('EncryptionAtHostSupported')
  return {
    memoryGiB: numberIn(sku, 'MemoryGB'),
    virtualCpus: numberIn(sku, 'vCPUs'),
    generations: (sku.capabilities.get('HyperVGenerations') ?? '').split(',').filter((each) => each !== ''),
    encryptionAtHost: atHost === undefined ? null : sameText(atHost, 'True'),
  }
}

/** A disk from its own reading. The name is in the VM's spelling, which other facts use. */
export function diskFactsOf(disk: DiskResource, place: Pick<DiskResourceFacts, 'name' | 'role'>): DiskResourceFacts {
  return {
    ...place,
    sku: disk.sku ?? null,
    sizeGiB: disk.diskSizeGB ?? null,
    maxShares: disk.maxShares ?? null,
    encryptionType: disk.encryptionType ?? null,
    stamped: disk.encryptionSettings === undefined ? null : disk.encryptionSettings.enabled === true,
    settingsVersion: disk.encryptionSettings?.version ?? null,
  }
}

/** The newest snapshot of each of these disks, given by their ids. */
export function snapshotFactsOf(snapshots: readonly Snapshot[], diskIds: readonly string[]): readonly SnapshotFacts[] {
  return diskIds.flatMap((id): SnapshotFacts[] => {
    const times = snapshots
      .filter(({ sourceResourceId }) => sameText(sourceResourceId, id))
      .map(({ timeCreated }) => Date.parse(timeCreated ?? ''))
      .filter((time) => !Number.isNaN(time))
    const diskName = idSegment(id, 'disks')
    if (times.length === 0 || diskName === null) return []
    return [{ diskName, newestAt: new Date(times.reduce((left, right) => Math.max(left, right))).toISOString() }]
  })
}
