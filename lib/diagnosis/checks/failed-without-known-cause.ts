import { namesItsCause } from '../message-groups'
import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'

const failedVolumes = whereVolumes(({ state }) => state === 'failed')

/** The last operation failed and its text names no cause that another check knows. */
export const failedWithoutKnownCause: Check = {
  kind: 'failed-without-known-cause',
  severity: 'error',
  uses: ['provisioning-state', 'status-code', 'status-message'],
  find: (reading) => {
    const { verdict, failedStep } = reading
    if (!hasFlag(verdict, 'last-operation-failed') || failedStep !== null || namesItsCause(verdict)) return null
    return failedVolumes(reading) ?? { volume: null }
  },
}
