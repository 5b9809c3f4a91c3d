import { namesItsCause, whenMessageIn } from '../message-groups'
import { deniesWriting, hasFlag, whereVolumes } from '../reading'
import { beforeWriting, writingSteps } from '../steps/writing-steps'
import { saidOff, saidSilent } from './machine'
import { isLastAttempt } from './messages'
import { timeLimits } from './running-work'
import type { CheckTable, DiagnosisInput, Finding } from '../types'
import { operationOf } from '@/lib/encryption/request'
import { catalogue } from '@/lib/messages/catalogue'

const osBusy = whenMessageIn('osBusy', 'os')
const temporaryDiskBusy = whenMessageIn('temporaryDiskBusy', 'data')

const rejected = whenMessageIn('request', null)

const failedVolumes = whereVolumes(({ state }) => state === 'failed')

const stampedAndFailed = whereVolumes(({ state, stamp }) => state === 'failed' && stamp === 'encrypted')

/** What failed was a change of the key of disks that can be encrypted already. */
function changedKey({ verdict: { progress } }: DiagnosisInput): boolean {
  const { messageKind } = progress
  return messageKind !== null && messageKind !== 'unrecognised' && catalogue[messageKind].group === 'keyUpdate'
}

/**
 * The host refused the key settings: nothing on the OS disk is the cause.
 * https://github.com/Azure/azure-linux-extensions/issues/769
 */
const refusedByHost = whenMessageIn('host', 'all')

/** A status query that the single-pass extension refused. */
function querySent({ facts, verdict: { progress } }: DiagnosisInput): Finding | null {
  if (progress.messageKind !== 'linux-operation-not-supported') return null
  const asked = operationOf(facts?.adeExtensions[0]) === 'query'
  return asked || progress.message?.includes('QueryEncryptionStatus') === true ? { volume: null } : null
}

/** What failed, by the step and the message of the extension. */
export const failureChecks = {
  /** OS encryption failed at a step that writes to the OS disk: the system on it may no longer start. */
  'os-failed-disk-touched': {
    severity: 'error',
    uses: ['status-message'],
    find: ({ failedStep }) => (failedStep !== null && writingSteps.includes(failedStep) ? { volume: 'os' } : null),
  },
  /** OS encryption failed before anything was written to the OS disk. */
  'os-failed-disk-untouched': {
    severity: 'error',
    uses: ['status-message'],
    find: (reading) => {
      const { failedStep } = reading
      if (refusedByHost(reading) !== null || deniesWriting(reading)) return null
      return failedStep !== null && beforeWriting.includes(failedStep) ? { volume: 'os' } : null
    },
  },
  /** Online encryption of the OS disk stopped while it was encrypting in the background. */
  'os-failed-while-resuming': {
    severity: 'error',
    uses: ['status-message'],
    find: ({ failedStep }) => (failedStep === 'resume_encryption' ? { volume: 'os' } : null),
  },
  /** A process in the VM kept a volume busy that had to be unmounted. */
  'mount-busy': {
    severity: 'error',
    uses: ['status-message'],
    find: (reading) => {
      if (deniesWriting(reading)) return null
      return osBusy(reading) ?? temporaryDiskBusy(reading) ?? (isLastAttempt(reading) ? { volume: 'os' } : null)
    },
  },
  /** The extension does not understand the request. A status query has a separate check. */
  'request-rejected': {
    severity: 'error',
    uses: ['status-message', 'request-operation'],
    find: (reading) => (querySent(reading) === null ? rejected(reading) : null),
  },
  /**
   * A status query was sent to the single-pass extension, which does not support it: the refusal has replaced its last
   * status.
   */
  'query-sent-to-single-pass': {
    severity: 'warning',
    uses: ['extension-version', 'request-operation', 'status-message'],
    find: querySent,
  },
  /** The last operation failed and its text names no cause that another check knows. */
  'failed-without-known-cause': {
    severity: 'error',
    uses: ['provisioning-state', 'status-code', 'status-message'],
    find: (reading) => {
      const { verdict, failedStep } = reading
      if (!hasFlag(verdict, 'last-operation-failed') || failedStep !== null || namesItsCause(verdict)) return null
      if ([...saidOff, ...saidSilent, ...timeLimits].includes(verdict.progress.messageKind)) return null
      return failedVolumes(reading) ?? { volume: null }
    },
  },
  /** A disk still has key settings after a failed run: the settings do not prove encryption. */
  'stamped-after-failed-run': {
    severity: 'warning',
    uses: ['disk-stamps', 'provisioning-state', 'status-code', 'request-operation', 'request-volume-type', 'substatus'],
    find: (reading) => (changedKey(reading) ? null : stampedAndFailed(reading)),
  },
} satisfies CheckTable
