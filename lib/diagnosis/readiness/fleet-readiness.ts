import type { VmState } from '@/lib/encryption/types'
import { isConfidentialVm } from '@/lib/encryption/confidential'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { ImageFacts, OsType, VmFacts } from '@/lib/facts/types'
import { known, valueOrNull, type Known } from '@/lib/shared/known'
import { judgeSize } from './checks/size'
import { judgeImage } from './checks/system'
import type { FleetReadiness, PrerequisiteOutcome } from './types'

/** The facts that both an inventory and a VM's own reading contain. */
interface FleetFacts {
  readonly size: Known<string>
  readonly osType: Known<OsType>
  readonly image: Known<ImageFacts>
  readonly powerState: Known<string>
  readonly confidential: Known<boolean>
  readonly inScaleSet: Known<boolean>
  readonly ephemeral: Known<boolean>
  readonly encryptionAtHost: Known<boolean>
  readonly customerKey: Known<boolean>
}

const unless = (obstacle: Known<boolean>): PrerequisiteOutcome =>
  obstacle.known ? (obstacle.value ? 'fail' : 'pass') : 'unread'

/** True where one is true; false only where both are known to be false. */
function either(one: Known<boolean>, other: Known<boolean>): Known<boolean> {
  if (one.known && one.value) return one
  return other.known && !other.value ? one : other
}

/** Each by the rule of its check (see `checks`), for encryption of all volumes. */
function outcomes(facts: FleetFacts): readonly PrerequisiteOutcome[] {
  const { size, osType, image, powerState } = facts
  const isLinux: Known<boolean> = osType.known ? known(osType.value === 'Linux') : osType
  return [
    judgeSize(size, osType).outcome,
    judgeImage(image, osType, 'all').outcome,
    unless(powerState.known ? known(powerState.value !== 'running') : powerState),
    unless(facts.ephemeral),
    unless(facts.encryptionAtHost),
    unless(either(facts.customerKey, facts.confidential)),
    facts.inScaleSet.known && facts.inScaleSet.value ? unless(isLinux) : unless(facts.inScaleSet),
  ]
}

/** Applies a condition to a fact; unknown stays unknown. */
function where<T>(fact: Known<T>, holds: (value: T) => boolean): Known<boolean> {
  return fact.known ? known(holds(fact.value)) : fact
}

function rolledUp(found: readonly PrerequisiteOutcome[]): FleetReadiness {
  if (found.includes('fail')) return 'not-ready'
  if (found.includes('unread')) return 'unknown'
  return found.includes('warn') ? 'warnings' : 'no-obstacle'
}

/** Whether encryption is still to be started on a VM; on all others readiness is null. */
function isToBeStarted(state: VmState): boolean {
  return state === 'not-encrypted' || state === 'failed'
}

/** Readiness of a VM that only the inventory contains; null where encryption is not to be started. */
export function fleetReadinessOfInventory(vm: InventoryVm, state: VmState): FleetReadiness | null {
  if (!isToBeStarted(state)) return null
  return rolledUp(
    outcomes({
      size: vm.size,
      osType: vm.osType,
      image: vm.image,
      powerState: vm.powerState,
      confidential: where(vm.securityType, isConfidentialVm),
      inScaleSet: where(vm.scaleSetId, (id) => id !== null),
      ephemeral: vm.ephemeral,
      encryptionAtHost: vm.encryptionAtHost,
      customerKey: where(vm.diskEncryptionSetId, (id) => id !== null),
    }),
  )
}

/** The same for a VM with its own reading, limited to what the inventory contains, so that rows can be compared. */
export function fleetReadinessOfVm(facts: VmFacts, state: VmState): FleetReadiness | null {
  if (!isToBeStarted(state)) return null
  return rolledUp(
    outcomes({
      size: facts.size,
      osType: facts.osType,
      image: facts.image,
      powerState: facts.powerState,
      confidential: known(isConfidentialVm(valueOrNull(facts.securityType))),
      inScaleSet: known(facts.scaleSetId.known),
      ephemeral: facts.osDisk === null ? { known: false, why: 'absent' } : known(facts.osDisk.ephemeral),
      encryptionAtHost: facts.encryptionAtHost,
      customerKey: known(facts.osDisk !== null && facts.osDisk.diskEncryptionSetId !== null),
    }),
  )
}
