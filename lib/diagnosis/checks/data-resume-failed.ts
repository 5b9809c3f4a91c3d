import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** Encryption of a data volume was interrupted and could not continue: the volume is half encrypted. */
export const dataResumeFailed: Check = {
  kind: 'data-resume-failed',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('dataResume', 'data'),
}
