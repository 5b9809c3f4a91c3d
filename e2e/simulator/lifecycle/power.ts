import { vmId } from '../arm/ids'
import type { SimRun, SimStep, SimVm } from '../model/vm'
import { changing } from '../records/journal'
import { ask, operations } from '../records/requests'
import { advance } from './advance'
import { beginStep } from './begin-step'
import { stepsAfterBoot } from './resume'

const startSeconds = 25
const bootSeconds = 70

/** Gives the VM new steps from `at` on; earlier ones stay in the history. */
function play(vm: SimVm, steps: readonly SimStep[], at: number): void {
  const before = vm.run
  const run: SimRun = {
    plan: before?.plan ?? 'power',
    startedAt: before?.startedAt ?? at,
    steps,
    step: 0,
    stepAt: at,
    history: before?.history ?? [],
  }
  vm.run = run
  beginStep(vm, run, at)
}

/** Reduces the current step to its remainder at `now`, so that a job resumes where it was. */
function keepRemaining(run: SimRun, now: number): SimRun {
  const current = run.steps[run.step]
  if (current === undefined || run.stepAt === null) return run
  const remaining: SimStep = { ...current, seconds: Math.max(0, current.seconds - (now - run.stepAt) / 1000) }
  return { ...run, steps: [...run.steps.slice(0, run.step), remaining, ...run.steps.slice(run.step + 1)] }
}

function askForPower(vm: SimVm, at: number, operation: string, seconds: number, by: string | null) {
  return ask(vm, { at, operation, target: vmId(vm), method: 'POST', by, seconds })
}

/** Restarts a running VM at `now`. The effect on a run depends on its current step. `by`: see `SimRequestRecord`. */
export function restartVm(vm: SimVm, now: number, by: string | null = null): void {
  advance(vm, now)
  if (vm.power !== 'running') return
  askForPower(vm, now, operations.restart, 30, by)
  if (vm.run !== null) vm.run = keepRemaining(vm.run, now)
  const booting: SimStep = { name: 'restarting', seconds: bootSeconds, restart: 'continue', agentReady: false }
  play(vm, [booting, ...stepsAfterBoot(vm)], now)
}

/** Stops a VM at `now`, with or without deallocation. A run pauses until the VM starts again. */
export function stopVm(vm: SimVm, now: number, deallocate: boolean, by: string | null = null): void {
  advance(vm, now)
  const power = deallocate ? 'deallocated' : 'stopped'
  if (vm.power === power) return
  const request = askForPower(vm, now, deallocate ? operations.deallocate : operations.powerOff, 45, by)
  changing(vm, { at: now, what: power, request }, () => {
    vm.power = power
    vm.agentReady = false
  })
  if (vm.run === null) return
  vm.run = { ...keepRemaining(vm.run, now), stepAt: null }
  vm.run.history.push({ at: now, step: vm.power, message: '' })
}

/** Starts a VM that is off at `now`. The platform has no status of its extensions until the agent reports. */
export function startVm(vm: SimVm, now: number, by: string | null = null): void {
  if (vm.power === 'running' || vm.power === 'starting') return
  askForPower(vm, now, operations.start, startSeconds + bootSeconds, by)
  const booting: SimStep = {
    name: 'starting',
    seconds: startSeconds + bootSeconds,
    restart: 'continue',
    power: 'starting',
    agentReady: false,
  }
  const [first, ...rest] = stepsAfterBoot(vm)
  play(vm, first === undefined ? [booting] : [booting, { ...first, power: 'running' }, ...rest], now)
}
