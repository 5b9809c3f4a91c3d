import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The extension got no usable answer from the instance metadata service (inferred from the trace). */
export const metadataServiceUnreachable: Check = {
  kind: 'metadata-service-unreachable',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('metadataService', 'all'),
}
