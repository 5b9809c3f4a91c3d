import type { DiskFacts, DiskViewFacts, VmFacts } from '@/lib/facts/types'
import type { Pass, Stamp } from './types'

const prefix = 'encryptionstate/'

/** The last `EncryptionState/…` code decides; any code but these two says nothing. */
export function stampOfView(view: DiskViewFacts | null): Stamp {
  const last = view?.codes.map((code) => code.toLowerCase()).findLast((code) => code.startsWith(prefix))
  if (last === `${prefix}encrypted`) return 'encrypted'
  return last === `${prefix}notencrypted` ? 'notEncrypted' : 'absent'
}

/**
 * Key settings on a disk. In dual pass those of the OS disk are in the VM model, not on the disk.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux-aad
 */
export function stampOfDisk(
  disk: Pick<DiskFacts, 'role' | 'view'>,
  pass: Pass,
  { modelSettings }: Pick<VmFacts, 'modelSettings'>,
): Stamp {
  if (pass !== 'dual' || disk.role === 'data') return stampOfView(disk.view)
  return modelSettings?.enabled === true && modelSettings.secretUrl !== null ? 'encrypted' : 'notEncrypted'
}
