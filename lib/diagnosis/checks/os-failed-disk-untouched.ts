import type { MachineState } from '@/lib/messages/entry'
import type { Check } from '../types'

const harmless: readonly MachineState[] = ['uninitialized', 'prereq', 'selinux', 'stripdown', 'unmount_oldroot']

/** OS encryption failed before anything was written to the OS disk. */
export const osFailedDiskUntouched: Check = {
  kind: 'os-failed-disk-untouched',
  severity: 'error',
  uses: ['status-message'],
  find: ({ failedStep }) => (failedStep !== null && harmless.includes(failedStep) ? { volume: 'os' } : null),
}
