import type { VmState } from '@/lib/encryption/types'
import { isConfidentialVm } from '@/lib/encryption/confidential'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { ImageFacts, OsType, VmFacts } from '@/lib/facts/types'
import { known, valueOrNull, type Known } from '@/lib/shared/known'
import { judgeSize } from './checks/size'
import { judgeImage } from './checks/system'
import type { FleetReadiness, PrerequisiteOutcome } from './types'

/** What both an inventory and a VM's own answer tell. */
interface FleetFacts {
  readonly size: Known<string>
  readonly osType: Known<OsType>
  readonly image: Known<ImageFacts>
  readonly powerState: Known<string>
  readonly securityType: Known<string>
  readonly inScaleSet: boolean
  readonly ephemeral: Known<boolean>
  readonly encryptionAtHost: Known<boolean>
  readonly customerKey: boolean
}

const unless = (obstacle: Known<boolean>): PrerequisiteOutcome =>
  obstacle.known ? (obstacle.value ? 'fail' : 'pass') : 'unread'

/** Each by the rule of its check (see `checks`), with everything to be encrypted. */
function outcomes(facts: FleetFacts): readonly PrerequisiteOutcome[] {
  const { size, osType, image, powerState } = facts
  const isLinux: Known<boolean> = osType.known ? known(osType.value === 'Linux') : osType
  return [
    judgeSize(size, osType).outcome,
    judgeImage(image, osType, 'all').outcome,
    unless(powerState.known ? known(powerState.value !== 'running') : powerState),
    unless(facts.ephemeral),
    unless(facts.encryptionAtHost),
    unless(known(facts.customerKey || isConfidentialVm(valueOrNull(facts.securityType)))),
    facts.inScaleSet ? unless(isLinux) : 'pass',
  ]
}

function rolledUp(found: readonly PrerequisiteOutcome[]): FleetReadiness {
  if (found.includes('fail')) return 'not-ready'
  if (found.includes('unread')) return 'unknown'
  return found.includes('warn') ? 'warnings' : 'no-obstacle'
}

/** Whether encryption is still to be started on a VM; on all others readiness says nothing. */
function isToBeStarted(state: VmState): boolean {
  return state === 'not-encrypted' || state === 'failed'
}

/** Readiness of a VM that only the inventory tells of; null where encryption is not to be started. */
export function fleetReadinessOfInventory(vm: InventoryVm, state: VmState): FleetReadiness | null {
  if (!isToBeStarted(state)) return null
  return rolledUp(
    outcomes({
      size: vm.size,
      osType: vm.osType,
      image: vm.image,
      powerState: vm.powerState,
      securityType: known(vm.securityType ?? ''),
      inScaleSet: vm.scaleSetId.known,
      ephemeral: vm.ephemeral,
      encryptionAtHost: known(vm.encryptionAtHost),
      customerKey: vm.diskEncryptionSetId !== null,
    }),
  )
}

/** The same of a VM that was read by itself, from no more than the inventory would tell, so that rows compare. */
export function fleetReadinessOfVm(facts: VmFacts, state: VmState): FleetReadiness | null {
  if (!isToBeStarted(state)) return null
  return rolledUp(
    outcomes({
      size: facts.size,
      osType: facts.osType,
      image: facts.image,
      powerState: facts.powerState,
      securityType: facts.securityType,
      inScaleSet: facts.scaleSetId.known,
      ephemeral: facts.osDisk === null ? { known: false, why: 'absent' } : known(facts.osDisk.ephemeral),
      encryptionAtHost: facts.encryptionAtHost,
      customerKey: facts.osDisk !== null && facts.osDisk.diskEncryptionSetId !== null,
    }),
  )
}
