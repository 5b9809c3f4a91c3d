import type { FleetRow } from '@/lib/contract/fleet'
import { instanceOf } from '@/lib/contract/vm-reference'
import type { MigrationClass, UndecidedReason } from './codes'

/** The facts of a row that decide its class. */
export type ClassFacts = Pick<FleetRow, 'id' | 'pass' | 'osType' | 'os' | 'data' | 'flags' | 'operation'>

export interface Classified {
  readonly kind: MigrationClass
  /** Null unless `undecided`. */
  readonly reason: UndecidedReason | null
}

const decided = (kind: MigrationClass): Classified => ({ kind, reason: null })
const undecided = (reason: UndecidedReason): Classified => ({ kind: 'undecided', reason })

/** What a volume's state says about Azure Disk Encryption on that volume. */
type Touch = 'yes' | 'no' | 'failed' | 'conflict' | 'unknown'

const osTouch: Readonly<Record<FleetRow['os'], Touch>> = {
  failed: 'failed',
  conflict: 'conflict',
  'restart-pending': 'yes',
  encrypting: 'yes',
  // A Linux OS disk cannot be decrypted; one in this state was encrypted.
  decrypting: 'yes',
  unknown: 'unknown',
  'encrypted-unverified': 'yes',
  encrypted: 'yes',
  'not-encrypted': 'no',
  'not-mounted': 'no',
}

/** A data disk that failed or has contradictory evidence takes the same way as an encrypted one. */
const dataTouch: Readonly<Record<FleetRow['data']['state'], 'yes' | 'no' | 'unknown'>> = {
  failed: 'yes',
  conflict: 'yes',
  'restart-pending': 'yes',
  encrypting: 'yes',
  decrypting: 'yes',
  unknown: 'unknown',
  'partly-encrypted': 'yes',
  'encrypted-unverified': 'yes',
  encrypted: 'yes',
  'not-encrypted': 'no',
  none: 'no',
  'not-mounted': 'no',
}

const dataOf = ({ data }: ClassFacts) =>
  data.state === 'not-mounted' && data.stamped > 0 ? 'yes' : dataTouch[data.state]

/** The extension is, or may be, at work: it may encrypt a further volume at any time. */
const isAtWork = ({ flags, operation }: ClassFacts): boolean =>
  operation !== null || flags.includes('operation-running')

/** An encrypted Linux OS disk cannot be decrypted, and then the data disks beside it cannot either. */
function linuxClass(vm: ClassFacts): Classified {
  const os = osTouch[vm.os]
  if (os === 'yes') return decided('linux-os')
  if (os === 'failed') return undecided('os-failed')
  if (os === 'conflict') return undecided('os-conflict')
  if (os === 'unknown') return undecided('os-unknown')
  const data = dataOf(vm)
  if (data === 'unknown') return undecided('data-unknown')
  if (data === 'yes') return decided('linux-data')
  return isAtWork(vm) ? undecided('just-begun') : decided('leftover')
}

const isTouched = (vm: ClassFacts): boolean => osTouch[vm.os] !== 'no' || dataOf(vm) !== 'no'

/** Windows decrypts all of its volumes, so its way is the same for any set of encrypted volumes. */
function windowsClass(vm: ClassFacts): Classified {
  return decided(isTouched(vm) || isAtWork(vm) ? 'windows' : 'leftover')
}

/**
 * How a VM gets off Azure Disk Encryption, by what was read of it; null for a VM that has nothing to do with it.
 * Source: https://github.com/MicrosoftDocs/azure-compute-docs/blob/596eb049/articles/virtual-machines/disk-encryption-migrate.md
 * @param isMember whether it belongs to a flexible scale set
 */
export function classify(vm: ClassFacts, isMember: boolean): Classified | null {
  if (vm.pass === 'none') return null
  if (vm.pass === null) return undecided('not-read')
  const isOfSet = isMember || instanceOf(vm.id) !== null
  if (isOfSet && (isTouched(vm) || isAtWork(vm))) return decided('scale-set')
  if (vm.osType === null) return undecided('os-type-unknown')
  return vm.osType === 'Linux' ? linuxClass(vm) : windowsClass(vm)
}
