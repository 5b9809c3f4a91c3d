import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The client sent a request that this VM does not accept. */
export const clientRequestRefused: Check = {
  kind: 'client-request-refused',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('clientRequest', null),
}
