import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'

const underWay = whereVolumes(({ state }) => state === 'encrypting' || state === 'decrypting')

/** The work takes longer than it should. Only a history can tell: the flag comes from there. */
export const encryptionOverdue: Check = {
  kind: 'encryption-overdue',
  severity: 'action',
  uses: ['status-message', 'substatus'],
  find: (reading) => (hasFlag(reading.verdict, 'possibly-stuck') ? (underWay(reading) ?? { volume: null }) : null),
}
