import { hasFlag } from '../reading'
import type { Check } from '../types'

/** One of ten attempts to unmount the old root failed: reported as an error, and none before the tenth. */
export const harmlessUnmountAttempt: Check = {
  kind: 'harmless-unmount-attempt',
  severity: 'info',
  uses: ['status-code', 'status-message'],
  find: ({ verdict }) => {
    const harmless = !hasFlag(verdict, 'last-operation-failed')
    return harmless && verdict.progress.messageKind === 'linux-os-unmount-attempt-failed' ? { volume: 'os' } : null
  },
}
