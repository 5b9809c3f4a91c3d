import { hash } from '../worlds/random'
import type { SimVm } from '../model/vm'

/** A moment as the guest agent's heartbeat is shown: whole seconds, offset written out. */
export function agentTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}+00:00`
}

/** A moment as the platform shows its own: seven decimals. */
export function platformTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 23)}${String(hash(String(milliseconds)) % 10_000).padStart(4, '0')}+00:00`
}

const earliest = Date.UTC(2022, 0, 10, 7, 30)
const spread = 1000 * 60 * 60 * 24 * 900

/** When a VM was made: some day of 2022 to mid 2024, always the same one, unless it is known. */
export function createdAt(vm: SimVm): number {
  if (vm.madeAt !== null) return vm.madeAt
  return earliest + (hash(vm.vmId) % 1_000_000) * (spread / 1_000_000)
}
