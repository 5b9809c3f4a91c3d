import 'server-only'
import { getResource, listResources } from '@/lib/azure/calls/resource'
import { resourcePath } from '@/lib/azure/calls/resource-path'
import type { ArmSession } from '@/lib/azure/session'
import { diskFactsOf, sizeFactsOf, snapshotFactsOf } from '@/lib/facts/related-resources/compute'
import type { DiskResourceFacts, RelatedResources } from '@/lib/facts/related-resources/types'
import type { DiskFacts, VmFacts } from '@/lib/facts/types'
import { known, unknown, type Known } from '@/lib/shared/known'
import { readDiskResource, readSnapshot } from '@/lib/wire/disk'
import { readSku } from '@/lib/wire/sku'
import { allKnown, knownOf, whyUnknown } from './known-result'

/** More disks than any VM size supports. */
const mostDisks = 70

/** The capabilities of the VM's size in its region. */
export async function readSize(
  session: ArmSession,
  { size, region }: VmFacts,
  subscriptionId: string,
): Promise<RelatedResources['size']> {
  const location = region.known ? region.value.replaceAll(' ', '').toLowerCase() : ''
  if (!size.known || !/^[a-z0-9]{1,60}$/.test(location)) return unknown('not-asked')
  const skus = await listResources(session, {
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/skus`,
    subscriptionId,
    provider: 'Microsoft.Compute/skus',
    parameters: { $filter: `location eq '${location}'` },
  })
  if (!skus.ok) return whyUnknown(skus.failure)
  const found = sizeFactsOf(
    skus.value.flatMap((sku) => readSku(sku) ?? []),
    size.value,
  )
  return found === null ? unknown('absent') : known(found)
}

const attachedDisks = (facts: VmFacts): readonly DiskFacts[] => [
  // An ephemeral disk is not a resource.
  ...(facts.osDisk === null || facts.osDisk.ephemeral ? [] : [facts.osDisk]),
  ...facts.dataDisks,
]

async function readDisk(session: ArmSession, { id, name, role }: DiskFacts): Promise<Known<DiskResourceFacts>> {
  const place = id === null ? null : resourcePath(id, 'Microsoft.Compute/disks')
  if (place === null) return unknown('unreadable')
  const body = await getResource(session, { ...place, provider: 'Microsoft.Compute/disks' })
  return knownOf(body, (json) => {
    const disk = readDiskResource(json)
    return disk && diskFactsOf(disk, { name, role })
  })
}

/** Every managed disk of the VM, read one by one. */
export async function readDisks(session: ArmSession, facts: VmFacts): Promise<RelatedResources['disks']> {
  if (facts.osDisk === null) return unknown('not-asked')
  const managed = attachedDisks(facts).filter((disk) => disk.managed !== false)
  if (managed.length > mostDisks) return unknown('unreadable')
  return allKnown(await Promise.all(managed.map((disk) => readDisk(session, disk))))
}

/** The newest snapshot of each disk, among those of the VM's subscription. */
export async function readSnapshots(
  session: ArmSession,
  facts: VmFacts,
  subscriptionId: string,
): Promise<RelatedResources['snapshots']> {
  const ids = attachedDisks(facts).flatMap(({ id }) => (id === null ? [] : [id]))
  if (ids.length === 0) return unknown('not-asked')
  const snapshots = await listResources(session, {
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.Compute/snapshots`,
    subscriptionId,
    provider: 'Microsoft.Compute/disks',
  })
  if (!snapshots.ok) return whyUnknown(snapshots.failure)
  return known(
    snapshotFactsOf(
      snapshots.value.flatMap((each) => readSnapshot(each) ?? []),
      ids,
    ),
  )
}
