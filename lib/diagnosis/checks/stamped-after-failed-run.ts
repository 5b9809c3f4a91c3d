import { whereVolumes } from '../reading'
import type { Check } from '../types'

/** A disk still carries key settings after a run that failed: the stamp stands, encryption may not. */
export const stampedAfterFailedRun: Check = {
  kind: 'stamped-after-failed-run',
  severity: 'warning',
  uses: ['disk-stamps', 'provisioning-state', 'status-code', 'request-operation', 'request-volume-type', 'substatus'],
  find: whereVolumes(({ state, stamp }) => state === 'failed' && stamp === 'encrypted'),
}
