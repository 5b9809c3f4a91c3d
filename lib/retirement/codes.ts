/** The last day on which disks that Azure Disk Encryption locked still unlock when their VM restarts. */
export const retirementDay = '2028-09-15'

/**
 * How a VM, or a disk, is migrated from Azure Disk Encryption. The order is that of every list: the longest way first.
 * `undecided`: the reading does not decide the way. `leftover`: nothing is encrypted by it, but a part of it remains.
 */
export const migrationClasses = [
  'linux-os',
  'scale-set',
  'windows',
  'linux-data',
  'unattached-disk',
  'undecided',
  'leftover',
] as const
export type MigrationClass = (typeof migrationClasses)[number]

/** Why the class of a VM is undecided. */
export const undecidedReasons = [
  'not-read',
  'just-begun',
  'os-type-unknown',
  'os-failed',
  'os-conflict',
  'os-unknown',
  'data-unknown',
] as const
export type UndecidedReason = (typeof undecidedReasons)[number]

/** What can block the move, or has to be done beside it. */
export const blockerKinds = [
  'unsettled',
  'size',
  'feature',
  'disk-limits',
  'domain-join',
  'virtual-desktop',
  'backup',
] as const
export type BlockerKind = (typeof blockerKinds)[number]

/**
 * `found`: Azure shows it. `clear`: Azure shows that it does not apply. `not-seen`: the user's permissions show no sign
 * of it, which proves nothing. `unknown`: it could not be read, or the answer does not contain it.
 */
export const blockerOutcomes = ['found', 'clear', 'not-seen', 'unknown'] as const
export type BlockerOutcome = (typeof blockerOutcomes)[number]
