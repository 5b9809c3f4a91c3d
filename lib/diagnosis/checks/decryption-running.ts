import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'
import { decryptionNotResuming } from './decryption-not-resuming'

const decrypting = whereVolumes(({ state }) => state === 'decrypting')

/**
 * Data volumes are being decrypted. An interrupted decryption does not continue by itself.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const decryptionRunning: Check = {
  kind: 'decryption-running',
  severity: 'warning',
  uses: ['substatus', 'status-message'],
  find: (reading) => {
    const { verdict } = reading
    if (decryptionNotResuming.find(reading) !== null) return null
    const says = verdict.progress.phase === 'decrypting' && !hasFlag(verdict, 'last-operation-failed')
    return decrypting(reading) ?? (says ? { volume: 'data' } : null)
  },
}
