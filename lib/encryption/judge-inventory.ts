import type { Known } from '@/lib/shared/known'
import { isConfidentialOsDisk, isConfidentialVm } from './confidential'
import { stateOfVm } from './roll-up'
import type { DataState, VmState, VolumeState } from './types'

/** What a complete inventory must show before it may speak for a VM that was not read itself. */
export interface InventoryEvidence {
  /** All three queries (VMs, extensions, stamped disks) came back whole for the VM's subscription. */
  readonly complete: boolean
  /** The caller sees the row of the OS disk; a disk nobody sees cannot show that it carries no stamp. */
  readonly osDiskVisible: boolean
  /** An extension, a stamped disk or an enabled model was found: then only the VM itself can tell. */
  readonly candidate: boolean
  readonly dataDisks: Known<number>
  readonly encryptionAtHost: boolean
  readonly securityType: string | null
  readonly osDiskSecurityEncryptionType: Known<string | null>
}

export interface InventoryVerdict {
  /** `inventory`: the inventory speaks. `pending`: the VM must be read. `incomplete`: nothing can be said. */
  readonly reading: 'inventory' | 'pending' | 'incomplete'
  readonly state: VmState
  readonly os: VolumeState
  readonly data: { readonly state: DataState; readonly stamped: number; readonly total: number }
}

function undecided(reading: 'pending' | 'incomplete', total: number): InventoryVerdict {
  return { reading, state: 'unknown', os: 'unknown', data: { state: 'unknown', stamped: 0, total } }
}

/**
 * The OS disk of a confidential VM may be encrypted by the platform, and only its own type tells. Without it neither
 * "not encrypted" nor "protected" is proved, so such a VM is read like a candidate.
 */
function hidesConfidentialDisk(evidence: InventoryEvidence): boolean {
  const { securityType, osDiskSecurityEncryptionType, encryptionAtHost } = evidence
  return isConfidentialVm(securityType) && !osDiskSecurityEncryptionType.known && !encryptionAtHost
}

/**
 * The verdict on a VM that was not read one by one. Says `not-encrypted` only where a complete inventory shows no
 * extension, no stamped disk and no enabled model, and nothing it needed was hidden from the caller.
 */
export function judgeInventory(evidence: InventoryEvidence): InventoryVerdict {
  const total = evidence.dataDisks.known ? evidence.dataDisks.value : 0
  if (evidence.candidate) return undecided('pending', total)
  if (!evidence.complete || !evidence.osDiskVisible) return undecided('incomplete', total)
  if (hidesConfidentialDisk(evidence)) return undecided('pending', total)
  const { osDiskSecurityEncryptionType: osType } = evidence
  const plain = { stamp: 'absent', state: 'not-encrypted' } as const
  const volumes = [{ role: 'os', ...plain } as const, ...(total > 0 ? [{ role: 'data', ...plain } as const] : [])]
  const state = stateOfVm(volumes, {
    encryptionAtHost: evidence.encryptionAtHost,
    confidentialOsDisk: isConfidentialOsDisk(osType.known ? osType.value : null),
  })
  const none = evidence.dataDisks.known && total === 0
  return {
    reading: 'inventory',
    state,
    os: 'not-encrypted',
    data: { state: none ? 'none' : 'not-encrypted', stamped: 0, total },
  }
}
