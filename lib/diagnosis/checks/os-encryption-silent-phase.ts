import type { Progress } from '@/lib/encryption/types'
import { isOverdue } from '../reading'
import type { Check } from '../types'

const copying: readonly Progress['messageKind'][] = [
  'linux-os-encryption-started',
  'linux-os-encryption-already-running',
]

/**
 * The OS disk is being copied: for hours the extension reports nothing new and no sign-in works. That is normal.
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export const osEncryptionSilentPhase: Check = {
  kind: 'os-encryption-silent-phase',
  severity: 'info',
  uses: ['status-message', 'substatus'],
  find: ({ verdict }) => {
    const { os, progress } = verdict
    // Where no report was read, the message alone is the evidence.
    const copies = os.state === 'encrypting' || (os.reported === null && os.state !== 'failed')
    return copies && copying.includes(progress.messageKind) && !isOverdue(verdict) ? { volume: 'os' } : null
  },
}
