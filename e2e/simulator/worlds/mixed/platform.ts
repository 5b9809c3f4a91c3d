import { linuxAde, says, sized, stamped } from '../fragments'
import { day, hour, minute, type ScriptedVm } from '../scripted-vm'
import type { DiskDraft } from '../vm-draft'
import { attested } from './related-resources'

const shared = {
  subscription: 3,
  group: 'rg-shared-eus',
  region: 'eastus',
  tags: { env: 'shared', owner: 'platform' },
} as const
const secure = {
  subscription: 3,
  group: 'rg-confidential-weu',
  region: 'westeurope',
  tags: { env: 'shared', classification: 'secret' },
} as const
const payments = {
  subscription: 4,
  group: 'rg-payments-prod',
  region: 'germanywestcentral',
  tags: { app: 'payments', env: 'prod', pci: 'true' },
} as const

const customerKey: DiskDraft = { sse: 'EncryptionAtRestWithCustomerKey' }
const twoKeys: DiskDraft = { sse: 'EncryptionAtRestWithPlatformAndCustomerKeys' }
const confidential = { securityType: 'ConfidentialVM', size: 'Standard_DC4as_v5', image: 'ubuntuConfidential' } as const

/** The other kinds of encryption: at host, with customer-managed keys, confidential. */
const otherwise: readonly ScriptedVm[] = [
  {
    ...shared,
    name: 'vm-build-01',
    image: 'ubuntu2204',
    encryptionAtHost: true,
    dataDisks: [256],
    related: { attestation: attested.host },
  },
  { ...shared, name: 'vm-build-02', image: 'ubuntu2404', encryptionAtHost: true },
  { ...shared, name: 'vm-jump-01', image: 'windows2025', encryptionAtHost: true, securityType: 'TrustedLaunch' },
  {
    ...shared,
    name: 'vm-vault-proxy-01',
    image: 'ubuntu2204',
    osDisk: customerKey,
    dataDisks: [sized(customerKey, 128)],
  },
  { ...shared, name: 'vm-vault-proxy-02', image: 'ubuntu2204', osDisk: twoKeys, dataDisks: [sized(twoKeys, 128)] },
  { ...secure, ...confidential, name: 'vm-conf-01', securityEncryptionType: 'DiskWithVMGuestState' },
  { ...secure, ...confidential, name: 'vm-conf-02', securityEncryptionType: 'DiskWithVMGuestState', dataDisks: [128] },
  { ...secure, ...confidential, name: 'vm-conf-03', securityEncryptionType: 'VMGuestStateOnly', dataDisks: [128] },
  {
    ...secure,
    ...confidential,
    name: 'vm-conf-04',
    securityEncryptionType: 'DiskWithVMGuestState',
    dataDisks: [128],
    extensions: [
      linuxAde(says('Encryption succeeded for data volumes', 'NotEncrypted', 'Encrypted'), {
        settings: { VolumeType: 'Data' },
      }),
    ],
  },
]

/** A flexible scale set: ordinary VMs that name their set. */
const scaleSet: readonly ScriptedVm[] = [
  {
    ...shared,
    name: 'vmss-kafka_0a1b2c3d',
    image: 'rhel94',
    zone: '1',
    scaleSet: 'vmss-kafka',
    dataDisks: [256],
    plan: 'linux-online-data',
    ago: 120 * day,
  },
  {
    ...shared,
    name: 'vmss-kafka_1b2c3d4e',
    image: 'rhel94',
    zone: '2',
    scaleSet: 'vmss-kafka',
    dataDisks: [256],
    plan: 'linux-online-data',
    ago: 120 * day,
  },
  {
    ...shared,
    name: 'vmss-kafka_2c3d4e5f',
    image: 'rhel94',
    zone: '3',
    scaleSet: 'vmss-kafka',
    dataDisks: [512],
    plan: 'linux-online-data',
    ago: 25 * minute,
  },
  { ...shared, name: 'vmss-kafka_3d4e5f60', image: 'rhel94', zone: '1', scaleSet: 'vmss-kafka', dataDisks: [256] },
]

/** The subscription that Aiko Tanaka sees without its VMs. */
const paymentsVms: readonly ScriptedVm[] = [
  {
    ...payments,
    name: 'vm-pay-gw-01',
    image: 'ubuntu2204',
    dataDisks: [64],
    plan: 'linux-offline-all',
    ago: 240 * day,
  },
  {
    ...payments,
    name: 'vm-pay-gw-02',
    image: 'ubuntu2204',
    dataDisks: [64],
    plan: 'linux-offline-all',
    ago: 239 * day,
  },
  {
    ...payments,
    name: 'vm-pay-db-01',
    image: 'windowsSql',
    dataDisks: [512, 512],
    plan: 'windows-all',
    ago: 300 * day,
    related: { backupVault: 'rsv-payments' },
  },
  { ...payments, name: 'vm-pay-db-02', image: 'windowsSql', dataDisks: [512], plan: 'windows-2.5-all', ago: 3 * hour },
  {
    ...payments,
    name: 'vm-pay-hsm-01',
    image: 'rhel94',
    osDisk: stamped,
    dataDisks: [sized(stamped, 64)],
    extensions: [linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotEncrypted'))],
  },
  { ...payments, name: 'vm-pay-fraud-01', image: 'ubuntu2204', encryptionAtHost: true },
]

export const platformVms: readonly ScriptedVm[] = [...otherwise, ...scaleSet, ...paymentsVms]
