import type { Check } from '../types'

/** The OS disk is encrypted, but the VM has not yet restarted from it. */
export const restartPending: Check = {
  kind: 'restart-pending',
  severity: 'action',
  uses: ['status-message', 'substatus'],
  find: ({ verdict: { os, progress } }) => {
    const saysSo = os.reported === null && os.state !== 'failed' && progress.messageKind === 'linux-os-please-reboot'
    return os.state === 'restart-pending' || saysSo ? { volume: 'os' } : null
  },
}
