import type { Check } from '../types'

/** Online encryption of the OS disk stopped while it was encrypting in the background. */
export const osFailedWhileResuming: Check = {
  kind: 'os-failed-while-resuming',
  severity: 'error',
  uses: ['status-message'],
  find: ({ failedStep }) => (failedStep === 'resume_encryption' ? { volume: 'os' } : null),
}
