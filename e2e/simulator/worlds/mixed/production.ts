import {
  domainJoin,
  fails,
  linuxAde,
  monitorLinux,
  monitorWindows,
  never,
  oldUltra,
  says,
  sized,
  stamped,
} from '../fragments'
import { preCheckFailure, preCheckReasons } from '../../lifecycle/failure-texts'
import { day, hour, minute, type ScriptedVm } from '../scripted-vm'
import { mismatchedVault } from '../vaults'
import { attested, closedVault } from './related-resources'

const erp = {
  subscription: 0,
  group: 'rg-erp-prod',
  region: 'westeurope',
  tags: { app: 'erp', env: 'prod', owner: 'erp-team' },
} as const
const data = {
  subscription: 0,
  group: 'rg-data-prod',
  region: 'westeurope',
  tags: { app: 'data-platform', env: 'prod' },
} as const
const sap = {
  subscription: 0,
  group: 'rg-sap-prod',
  region: 'westeurope',
  tags: { app: 'sap', env: 'prod', criticality: 'high' },
} as const

/** The group of Ben Ortiz: finished, running and silent. */
const erpVms: readonly ScriptedVm[] = [
  {
    ...erp,
    name: 'vm-erp-app-01',
    image: 'ubuntu2204',
    dataDisks: [128],
    plan: 'linux-offline-all',
    ago: 60 * day,
    related: { attestation: attested.ade, backupVault: 'rsv-prod' },
    extensions: [monitorLinux],
  },
  {
    ...erp,
    name: 'vm-erp-app-02',
    image: 'ubuntu2204',
    dataDisks: [128],
    plan: 'linux-offline-all',
    ago: 58 * day,
    extensions: [monitorLinux],
  },
  {
    ...erp,
    name: 'vm-erp-db-01',
    image: 'rhel94',
    size: 'Standard_E8s_v5',
    dataDisks: [512, 512],
    plan: 'linux-online-all',
    ago: 45 * day,
  },
  {
    ...erp,
    name: 'vm-erp-db-02',
    image: 'rhel94',
    size: 'Standard_E8s_v5',
    osDisk: { sizeGiB: 128 },
    dataDisks: [32],
    plan: 'linux-online-all',
    ago: 18 * minute,
  },
  {
    ...erp,
    name: 'vm-erp-report-01',
    image: 'windows2022',
    dataDisks: [256],
    plan: 'windows-all',
    ago: 200 * day,
    related: { attestation: attested.ade, backupVault: 'rsv-prod' },
    extensions: [monitorWindows, domainJoin],
  },
  { ...erp, name: 'vm-erp-batch-01', image: 'ubuntu2204', plan: 'linux-offline-all', ago: 95 * minute },
]

/** Linux data volumes in every possible state. */
const dataVms: readonly ScriptedVm[] = [
  {
    ...data,
    name: 'vm-pg-01',
    image: 'ubuntu2004',
    size: 'Standard_E16s_v5',
    dataDisks: [512, 512, 1024],
    plan: 'linux-offline-data',
    ago: 200 * minute,
  },
  { ...data, name: 'vm-pg-02', image: 'ubuntu2004', dataDisks: [256], plan: 'linux-fail-xfs', ago: 3 * day },
  { ...data, name: 'vm-pg-03', image: 'ubuntu2004', dataDisks: [256, 256], plan: 'linux-offline-data', ago: 90 * day },
  {
    ...data,
    name: 'vm-elastic-01',
    image: 'ubuntu2204',
    size: 'Standard_L8s_v3',
    dataDisks: [256, 256, 256, 256, 256, 256, 256, 256, 256, 256],
    plan: 'linux-offline-data',
    ago: 5 * hour,
  },
  {
    ...data,
    name: 'vm-mongo-01',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 512), { ...oldUltra, stampCode: 'EncryptionState/notEncrypted' }],
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotEncrypted'))],
  },
  {
    ...data,
    name: 'vm-mongo-02',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 512), sized(never, 1024)],
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'Encrypted'))],
  },
  { ...data, name: 'vm-spark-01', image: 'rhel89', dataDisks: [1024], plan: 'linux-online-data', ago: 70 * minute },
  { ...data, name: 'vm-spark-02', image: 'rhel89', dataDisks: [64], plan: 'linux-format-data', ago: 2 * minute },
  { ...data, name: 'vm-spark-03', image: 'oracle86', dataDisks: [64, 64], plan: 'linux-online-all', ago: 30 * day },
  {
    ...data,
    name: 'vm-hdfs-01',
    image: 'centos79',
    size: 'Standard_GS2',
    dataDisks: [512, 512],
    osDisk: stamped,
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted'))],
  },
]

/** Every common failure. */
const sapVms: readonly ScriptedVm[] = [
  {
    ...sap,
    name: 'vm-sap-hana-01',
    image: 'rhel79lvm',
    size: 'Standard_M64s',
    dataDisks: [1024, 1024],
    plan: 'linux-fail-check-lvm',
    ago: 12 * day,
  },
  {
    ...sap,
    name: 'vm-sap-app-01',
    image: 'ubuntu2204',
    size: 'Standard_DS2_v2',
    plan: 'linux-fail-check-memory',
    ago: 9 * day,
    related: { preChecks: ['memory'] },
  },
  {
    ...sap,
    name: 'vm-sap-app-02',
    image: 'ubuntu2004',
    plan: 'linux-fail-unmount-oldroot',
    ago: 2 * day,
    related: { preChecks: ['application'] },
  },
  {
    ...sap,
    name: 'vm-sap-app-03',
    image: 'ubuntu2204',
    dataDisks: [128],
    plan: 'linux-fail-stamping',
    ago: 1 * day,
    vaultName: closedVault,
  },
  { ...sap, name: 'vm-sap-app-04', image: 'rhel79', plan: 'linux-fail-stripdown', ago: 30 * hour },
  { ...sap, name: 'vm-sap-web-01', image: 'ubuntu2004', plan: 'linux-fail-split-root-partition', ago: 6 * hour },
  { ...sap, name: 'vm-sap-web-02', image: 'ubuntu1804', plan: 'linux-fail-encrypt-block-device', ago: 8 * day },
  { ...sap, name: 'vm-sap-web-03', image: 'ubuntu2204', plan: 'linux-fail-patch-boot-system', ago: 7 * day },
  {
    ...sap,
    name: 'vm-sap-web-04',
    image: 'ubuntu2204',
    dataDisks: [64],
    plan: 'linux-fail-check-vault',
    ago: 5 * day,
    related: { vault: mismatchedVault },
  },
  { ...sap, name: 'vm-sap-dev-01', image: 'ubuntu2204', plan: 'linux-fail-key-volume', ago: 4 * day },
  {
    ...sap,
    name: 'vm-sap-dev-02',
    image: 'ubuntu2204',
    plan: 'linux-fail-packages',
    ago: 4 * hour,
    related: { subnetBlocks: ['internet'] },
  },
  {
    ...sap,
    name: 'vm-sap-router-01',
    image: 'debian12',
    extensions: [linuxAde(fails(53, preCheckFailure(preCheckReasons.distro), 'NotEncrypted', 'NotMounted'))],
  },
]

export const productionVms: readonly ScriptedVm[] = [...erpVms, ...dataVms, ...sapVms]
