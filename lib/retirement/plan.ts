import type { FleetRow, OtherEncryption, Subscription } from '@/lib/contract/fleet'
import type { RetirementDisk, RetirementRequest } from '@/lib/contract/retirement'
import { blockersOf, regionKey, type Blocker, type Evidence } from './blockers'
import { classify } from './classify'
import { migrationClasses, retirementDay, type MigrationClass, type UndecidedReason } from './codes'

interface Item {
  /** ARM id in lower case: the key of the line, which a plan of waves uses. */
  readonly key: string
  readonly id: string
  readonly name: string
  readonly subscriptionId: string
  readonly resourceGroup: string
  readonly region: string
  readonly kind: MigrationClass
  readonly reason: UndecidedReason | null
  readonly blockers: readonly Blocker[]
  /** Shown beside Azure Disk Encryption and never counted as it. */
  readonly otherEncryption: readonly OtherEncryption[]
}

export interface VmItem<Row extends FleetRow = FleetRow> extends Item {
  readonly type: 'vm'
  readonly vm: Row
}

export interface DiskItem extends Item {
  readonly type: 'disk'
  readonly disk: RetirementDisk
}

/** A VM, or an unattached disk, that has to be migrated from Azure Disk Encryption. */
export type RetirementItem<Row extends FleetRow = FleetRow> = VmItem<Row> | DiskItem

function diskItem(disk: RetirementDisk): DiskItem {
  const { id, name, subscriptionId, resourceGroup, region } = disk
  return {
    type: 'disk',
    key: id.toLowerCase(),
    ...{ id, name, subscriptionId, resourceGroup, region },
    kind: 'unattached-disk',
    reason: null,
    blockers: [],
    otherEncryption: disk.doubleEncrypted ? ['double-encryption'] : [],
    disk,
  }
}

/** Only the disk resources show double encryption. */
function encryptionBeside(row: FleetRow, evidence: Evidence | null): readonly OtherEncryption[] {
  const isDouble = evidence?.disks?.get(row.key)?.some(({ doubleEncrypted }) => doubleEncrypted) === true
  return isDouble ? [...new Set([...row.otherEncryption, 'double-encryption' as const])] : row.otherEncryption
}

function vmItem<Row extends FleetRow>(row: Row, evidence: Evidence | null): VmItem<Row> | null {
  const classified = classify(row, evidence?.setMembers?.has(row.key) === true)
  if (classified === null) return null
  const { key, id, name, subscriptionId, resourceGroup, region } = row
  return {
    type: 'vm',
    ...{ key, id, name, subscriptionId, resourceGroup, region },
    ...classified,
    blockers: blockersOf(row, evidence),
    otherEncryption: encryptionBeside(row, evidence),
    vm: row,
  }
}

/**
 * Everything that has to be migrated from Azure Disk Encryption, by class and then in the order of the fleet.
 * @param evidence null while the related resources are not read
 */
export function retirementList<Row extends FleetRow>(
  rows: readonly Row[],
  evidence: Evidence | null,
): readonly RetirementItem<Row>[] {
  const vms = rows.flatMap((row) => vmItem(row, evidence) ?? [])
  const disks = (evidence?.unattached ?? []).map(diskItem)
  return migrationClasses.flatMap((kind) => [...vms, ...disks].filter((item) => item.kind === kind))
}

/** The number of lines per class; zeros stay. */
export function countByClass(
  items: readonly { readonly kind: MigrationClass }[],
): Readonly<Record<MigrationClass, number>> {
  const count = (kind: MigrationClass) => items.filter((item) => item.kind === kind).length
  return {
    'linux-os': count('linux-os'),
    'scale-set': count('scale-set'),
    windows: count('windows'),
    'linux-data': count('linux-data'),
    'unattached-disk': count('unattached-disk'),
    undecided: count('undecided'),
    leftover: count('leftover'),
  }
}

/** Regions and sizes of the VMs with Azure Disk Encryption: the values that queries have to request. */
export function placesOf(rows: readonly FleetRow[], subscriptions: readonly Subscription[]): RetirementRequest {
  const known = new Set(subscriptions.map(({ id }) => id.toLowerCase()))
  const places = new Map<string, { subscriptionId: string; region: string; sizes: Set<string> }>()
  for (const { pass, subscriptionId, region, size } of rows) {
    const name = regionKey(region)
    if (pass === 'none' || !known.has(subscriptionId) || !/^[a-z0-9]{1,60}$/.test(name)) continue
    const key = `${subscriptionId} ${name}`
    const place = places.get(key) ?? { subscriptionId, region: name, sizes: new Set<string>() }
    if (size !== null && /^[A-Za-z0-9_-]{1,80}$/.test(size)) place.sizes.add(size)
    places.set(key, place)
  }
  const list = [...places.values()].map(({ sizes, ...place }) => ({ ...place, sizes: [...sizes].sort() }))
  return {
    places: list.sort((one, other) =>
      `${one.subscriptionId} ${one.region}` < `${other.subscriptionId} ${other.region}` ? -1 : 1,
    ),
  }
}

const dayMs = 86_400_000

/** Whole days left until the day; negative after it. `now` in milliseconds since 1970. */
export function daysLeft(now: number): number {
  return Math.floor(Date.parse(`${retirementDay}T00:00:00Z`) / dayMs) - Math.floor(now / dayMs)
}
