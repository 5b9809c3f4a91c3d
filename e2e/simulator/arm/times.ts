import { hash } from '../worlds/random'
import type { SimVm } from '../model/vm'

/** A time in the format of the guest agent's heartbeat: whole seconds, explicit offset. */
export function agentTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`
}

/** A time in the platform's format: seven decimals. */
export function platformTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${String(hash(String(milliseconds)) % 10_000).padStart(4, '0')}+00:00`
}

const earliest = Date.UTC(2022, 0, 10, 7, 30)
const spread = 1000 * 60 * 60 * 24 * 900

/** When a VM was created: a day between 2022 and mid 2024, constant for each VM, unless it is known. */
export function createdAt(vm: SimVm): number {
  if (vm.madeAt !== null) return vm.madeAt
  return earliest + (hash(vm.vmId) % 1_000_000) * (spread / 1_000_000)
}
