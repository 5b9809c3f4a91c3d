import type { VmDetail } from '@/lib/contract/vm'
import type { FleetEntry } from './fleet-entry'
import type { FleetModel } from './fleet-model'

/** The history part of a VM's own reading, as a row contains it. */
export function historyOf({ workProgress: { history, work } }: VmDetail): FleetEntry['history'] {
  return history && { ...history, work }
}

export type ProgressRow = Pick<FleetEntry, 'name' | 'state' | 'os' | 'data' | 'progress' | 'history'> & {
  readonly work?: VmDetail['workProgress']['work']
}

/** What the progress of a VM's run is drawn from, by its own reading. */
export function progressRowOf(vm: VmDetail): ProgressRow {
  const { os, data, progress, state } = vm.verdict
  return {
    name: vm.name,
    state,
    os: os.state,
    data: { state: data.state, stamped: data.stamped, total: data.total },
    progress,
    history: historyOf(vm),
    work: vm.workProgress.work,
  }
}

/** The row of a VM that has just been read on its own page. Values that only the inventory has are kept. */
function read(entry: FleetEntry, vm: VmDetail): FleetEntry {
  const { verdict } = vm
  return {
    ...entry,
    power: vm.power,
    osName: vm.osName ?? entry.osName,
    size: vm.size ?? entry.size,
    reading: 'read',
    readError: null,
    state: verdict.state,
    os: verdict.os.state,
    data: { state: verdict.data.state, stamped: verdict.data.stamped, total: verdict.data.total },
    pass: verdict.pass,
    extensionVersion: vm.extension?.version ?? null,
    progress: verdict.progress,
    flags: [...new Set(verdict.flags.map((flag) => flag.code))],
    keyVault: vm.keyVault,
    keyEncryptionKey: vm.keyEncryptionKey,
    otherEncryption: vm.otherEncryption,
    readiness: vm.readiness,
    problem: vm.problems[0] ?? null,
    evidenceAt: vm.readAt,
    history: historyOf(vm) ?? (entry.state === verdict.state ? entry.history : null),
    kept: null,
  }
}

/** True when the VM's own reading is newer than the row. */
export function isNewer(vm: VmDetail, entry: FleetEntry): boolean {
  return entry.evidenceAt === null || Date.parse(vm.readAt) > Date.parse(entry.evidenceAt)
}

/** The fleet with one VM's newer reading in its row; the same fleet when there is nothing newer. */
export function withReading(model: FleetModel, vm: VmDetail): FleetModel {
  const key = vm.id.toLowerCase()
  const index = model.entries.findIndex((entry) => entry.key === key)
  const entry = model.entries[index]
  if (entry === undefined || !isNewer(vm, entry)) return model
  return { ...model, entries: model.entries.with(index, read(entry, vm)) }
}
