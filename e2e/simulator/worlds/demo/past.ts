import type { PlanName } from '../../lifecycle/plans'
import type { SimPace } from '../../model/record'
import { drawPace } from '../pace'
import { day, hour, minute, type ScriptedVm } from '../scripted-vm'

/** A run that began less long ago is spread out. */
const youngest = 15 * minute
const between = 7 * hour

/** Days that the demo's past covers. */
export const pastDays = 30

/** Something that a person did to a VM of the company in the demo's past. */
export interface PastAct {
  readonly name: string
  /** Seconds before the present. */
  readonly ago: number
  readonly by: string
  readonly act: { readonly plan: PlanName; readonly pace?: SimPace } | 'restart'
}

const [aiko, chiara, emi] = ['Aiko Tanaka', 'Chiara Rossi', 'Emi Sato'] as const

/** A run at a pace of its own, so that estimates have something to be wrong about. */
function run(name: string, ago: number, plan: PlanName, by: string = aiko): PastAct {
  const pace = drawPace(Math.round(ago) % 9973)
  return { name, ago, by, act: { plan, pace: { ...pace, osMiBPerSecond: pace.osMiBPerSecond + 1 } } }
}

/** Waves of VMs that were not encrypted before. */
const waves: readonly PastAct[] = [
  run('vm-cache-01', 26 * day, 'linux-offline-all'),
  run('vm-jp-web-01', 26 * day - hour, 'linux-online-os', emi),
  run('vm-jp-web-02', 26 * day - 2 * hour, 'linux-online-os', emi),
  run('vm-jp-win-01', 22 * day, 'windows-all', emi),
  run('vm-jp-win-02', 22 * day - hour, 'windows-all', emi),
  run('vm-jp-web-03', 22 * day - 2 * hour, 'linux-online-os', emi),
  run('vm-stg-ci-01', 14 * day, 'linux-offline-os', chiara),
  run('vm-stg-ci-03', 4 * day, 'linux-offline-os', chiara),
  run('vm-jp-web-05', 6 * day, 'linux-online-os', emi),
  run('vm-jp-web-06', 6 * day - hour, 'linux-online-os', emi),
  run('vm-stg-ci-05', 5 * day, 'linux-offline-os', chiara),
]

/** One failed and was tried again, one waited for a restart and came back, and one has stopped advancing. */
const episodes: readonly PastAct[] = [
  { name: 'vm-cache-02', ago: 19 * day, by: aiko, act: { plan: 'linux-fail-packages' } },
  run('vm-cache-02', 18 * day, 'linux-offline-all'),
  { name: 'vm-cache-03', ago: 12 * day, by: aiko, act: { plan: 'linux-offline-all-waits-for-reboot' } },
  { name: 'vm-cache-03', ago: 11 * day, by: aiko, act: 'restart' },
  {
    name: 'vm-stg-ci-02',
    ago: 2 * day,
    by: chiara,
    act: { plan: 'linux-offline-os', pace: { ...drawPace(7), pauses: 0, stallAt: 0.45 } },
  },
]

/**
 * The mixed world shows every phase of a run at once, so that many runs begin within its last minutes: in a fleet with a
 * past that is a cliff. In the demo these began one after another over the last days.
 */
export function spreadOut(vms: readonly ScriptedVm[]): readonly ScriptedVm[] {
  let moved = 0
  return vms.map((vm) => {
    if (vm.plan === undefined || (vm.ago ?? 0) > youngest) return vm
    moved += 1
    return { ...vm, ago: (vm.ago ?? 0) + moved * between }
  })
}

/** What people did in the demo's past, besides the runs of the company's own VMs. */
export const pastActs: readonly PastAct[] = [...waves, ...episodes]
