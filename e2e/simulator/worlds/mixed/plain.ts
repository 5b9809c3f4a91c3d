import { bgInfo, defenderLinux, monitorLinux, monitorWindows } from '../fragments'
import type { ImageName } from '../images'
import type { ScriptedVm } from '../scripted-vm'

interface Row {
  readonly subscription: number
  readonly group: string
  readonly region: string
  readonly prefix: string
  readonly count: number
  readonly image: ImageName
  readonly size: string
  readonly dataDisks: readonly number[]
  readonly tags: Record<string, string>
  readonly encryptionAtHost?: boolean
}

/** VMs without ADE: most of any fleet. */
const rows: readonly Row[] = [
  {
    subscription: 0,
    group: 'rg-web-prod',
    region: 'westeurope',
    prefix: 'vm-web',
    count: 8,
    image: 'ubuntu2204',
    size: 'Standard_D2s_v5',
    dataDisks: [],
    tags: { app: 'web', env: 'prod' },
    encryptionAtHost: true,
  },
  {
    subscription: 0,
    group: 'rg-web-prod',
    region: 'westeurope',
    prefix: 'vm-cache',
    count: 4,
    image: 'ubuntu2404',
    size: 'Standard_E4s_v5',
    dataDisks: [64],
    tags: { app: 'cache', env: 'prod' },
  },
  {
    subscription: 1,
    group: 'rg-jp-web',
    region: 'japaneast',
    prefix: 'vm-jp-web',
    count: 6,
    image: 'rhel94',
    size: 'Standard_D4s_v5',
    dataDisks: [],
    tags: { 部署: 'デジタル推進室', 環境: '本番' },
  },
  {
    subscription: 1,
    group: 'rg-jp-web',
    region: 'japaneast',
    prefix: 'vm-jp-win',
    count: 3,
    image: 'windows2022',
    size: 'Standard_D4s_v5',
    dataDisks: [128],
    tags: { 部署: '総務部', 環境: '本番' },
  },
  {
    subscription: 2,
    group: 'rg-stg-blue',
    region: 'northeurope',
    prefix: 'vm-stg-ci',
    count: 5,
    image: 'ubuntu2404',
    size: 'Standard_B2ms',
    dataDisks: [],
    tags: { env: 'staging' },
  },
  {
    subscription: 2,
    group: 'rg-stg-green',
    region: 'northeurope',
    prefix: 'vm-stg-old',
    count: 2,
    image: 'sles15',
    size: 'Standard_A2_v2',
    dataDisks: [32],
    tags: { env: 'staging' },
  },
  {
    subscription: 3,
    group: 'rg-avd-eus',
    region: 'eastus',
    prefix: 'avd-host',
    count: 8,
    image: 'windows2022',
    size: 'Standard_D8s_v5',
    dataDisks: [],
    tags: { env: 'shared', app: 'avd' },
  },
  {
    subscription: 4,
    group: 'rg-payments-prod',
    region: 'germanywestcentral',
    prefix: 'vm-pay-web',
    count: 4,
    image: 'ubuntu2204',
    size: 'Standard_D4s_v5',
    dataDisks: [],
    tags: { app: 'payments', env: 'prod', pci: 'true' },
  },
]

function vmsOf({ prefix, count, ...draft }: Row): ScriptedVm[] {
  const isWindows = draft.image.startsWith('windows')
  return Array.from({ length: count }, (_, index): ScriptedVm => ({
    ...draft,
    name: `${prefix}-${String(index + 1).padStart(2, '0')}`,
    zone: String((index % 3) + 1),
    ...(index % 4 === 3 ? { power: 'deallocated' as const } : {}),
    extensions: isWindows ? [monitorWindows, bgInfo] : index % 2 === 0 ? [monitorLinux] : [monitorLinux, defenderLinux],
  }))
}

export const plainVms: readonly ScriptedVm[] = rows.flatMap(vmsOf)
