import { operationOf } from '@/lib/encryption/request'
import type { Check } from '../types'

/**
 * A status query was sent to the single-pass extension, which does not support it: the refusal has replaced its last
 * status.
 */
export const querySentToSinglePass: Check = {
  kind: 'query-sent-to-single-pass',
  severity: 'warning',
  uses: ['extension-version', 'request-operation', 'status-message'],
  find: ({ facts, verdict: { progress } }) => {
    if (progress.messageKind !== 'linux-operation-not-supported') return null
    const asked = operationOf(facts?.adeExtensions[0]) === 'query'
    return asked || progress.message?.includes('QueryEncryptionStatus') === true ? { volume: null } : null
  },
}
