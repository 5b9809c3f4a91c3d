import type { SimPace } from '../model/record'
import type { SimVm } from '../model/vm'
import type { PlanName } from '../lifecycle/plans'
import { buildVm, type BuildPlace } from './build-vm'
import { linuxAde, says, sized, stamped } from './fragments'
import type { ImageName } from './images'
import { drawPace, evenPace } from './pace'
import { peopleOf, readerOf, sameRoles, servicePrincipalsOf } from './people'
import { randomFor } from './random'
import type { SceneContents, ScenePlace } from './scene'
import { subscriptionsOf } from './subscriptions'
import type { VmDraft } from './vm-draft'

interface Progression {
  readonly name: string
  readonly plan: PlanName
  readonly image: ImageName
  readonly osGiB: number
  readonly dataDisks: readonly number[]
  /** Its data disks are encrypted already. */
  readonly encrypted?: boolean
  readonly pace?: Partial<SimPace>
}

const ubuntu = { image: 'ubuntu2204', osGiB: 30, dataDisks: [64, 128] } as const
const uneven = { hourlyVariation: 0.4, pauses: 2, pauseTrickle: 0.02 } as const

/** Complete runs, each on a VM named after its run; none has started. */
const progressions: readonly Progression[] = [
  { ...ubuntu, name: 'vm-offline-all', plan: 'linux-offline-all' },
  { ...ubuntu, name: 'vm-online-all', plan: 'linux-online-all', image: 'rhel94', osGiB: 64 },
  { ...ubuntu, name: 'vm-failure', plan: 'linux-fail-encrypt-block-device', dataDisks: [64] },
  { ...ubuntu, name: 'vm-decryption', plan: 'linux-disable-data', encrypted: true },
  { ...ubuntu, name: 'vm-stall', plan: 'linux-offline-all', dataDisks: [64], pace: { stallAt: 0.45 } },
  { ...ubuntu, name: 'vm-pauses', plan: 'linux-offline-all', osGiB: 128, dataDisks: [], pace: uneven },
  { ...ubuntu, name: 'vm-waits-for-restart', plan: 'linux-offline-all-waits-for-reboot', dataDisks: [32] },
  { ...ubuntu, name: 'vm-busy-root', plan: 'linux-offline-all-busy-root', dataDisks: [] },
  { ...ubuntu, name: 'vm-windows', plan: 'windows-all', image: 'windows2022', osGiB: 127 },
]

const sizes = [30, 32, 64, 127, 128, 256] as const

/** A run with random disk size, used share, speed and pauses. */
function randomProgression(seed: number, index: number): Progression {
  const own = seed * 10_007 + index
  const osGiB = randomFor(own, 'disk').pick(sizes)
  const name = `vm-run-${String(index + 1).padStart(4, '0')}`
  return { name, plan: 'linux-offline-os', image: 'ubuntu2204', osGiB, dataDisks: [], pace: drawPace(own) }
}

function encryptedData(sizes: readonly number[]): Pick<VmDraft, 'dataDisks' | 'extensions'> {
  const report = says('Encryption succeeded for data volumes', 'NotEncrypted', 'Encrypted')
  return {
    dataDisks: sizes.map((size) => sized(stamped, size)),
    extensions: [linuxAde(report, { settings: { VolumeType: 'Data' } })],
  }
}

function build(place: BuildPlace, { name, plan, image, osGiB, dataDisks, encrypted, pace }: Progression): SimVm {
  const group = name.startsWith('vm-run-') ? 'rg-runs' : 'rg-timeline'
  const draft = { name, subscription: 0, group, image, dataDisks, osDisk: { sizeGiB: osGiB }, tags: { plan } }
  const vm = buildVm(place, encrypted === true ? { ...draft, ...encryptedData(dataDisks) } : draft)
  if (pace !== undefined) vm.pace = { ...evenPace, ...pace }
  return vm
}

/** Complete runs of every kind, and `runs` random ones. The tag `plan` names the purpose of each VM. */
export function createTimelineWorld({ spec, now }: ScenePlace): SceneContents {
  const subscriptions = subscriptionsOf(spec, ['Timelines'])
  const place = { seed: spec.seed, subscriptions, now }
  const drawn = Array.from({ length: spec.runs ?? 0 }, (_, index) => randomProgression(spec.seed, index))
  return {
    displayName: 'Timelines',
    subscriptions,
    people: peopleOf(spec.tenantId, sameRoles(readerOf(subscriptions))),
    servicePrincipals: servicePrincipalsOf(spec.tenantId, subscriptions),
    vms: [...progressions, ...drawn].map((progression) => build(place, progression)),
  }
}
