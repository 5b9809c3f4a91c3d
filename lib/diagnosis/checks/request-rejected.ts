import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'
import { querySentToSinglePass } from './query-sent-to-single-pass'

const rejected = whenMessageIn('request', null)

/** The extension does not understand what was asked of it. A status query has a check of its own. */
export const requestRejected: Check = {
  kind: 'request-rejected',
  severity: 'error',
  uses: ['status-message', 'request-operation'],
  find: (reading) => (querySentToSinglePass.find(reading) === null ? rejected(reading) : null),
}
