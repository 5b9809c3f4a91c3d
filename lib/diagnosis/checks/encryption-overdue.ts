import { isOverdue, whereVolumes } from '../reading'
import type { Check } from '../types'

const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

/**
 * The work seems stuck, or takes longer than documented. The flags come from the history: one reading cannot show it.
 */
export const encryptionOverdue: Check = {
  kind: 'encryption-overdue',
  severity: 'action',
  uses: ['status-message', 'substatus'],
  find: (reading) => (isOverdue(reading.verdict) ? (inFlight(reading) ?? { volume: null }) : null),
}
