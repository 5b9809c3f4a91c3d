import { isOverdue, whereVolumes } from '../reading'
import type { Check } from '../types'

const inFlight = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

/** The work looks stuck, or takes longer than documented. Only a history can tell: the flags come from there. */
export const encryptionOverdue: Check = {
  kind: 'encryption-overdue',
  severity: 'action',
  uses: ['status-message', 'substatus'],
  find: (reading) => (isOverdue(reading.verdict) ? (inFlight(reading) ?? { volume: null }) : null),
}
