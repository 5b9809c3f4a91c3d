import { writingSteps } from '../steps/writing-steps'
import type { Check } from '../types'

/** OS encryption failed at a step that writes to the OS disk: the system on it may no longer start. */
export const osFailedDiskTouched: Check = {
  kind: 'os-failed-disk-touched',
  severity: 'error',
  uses: ['status-message'],
  find: ({ failedStep }) => (failedStep !== null && writingSteps.includes(failedStep) ? { volume: 'os' } : null),
}
