import type { MachineState } from '@/lib/messages/entry'
import type { Check } from '../types'

/** The first of them shrinks the root file system; where a distribution has no such step, the copy is the first. */
const writing: readonly MachineState[] = [
  'split_root_partition',
  'encrypt_block_device',
  'patch_boot_system',
  'completed',
]

/** OS encryption failed at a step that writes to the OS disk: the system on it may not start any more. */
export const osFailedDiskTouched: Check = {
  kind: 'os-failed-disk-touched',
  severity: 'error',
  uses: ['status-message'],
  find: ({ failedStep }) => (failedStep !== null && writing.includes(failedStep) ? { volume: 'os' } : null),
}
