import { whereVolumes } from '../reading'
import type { Check } from '../types'

/** A disk still has key settings after a failed run: the settings do not prove encryption. */
export const stampedAfterFailedRun: Check = {
  kind: 'stamped-after-failed-run',
  severity: 'warning',
  uses: ['disk-stamps', 'provisioning-state', 'status-code', 'request-operation', 'request-volume-type', 'substatus'],
  find: whereVolumes(({ state, stamp }) => state === 'failed' && stamp === 'encrypted'),
}
