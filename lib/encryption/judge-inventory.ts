import { valueOrNull, type Known } from '@/lib/shared/known'
import { isConfidentialOsDisk, isConfidentialVm, isUnknownProtection } from './confidential'
import { stateOfVm, type OtherProtection } from './roll-up'
import type { DataState, VmState, VolumeState } from './types'

/** What a complete inventory must show before it may decide for a VM without a reading. */
export interface InventoryEvidence {
  /** All queries (VMs, extensions, stamped disks, hidden disks) were read whole for the VM's subscription. */
  readonly complete: boolean
  /** The caller sees the row of the OS disk; a hidden disk cannot show that it has no stamp. */
  readonly osDiskVisible: boolean
  /** An extension, a stamped disk or an enabled model was found: then only a reading of the VM can decide. */
  readonly candidate: boolean
  readonly dataDisks: Known<number>
  readonly encryptionAtHost: Known<boolean>
  readonly securityType: Known<string | null>
  readonly osDiskSecurityEncryptionType: Known<string | null>
  /** A customer-managed key on the OS disk. It decides no state, but a row must not deny it. */
  readonly diskEncryptionSetId: Known<string | null>
}

export interface InventoryVerdict {
  /** `inventory`: the inventory decides. `pending`: the VM must be read. `incomplete`: nothing can be concluded. */
  readonly reading: 'inventory' | 'pending' | 'incomplete'
  readonly state: VmState
  readonly os: VolumeState
  readonly data: { readonly state: DataState; readonly stamped: number; readonly total: number }
}

function undecided(reading: 'pending' | 'incomplete', total: number): InventoryVerdict {
  return { reading, state: 'unknown', os: 'unknown', data: { state: 'unknown', stamped: 0, total } }
}

/**
 * The VM's protection according to its row, where the row is complete and does not contradict itself; null otherwise.
 */
function protectionOf(evidence: InventoryEvidence): OtherProtection | null {
  const { encryptionAtHost, securityType, osDiskSecurityEncryptionType: osType } = evidence
  if (!encryptionAtHost.known || !securityType.known || !osType.known) return null
  if (!evidence.dataDisks.known || !evidence.diskEncryptionSetId.known) return null
  if (isUnknownProtection(securityType.value, osType.value)) return null
  const confidentialOsDisk = isConfidentialOsDisk(osType.value)
  // The OS disk of a confidential VM always names its type, and no other VM has an OS disk that the platform encrypts
  // this way.
  const agrees = isConfidentialVm(securityType.value) ? osType.value !== null : !confidentialOsDisk
  return agrees ? { encryptionAtHost: encryptionAtHost.value, confidentialOsDisk } : null
}

/**
 * Whether the inventory may overlook ADE on this VM. On a confidential VM encryption leaves no stamp on a disk, so where
 * the list of extensions is late, or the caller may not read extensions, nothing else shows it. A confidential OS disk
 * alone is known to be protected.
 */
function mayOverlook(
  { securityType, osDiskSecurityEncryptionType: osType }: InventoryEvidence,
  total: number,
): boolean {
  if (!isConfidentialVm(valueOrNull(securityType))) return false
  return total > 0 || !isConfidentialOsDisk(valueOrNull(osType))
}

/**
 * The verdict on a VM without its own reading. Says `not-encrypted` only where a complete inventory shows no extension,
 * no stamped disk and no enabled model, and nothing that it needs was hidden from the caller. A VM whose row lacks a
 * column, or has an unreadable one, has to be read.
 */
export function judgeInventory(evidence: InventoryEvidence): InventoryVerdict {
  const total = evidence.dataDisks.known ? evidence.dataDisks.value : 0
  if (evidence.candidate) return undecided('pending', total)
  if (!evidence.complete || !evidence.osDiskVisible) return undecided('incomplete', total)
  const protection = protectionOf(evidence)
  if (protection === null || mayOverlook(evidence, total)) return undecided('pending', total)
  const plain = { stamp: 'absent', state: 'not-encrypted' } as const
  const volumes = [{ role: 'os', ...plain } as const, ...(total > 0 ? [{ role: 'data', ...plain } as const] : [])]
  return {
    reading: 'inventory',
    state: stateOfVm(volumes, protection),
    os: 'not-encrypted',
    data: { state: total === 0 ? 'none' : 'not-encrypted', stamped: 0, total },
  }
}
