import { advance } from '../lifecycle/advance'
import { restartVm } from '../lifecycle/power'
import { startPlan } from '../lifecycle/start-plan'
import type { PlanName } from '../lifecycle/plans'
import type { SimPace } from '../model/record'
import type { SimVm } from '../model/vm'
import { evenPace } from './pace'
import { buildVm, type BuildPlace } from './build-vm'
import type { VmDraft } from './vm-draft'

/** A VM with a history: its plan, and how many seconds before the world's start it began. */
export interface ScriptedVm extends VmDraft {
  readonly plan?: PlanName
  readonly ago?: number
  /** An earlier, long finished plan, from whose result a later one starts. */
  readonly earlier?: PlanName
  /** Seconds before the world's start at which the VM was restarted in the middle of its plan. */
  readonly restartAgo?: number
  /** The pace of its copies, if not constant. */
  readonly pace?: Partial<SimPace>
}

export const minute = 60
export const hour = 60 * minute
export const day = 24 * hour

/** Builds the VM and simulates its history. */
export function buildScriptedVm(
  place: BuildPlace,
  { plan, ago = 0, earlier, restartAgo, pace, ...draft }: ScriptedVm,
): SimVm {
  const vm = buildVm(place, { ...draft, power: 'running' })
  if (pace !== undefined) vm.pace = { ...evenPace, ...pace }
  if (earlier !== undefined) startPlan(vm, earlier, place.now - 400 * day * 1000, place.now - ago * 1000 - 1)
  if (plan !== undefined) {
    startPlan(vm, plan, place.now - ago * 1000, place.now - (restartAgo ?? 0) * 1000)
    if (restartAgo !== undefined) restartVm(vm, place.now - restartAgo * 1000)
    advance(vm, place.now)
  }
  if (draft.power !== undefined && draft.power !== 'running') {
    vm.power = draft.power
    vm.agentReady = false
    vm.heartbeatAt = place.now - day * 1000
    if (vm.run !== null) vm.run.stepAt = null
  }
  return vm
}
