/** The day after which disks that Azure Disk Encryption locked no longer unlock when their VM restarts. */
export const retirementDay = '2028-09-15'

/**
 * How a VM, or a disk, gets off Azure Disk Encryption. The order is that of every list: the longest way first.
 * `undecided`: what was read does not tell which way. `leftover`: nothing is encrypted by it, something of it is there.
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

/** Why the class of a VM cannot be told. */
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

/** What can stand in the way, or has to be done beside the move itself. */
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
 * `found`: Azure shows it. `clear`: Azure shows that it is not so. `not-seen`: nothing of it is among what the person may
 * read, which proves nothing. `unknown`: it could not be asked, or the answer does not tell.
 */
export const blockerOutcomes = ['found', 'clear', 'not-seen', 'unknown'] as const
export type BlockerOutcome = (typeof blockerOutcomes)[number]
