import { cleared, domainJoin, linuxAde, monitorLinux, says, sized, stamped, windowsAde } from '../fragments'
import { day, hour, minute, type ScriptedVm } from '../scripted-vm'
import { farVault } from './related-resources'

const core = {
  subscription: 1,
  group: 'rg-jp-core',
  region: 'japaneast',
  tags: { 部署: '情報システム部', 環境: '本番', 担当: '田中 愛子', system: 'core' },
} as const
const branch = {
  subscription: 1,
  group: 'rg-jp-branch',
  region: 'japanwest',
  tags: { 部署: '営業本部', 環境: '本番', 拠点: '大阪' },
} as const
const settings = { VolumeType: 'All' } as const

/** Power, agent and extension in every faulty combination. */
const coreVms: readonly ScriptedVm[] = [
  {
    ...core,
    name: 'vm-jp-core-01',
    image: 'ubuntu2204',
    dataDisks: [64],
    plan: 'linux-offline-all-waits-for-reboot',
    ago: 1 * day,
  },
  {
    ...core,
    name: 'vm-jp-core-02',
    image: 'ubuntu2204',
    dataDisks: [256, 256],
    earlier: 'linux-offline-data',
    plan: 'linux-disable-data',
    ago: 75 * minute,
  },
  {
    ...core,
    name: 'vm-jp-core-03',
    image: 'ubuntu2204',
    dataDisks: [128],
    earlier: 'linux-offline-all',
    plan: 'linux-disable-refused',
    ago: 4 * day,
  },
  {
    ...core,
    name: 'vm-jp-core-04',
    image: 'ubuntu2204',
    osDisk: stamped,
    silentFor: 3 * hour,
    extensions: [
      linuxAde(says('OS disk encryption started', 'EncryptionInProgress', 'EncryptionInProgress'), { settings }),
    ],
  },
  {
    ...core,
    name: 'vm-jp-core-05',
    image: 'ubuntu2204',
    dataDisks: [128],
    plan: 'linux-offline-all',
    ago: 100 * day,
    power: 'deallocated',
  },
  { ...core, name: 'vm-jp-core-06', image: 'rhel94', plan: 'linux-online-all', ago: 100 * day, power: 'stopped' },
  {
    ...core,
    name: 'vm-jp-core-07',
    image: 'windows2019',
    plan: 'windows-all',
    ago: 300 * day,
    power: 'deallocated',
    dataDisks: [128],
  },
  {
    ...core,
    name: 'vm-jp-core-08',
    image: 'ubuntu2204',
    osDisk: stamped,
    dataDisks: [sized(stamped, 128)],
    extensions: [monitorLinux],
  },
  {
    ...core,
    name: 'vm-jp-core-09',
    image: 'ubuntu2204',
    osDisk: stamped,
    extensions: [
      linuxAde(says('Encryption succeeded for all volumes', 'Encrypted', 'NotMounted'), {
        name: 'ade-by-terraform',
        settings,
      }),
    ],
  },
  {
    ...core,
    name: 'vm-jp-core-10',
    image: 'rhel94',
    dataDisks: [64],
    earlier: 'linux-online-all',
    plan: 'linux-update-settings',
    ago: 20 * day,
  },
  { ...core, name: 'vm-jp-core-11', image: 'ubuntu2004', plan: 'linux-offline-all-busy-root', ago: 405 },
  { ...core, name: 'vm-jp-core-12', image: 'ubuntu2204', plan: 'linux-offline-all', ago: 325 },
]

const branchVms: readonly ScriptedVm[] = [
  { ...branch, name: 'vm-jp-osaka-01', image: 'windows2022', plan: 'windows-all', ago: 30 },
  { ...branch, name: 'vm-jp-osaka-02', image: 'windows2022', plan: 'windows-os', ago: 10 * minute, dataDisks: [128] },
  {
    ...branch,
    name: 'vm-jp-osaka-03',
    image: 'windows2022',
    plan: 'windows-2.5-all',
    ago: 40 * day,
    dataDisks: [128],
    extensions: [domainJoin],
    related: { hostPool: 'hp-osaka' },
  },
  { ...branch, name: 'vm-jp-osaka-04', image: 'windows2019', plan: 'windows-fail', ago: 6 * day, vaultName: farVault },
  {
    ...branch,
    name: 'vm-jp-osaka-05',
    image: 'windows2019',
    earlier: 'windows-all',
    plan: 'windows-disable',
    ago: 15 * day,
    dataDisks: [64],
  },
  {
    ...branch,
    name: 'vm-jp-osaka-06',
    image: 'windows2019',
    osDisk: stamped,
    dataDisks: [{ ...sized(cleared, 64) }],
    extensions: [windowsAde({ settings })],
  },
  {
    ...branch,
    name: 'vm-jp-osaka-07',
    image: 'windows2022',
    size: 'Standard_GS2',
    osDisk: stamped,
    extensions: [windowsAde({ report: null, settings })],
  },
]

export const japanVms: readonly ScriptedVm[] = [...coreVms, ...branchVms]
