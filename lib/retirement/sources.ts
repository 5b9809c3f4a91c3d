import type { BlockerKind, MigrationClass } from './codes'

// At the commits that were read, so that the source of a rule can be read as it was.
const docs = 'https://github.com/MicrosoftDocs/azure-compute-docs/blob'
const migration = `${docs}/596eb049/articles/virtual-machines/disk-encryption-migrate.md`
const linuxScenarios = `${docs}/3555901a/articles/virtual-machines/linux/disk-encryption-linux.md`
const hostLimits = `${docs}/7c3a39c4/articles/virtual-machines/includes/virtual-machines-disks-encryption-at-host-restrictions.md`
const enableAtHost = `${docs}/055347c7/articles/virtual-machines/linux/disks-enable-host-based-encryption-cli.md`
const scaleSets = `${docs}/2c1e8ca9/articles/virtual-machine-scale-sets/disk-encryption-overview.md`
const restore =
  'https://github.com/MicrosoftDocs/azure-docs/blob/03e5750a/articles/backup/restore-azure-encrypted-virtual-machines.md'

/** The source of the day and of its consequences. */
export const retirementSource = migration

/** The document behind each way. */
export const classSources: Readonly<Record<MigrationClass, readonly string[]>> = {
  'linux-os': [migration, linuxScenarios],
  'scale-set': [scaleSets, hostLimits],
  windows: [migration],
  'linux-data': [migration, linuxScenarios],
  'unattached-disk': [migration],
  undecided: [migration],
  leftover: [hostLimits],
}

/** The document behind each blocker. */
export const blockerSources: Readonly<Record<BlockerKind, string>> = {
  unsettled: migration,
  size: enableAtHost,
  feature: enableAtHost,
  'disk-limits': hostLimits,
  'domain-join': migration,
  'virtual-desktop': migration,
  backup: restore,
}
