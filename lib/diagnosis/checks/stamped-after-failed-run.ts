import { catalogue } from '@/lib/messages/catalogue'
import type { DiagnosisInput } from '../types'
import { whereVolumes } from '../reading'
import type { Check } from '../types'

const stampedAndFailed = whereVolumes(({ state, stamp }) => state === 'failed' && stamp === 'encrypted')

/** What failed was a change of the key of disks that can be encrypted already. */
function changedKey({ verdict: { progress } }: DiagnosisInput): boolean {
  const { messageKind } = progress
  return messageKind !== null && messageKind !== 'unrecognised' && catalogue[messageKind].group === 'keyUpdate'
}

/** A disk still has key settings after a failed run: the settings do not prove encryption. */
export const stampedAfterFailedRun: Check = {
  kind: 'stamped-after-failed-run',
  severity: 'warning',
  uses: ['disk-stamps', 'provisioning-state', 'status-code', 'request-operation', 'request-volume-type', 'substatus'],
  find: (reading) => (changedKey(reading) ? null : stampedAndFailed(reading)),
}
