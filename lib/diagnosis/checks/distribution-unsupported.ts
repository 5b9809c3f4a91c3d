import { whenMessageIn } from '../message-groups'
import type { Check } from '../types'

/** The extension does not encrypt this distribution, version or kernel. */
export const distributionUnsupported: Check = {
  kind: 'distribution-unsupported',
  severity: 'error',
  uses: ['status-message'],
  find: whenMessageIn('distribution', 'os'),
}
