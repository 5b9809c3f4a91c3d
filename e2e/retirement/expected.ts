import type { BlockerKind, MigrationClass, UndecidedReason } from '@/lib/retirement/codes'

/** The expected way for one VM, or for one disk without a VM, and the blockers that Azure shows. */
export type Expected = readonly [
  group: string,
  name: string,
  kind: MigrationClass,
  reason: UndecidedReason | null,
  found: readonly BlockerKind[],
]

/* Written by hand: from what `e2e/simulator/worlds/mixed` did to each VM and its related resources, and from the
   migration guide. Not from any answer of the product. */

/** Production: encryption at host is registered; the sizes support it, except the old GS series. */
const erp: readonly Expected[] = [
  ['rg-erp-prod', 'vm-erp-app-01', 'linux-os', null, ['backup']],
  ['rg-erp-prod', 'vm-erp-app-02', 'linux-os', null, []],
  ['rg-erp-prod', 'vm-erp-db-01', 'linux-os', null, []],
  ['rg-erp-prod', 'vm-erp-db-02', 'linux-os', null, ['unsettled']],
  ['rg-erp-prod', 'vm-erp-report-01', 'windows', null, ['domain-join', 'backup']],
  ['rg-erp-prod', 'vm-erp-batch-01', 'linux-os', null, ['unsettled']],
]

/** Only data volumes, except VMs whose OS volume is reported as encrypted as well. */
const data: readonly Expected[] = [
  ['rg-data-prod', 'vm-pg-01', 'linux-data', null, ['unsettled']],
  ['rg-data-prod', 'vm-pg-02', 'linux-data', null, ['unsettled']],
  ['rg-data-prod', 'vm-pg-03', 'linux-data', null, []],
  ['rg-data-prod', 'vm-elastic-01', 'linux-data', null, ['unsettled']],
  ['rg-data-prod', 'vm-mongo-01', 'linux-os', null, ['unsettled', 'disk-limits']],
  ['rg-data-prod', 'vm-mongo-02', 'linux-os', null, []],
  ['rg-data-prod', 'vm-spark-01', 'linux-data', null, ['unsettled']],
  ['rg-data-prod', 'vm-spark-02', 'linux-data', null, ['unsettled']],
  ['rg-data-prod', 'vm-spark-03', 'linux-os', null, []],
  ['rg-data-prod', 'vm-hdfs-01', 'linux-os', null, ['size']],
]

/**
 * All of these failed with the OS volume in the request: it matters whether the disk was changed, and that is not
 * visible from outside.
 */
const sap: readonly Expected[] = [
  'vm-sap-hana-01',
  'vm-sap-app-01',
  'vm-sap-app-02',
  'vm-sap-app-03',
  'vm-sap-app-04',
  'vm-sap-web-01',
  'vm-sap-web-02',
  'vm-sap-web-03',
  'vm-sap-web-04',
  'vm-sap-dev-01',
  'vm-sap-dev-02',
  'vm-sap-router-01',
].map((name): Expected => ['rg-sap-prod', name, 'undecided', 'os-failed', ['unsettled']])

/** The model of WINLEG04 contains `enabled: false` and nothing else of ADE: not in the list. */
const legacy: readonly Expected[] = [
  ['RG-LEGACY-PROD', 'WINLEG01', 'windows', null, []],
  ['RG-LEGACY-PROD', 'WINLEG02', 'windows', null, []],
  ['RG-LEGACY-PROD', 'WINLEG03', 'windows', null, []],
  ['RG-LEGACY-PROD', 'WINLEG05', 'windows', null, []],
  ['RG-LEGACY-PROD', 'LINLEG01', 'linux-os', null, []],
  ['RG-LEGACY-PROD', 'LINLEG02', 'linux-os', null, ['unsettled']],
  ['RG-LEGACY-PROD', 'LINLEG03', 'linux-os', null, []],
  ['RG-LEGACY-PROD', 'WINOLD09_OsDisk', 'unattached-disk', null, []],
  ['rg-erp-prod', 'erp-db-old-data', 'unattached-disk', null, []],
]

/**
 * Osaka 01 was requested half a minute ago. Osaka 02 is still converting, which is not visible from outside. Osaka 05
 * was decrypted a fortnight ago and keeps the extension.
 */
const japan: readonly Expected[] = [
  ['rg-jp-core', 'vm-jp-core-01', 'linux-os', null, ['unsettled']],
  ['rg-jp-core', 'vm-jp-core-02', 'linux-data', null, ['unsettled']],
  ['rg-jp-core', 'vm-jp-core-03', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-04', 'linux-os', null, ['unsettled']],
  ['rg-jp-core', 'vm-jp-core-05', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-06', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-07', 'windows', null, []],
  ['rg-jp-core', 'vm-jp-core-08', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-09', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-10', 'linux-os', null, []],
  ['rg-jp-core', 'vm-jp-core-11', 'linux-os', null, ['unsettled']],
  ['rg-jp-core', 'vm-jp-core-12', 'linux-os', null, ['unsettled']],
  ['rg-jp-branch', 'vm-jp-osaka-01', 'windows', null, ['unsettled']],
  ['rg-jp-branch', 'vm-jp-osaka-02', 'windows', null, []],
  ['rg-jp-branch', 'vm-jp-osaka-03', 'windows', null, ['domain-join', 'virtual-desktop']],
  ['rg-jp-branch', 'vm-jp-osaka-04', 'windows', null, ['unsettled']],
  ['rg-jp-branch', 'vm-jp-osaka-05', 'leftover', null, []],
  ['rg-jp-branch', 'vm-jp-osaka-06', 'windows', null, []],
  ['rg-jp-branch', 'vm-jp-osaka-07', 'windows', null, ['size']],
]

/**
 * Staging has not registered encryption at host. In green, 03 was requested a few seconds ago: which volumes it will
 * change is not known yet.
 */
const staging: readonly Expected[] = [
  ['rg-stg-blue', 'vm-app-01', 'linux-os', null, ['feature']],
  ['rg-stg-green', 'vm-app-01', 'linux-os', null, ['unsettled', 'feature']],
  ['rg-stg-blue', 'vm-app-02', 'linux-os', null, ['unsettled', 'feature']],
  ['rg-stg-green', 'vm-app-02', 'linux-os', null, ['unsettled', 'feature']],
  ['rg-stg-blue', 'vm-app-03', 'linux-os', null, ['unsettled', 'feature']],
  ['rg-stg-green', 'vm-app-03', 'undecided', 'just-begun', ['unsettled', 'feature']],
  ['rg-stg-blue', 'vm-app-04', 'linux-os', null, ['unsettled', 'feature']],
  ['rg-stg-green', 'vm-app-04', 'linux-os', null, ['feature']],
]

/** A report and a stamp that contradict each other decide nothing. The deleted VM could not be read. */
const odd: readonly Expected[] = [
  ['vm-odd-stripped-down', 'linux-os', null, ['unsettled']] as const,
  ['vm-odd-attempt', 'linux-os', null, ['unsettled']] as const,
  ['vm-odd-conflict', 'undecided', 'os-conflict', ['unsettled']] as const,
  ['vm-odd-unstamped', 'undecided', 'os-conflict', ['unsettled']] as const,
  ['vm-odd-reboot-error', 'undecided', 'os-failed', ['unsettled']] as const,
  ['vm-odd-unreadable', 'linux-os', null, []] as const,
  ['vm-odd-words', 'linux-os', null, []] as const,
  ['vm-odd-message', 'linux-os', null, ['unsettled']] as const,
  ['vm-odd-hostile', 'undecided', 'os-failed', ['unsettled']] as const,
  ['vm-odd-numeric-volume-type', 'linux-os', null, []] as const,
  ['vm-odd-not-mounted', 'linux-os', null, []] as const,
  ['vm-odd-never-stamped', 'linux-os', null, []] as const,
  ['vm-odd-query', 'linux-os', null, []] as const,
  ['vm-odd-a-name-as-long-as-azure-allows-for-linux-machines-1234567', 'linux-os', null, []] as const,
  ['vm-odd-unlisted-image', 'linux-os', null, []] as const,
  ['vm-odd-just-deleted', 'undecided', 'not-read', []] as const,
].map(([name, kind, reason, found]): Expected => ['rg-stg-odd', name, kind, reason, [...found, 'feature']])

const platform: readonly Expected[] = [
  ['rg-confidential-weu', 'vm-conf-04', 'linux-data', null, []],
  ['rg-shared-eus', 'vmss-kafka_0a1b2c3d', 'scale-set', null, []],
  ['rg-shared-eus', 'vmss-kafka_1b2c3d4e', 'scale-set', null, []],
  ['rg-shared-eus', 'vmss-kafka_2c3d4e5f', 'scale-set', null, ['unsettled']],
  ['rg-payments-prod', 'vm-pay-gw-01', 'linux-os', null, []],
  ['rg-payments-prod', 'vm-pay-gw-02', 'linux-os', null, []],
  ['rg-payments-prod', 'vm-pay-db-01', 'windows', null, ['backup']],
  ['rg-payments-prod', 'vm-pay-db-02', 'windows', null, []],
  ['rg-payments-prod', 'vm-pay-hsm-01', 'linux-os', null, ['unsettled']],
]

/** Every VM and disk of the mixed tenant that has to leave Azure Disk Encryption. */
export const expectedOfMixed: readonly Expected[] = [
  ...erp,
  ...data,
  ...sap,
  ...legacy,
  ...japan,
  ...staging,
  ...odd,
  ...platform,
]
