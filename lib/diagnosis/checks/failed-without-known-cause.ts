import { namesItsCause } from '../message-groups'
import { hasFlag, whereVolumes } from '../reading'
import type { Check } from '../types'
import { saidOff } from './vm-not-running'

const failedVolumes = whereVolumes(({ state }) => state === 'failed')

/** The last operation failed and its text names no cause that another check knows. */
export const failedWithoutKnownCause: Check = {
  kind: 'failed-without-known-cause',
  severity: 'error',
  uses: ['provisioning-state', 'status-code', 'status-message'],
  find: (reading) => {
    const { verdict, failedStep } = reading
    if (!hasFlag(verdict, 'last-operation-failed') || failedStep !== null || namesItsCause(verdict)) return null
    if (saidOff.includes(verdict.progress.messageKind)) return null
    return failedVolumes(reading) ?? { volume: null }
  },
}
