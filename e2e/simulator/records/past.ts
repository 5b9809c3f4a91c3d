import type { SimVm } from '../model/vm'

/** How long what is past stays known, in milliseconds: no row of Resource Graph is further behind. */
const kept = 600_000

/** A copy that later changes of the VM leave as it is. Its run and record stay behind: it is looked at, nothing happens to it. */
function copyOf(vm: SimVm): SimVm {
  return {
    ...vm,
    tags: { ...vm.tags },
    modelSettings: vm.modelSettings === null ? null : { ...vm.modelSettings },
    disks: vm.disks.map((disk) => ({ ...disk, settings: disk.settings === null ? null : { ...disk.settings } })),
    extensions: vm.extensions.map((extension) => ({ ...extension, settings: { ...extension.settings } })),
    // Nothing that Resource Graph shows, and another one whenever the VM is read.
    heartbeatAt: 0,
    run: null,
    record: null,
    past: [],
  }
}

/** Keeps how a VM is before a change at `at`, epoch milliseconds. */
export function keepPast(vm: SimVm, at: number): void {
  vm.past = [...(vm.past ?? []).filter(({ until }) => until > at - kept), { until: at, vm: copyOf(vm) }]
}

/** The VM as it was at a moment of the last ten minutes, epoch milliseconds. */
export function vmAsOf(vm: SimVm, moment: number): SimVm {
  return vm.past?.find(({ until }) => until > moment)?.vm ?? vm
}
