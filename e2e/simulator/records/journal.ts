import type { SimRequestRecord, SimState, SimTraffic, VmRecord } from '../model/record'
import type { SimVm } from '../model/vm'
import { adeExtensionOf } from './ade-extension'
import { keepPast } from './past'
import { differences, trackedOf } from './tracked'

const settingText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The current observable state of the VM. */
function stateOf(vm: SimVm): SimState {
  const extension = adeExtensionOf(vm)
  const status = extension?.statuses?.[0]
  return {
    power: vm.power,
    agentReady: vm.agentReady,
    provisioningState: vm.provisioningState,
    operation: settingText(extension?.settings.EncryptionOperation),
    volumeType: settingText(extension?.settings.VolumeType),
    extensionState: extension?.provisioningState ?? null,
    statusCode: status?.code ?? null,
    message: status?.message ?? null,
    substatus: extension?.substatuses?.[0]?.message ?? null,
    stamps: Object.fromEntries(vm.disks.map(({ name, stampCode }) => [name, stampCode])),
  }
}

/** The record of a VM, created with its current state on first use. */
export function recordOf(vm: SimVm): VmRecord {
  vm.record ??= { first: stateOf(vm), transitions: [], requests: [], changes: [] }
  return vm.record
}

export interface Moment {
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  readonly what: string
  readonly traffic?: readonly SimTraffic[] | null
  /** False if the model of no resource can change: skips the comparison. */
  readonly model?: boolean
  /** The request behind a change of the model; null for changes by the platform. */
  readonly request?: SimRequestRecord | null
}

/** Changes a VM and records the transition and the changed parts of the model. */
export function changing(vm: SimVm, moment: Moment, change: () => void): void {
  const record = recordOf(vm)
  const { at, what, traffic = null, model = true, request = null } = moment
  const before = model ? trackedOf(vm) : null
  keepPast(vm, at)
  change()
  record.transitions.push({ at, what, plan: vm.run?.plan ?? null, state: stateOf(vm), traffic })
  if (before !== null) record.changes.push(...differences(before, trackedOf(vm), at, request))
}
