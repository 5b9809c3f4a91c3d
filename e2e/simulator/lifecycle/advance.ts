import type { SimVm } from '../model/vm'
import { beginStep } from './begin-step'

/** Seconds between two heartbeats of a healthy agent. */
const heartbeatSeconds = 25

/** The last heartbeat of a healthy agent: within the last half minute, not the same second for every VM. */
function heartbeat(vm: SimVm, now: number): number {
  const period = heartbeatSeconds * 1000
  const offset = (Number.parseInt(vm.vmId.slice(0, 6), 16) || 0) % period
  return now - ((now + offset) % period)
}

/**
 * Advances a VM to `now` (epoch milliseconds): every due step begins, in order and at its own time.
 * Called whenever a VM is read, so that a world of many VMs costs nothing without requests. The run of a VM that is off pauses.
 */
export function advance(vm: SimVm, now: number): SimVm {
  const { run } = vm
  if (vm.power === 'stopped' || vm.power === 'deallocated') return vm
  while (run !== null && run.stepAt !== null) {
    const current = run.steps[run.step]
    const next = run.steps[run.step + 1]
    if (current === undefined || next === undefined) break
    const due = run.stepAt + current.seconds * 1000
    if (!(due <= now)) break
    run.step += 1
    beginStep(vm, run, due)
  }
  if (vm.power === 'running' && vm.agentReady) vm.heartbeatAt = Math.max(vm.heartbeatAt, heartbeat(vm, now))
  return vm
}
