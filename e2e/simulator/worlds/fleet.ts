import type { SimVm } from '../model/vm'
import { buildVm, type BuildPlace } from './build-vm'
import { adeStateOf, restingState } from './fleet-states'
import type { ImageName } from './images'
import { peopleOf, readerOf, readersOf, sameRoles, servicePrincipalsOf } from './people'
import { createRandom, type Random } from './random'
import type { SceneContents, ScenePlace } from './scene'
import { subscriptionsOf } from './subscriptions'
import type { VmDraft } from './vm-draft'

const defaults = { vms: 1000, subscriptions: 10, ade: 0.3 }
const vmsPerGroup = 40

const apps: readonly [string, ...string[]] = [
  'web',
  'api',
  'erp',
  'crm',
  'pay',
  'data',
  'etl',
  'mail',
  'auth',
  'build',
  'batch',
  'cache',
  'search',
  'edge',
]
const stages: readonly [string, ...string[]] = ['prod', 'prod', 'prod', 'test', 'dev']
const regions: readonly [string, ...string[]] = [
  'westeurope',
  'northeurope',
  'japaneast',
  'japanwest',
  'eastus',
  'eastus2',
  'southeastasia',
  'germanywestcentral',
]
const linuxImages: readonly [ImageName, ...ImageName[]] = [
  'ubuntu2204',
  'ubuntu2404',
  'ubuntu2004',
  'rhel94',
  'rhel89',
  'rhel79',
  'oracle86',
]
const windowsImages: readonly [ImageName, ...ImageName[]] = ['windows2022', 'windows2019', 'windows2025', 'windows2016']
const sizes: readonly [string, ...string[]] = [
  'Standard_D2s_v5',
  'Standard_D4s_v5',
  'Standard_D8s_v5',
  'Standard_E4s_v5',
  'Standard_B4ms',
  'Standard_DS2_v2',
]
const diskSizes: readonly [number, ...number[]] = [32, 64, 128, 256, 512]

interface Group {
  readonly name: string
  readonly subscription: number
  readonly region: string
  readonly app: string
  readonly tags: Record<string, string>
}

function groupOf(index: number, subscriptions: number, random: Random): Group {
  const app = random.pick(apps)
  const stage = random.pick(stages)
  const number = String(index).padStart(4, '0')
  return {
    name: index % 17 === 0 ? `RG-${app.toUpperCase()}-${number}` : `rg-${app}-${stage}-${number}`,
    subscription: index % subscriptions,
    region: random.pick(regions),
    app,
    tags: { app, env: stage, costCentre: String(1000 + random.below(80)) },
  }
}

function shapeOf(group: Group, index: number, random: Random): VmDraft {
  const isWindows = random.next() < 0.35
  const disks = random.next() < 0.6 ? random.below(4) : 0
  const isOff = random.next() < 0.06
  return {
    name: `vm-${group.app}-${String(index).padStart(6, '0')}`,
    subscription: group.subscription,
    group: group.name,
    region: group.region,
    tags: group.tags,
    image: isWindows ? random.pick(windowsImages) : random.pick(linuxImages),
    size: random.pick(sizes),
    dataDisks: Array.from({ length: disks }, () => random.pick(diskSizes)),
    ...(random.next() < 0.5 ? { zone: String(1 + random.below(3)) } : {}),
    ...(isOff ? { power: 'deallocated' as const } : {}),
  }
}

interface Sizes {
  readonly vms: number
  readonly ade: number
  readonly still: boolean
}

/** VMs group by group. A VM depends only on its index in the sequence. */
function* generate(place: BuildPlace, { vms: count, ade, still }: Sizes): Generator<SimVm> {
  const random = createRandom(place.seed)
  let group = groupOf(0, place.subscriptions.length, random)
  for (let index = 0; index < count; index += 1) {
    if (index % vmsPerGroup === 0) group = groupOf(index / vmsPerGroup, place.subscriptions.length, random)
    const shape = shapeOf(group, index, random)
    if (random.next() < ade) {
      const state = still ? restingState(shape) : adeStateOf(shape, random)
      const vm = buildVm(place, state.draft)
      state.play?.(vm, place.now)
      yield vm
    } else {
      yield buildVm(place, random.next() < 0.15 ? { ...shape, encryptionAtHost: true } : shape)
    }
  }
}

/** A large company: many VMs, a share of them with ADE in a realistic mixture of states, some with active runs. */
export function createFleetWorld({ spec, now }: ScenePlace): SceneContents {
  const count = spec.subscriptions ?? defaults.subscriptions
  const names = Array.from({ length: count }, (_, index) => `Contoso ${String(index + 1).padStart(3, '0')}`)
  const subscriptions = subscriptionsOf(spec, names)
  return {
    displayName: 'Contoso Worldwide',
    subscriptions,
    people: [
      ...peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
      ...readersOf(spec.tenantId, spec.readers ?? 0, readerOf(subscriptions)),
    ],
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: generate(
      { seed: spec.seed, subscriptions, now },
      { vms: spec.vms ?? defaults.vms, ade: spec.ade ?? defaults.ade, still: spec.still ?? false },
    ),
  }
}
