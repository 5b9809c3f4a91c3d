import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'
import { querySentToSinglePass } from './query-sent-to-single-pass'

const rejected = whenMessageIn('request', null)

/** The extension does not understand the request. A status query has a separate check. */
export const requestRejected: Check = {
  kind: 'request-rejected',
  severity: 'error',
  uses: ['status-message', 'request-operation'],
  find: (reading) => (querySentToSinglePass.find(reading) === null ? rejected(reading) : null),
}
