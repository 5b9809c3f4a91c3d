import type { SimVm } from '../model/vm'

/** How long earlier states are stored, in milliseconds: no row of Resource Graph is further behind. */
const kept = 600_000

/** A copy that later changes of the VM do not affect. It has no run and no record: it is only read. */
function copyOf(vm: SimVm): SimVm {
  return {
    ...vm,
    tags: { ...vm.tags },
    modelSettings: vm.modelSettings === null ? null : { ...vm.modelSettings },
    disks: vm.disks.map((disk) => ({ ...disk, settings: disk.settings === null ? null : { ...disk.settings } })),
    extensions: vm.extensions.map((extension) => ({ ...extension, settings: { ...extension.settings } })),
    // Resource Graph does not show the heartbeat, which differs with every read of the VM.
    heartbeatAt: 0,
    run: null,
    record: null,
    past: [],
  }
}

/** Stores the state of a VM before a change at `at`, epoch milliseconds. */
export function keepPast(vm: SimVm, at: number): void {
  vm.past = [...(vm.past ?? []).filter(({ until }) => until > at - kept), { until: at, vm: copyOf(vm) }]
}

/** The VM at a time in the last ten minutes, epoch milliseconds. */
export function vmAsOf(vm: SimVm, moment: number): SimVm {
  return vm.past?.find(({ until }) => until > moment)?.vm ?? vm
}
