import type { MachineState } from '@/lib/messages/entry'

/**
 * Steps of OS encryption that write to the OS disk. The first of them shrinks the root file system; where a
 * distribution has no such step, the copy is the first.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
export const writingSteps: readonly MachineState[] = [
  'split_root_partition',
  'encrypt_block_device',
  'patch_boot_system',
  'completed',
]

/** Steps of OS encryption before the first one that writes to the OS disk. */
export const beforeWriting: readonly MachineState[] = [
  'uninitialized',
  'prereq',
  'selinux',
  'stripdown',
  'unmount_oldroot',
]

/** Of several steps that a text names, one that writes to the disk, or else the last one. */
export function riskiestStep(named: readonly MachineState[]): MachineState | null {
  return named.findLast((state) => writingSteps.includes(state)) ?? named.at(-1) ?? null
}
