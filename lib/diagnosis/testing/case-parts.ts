import type { ExtensionOptions, VmOptions } from '@/lib/facts/testing/vm-body'
import { both, stamped } from '@/lib/encryption/testing/judged'
import type { Flag } from '@/lib/encryption/types'
import type { MessageKind } from '@/lib/messages/types'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { Copying } from '../steps/work'
import type { Prerequisite, PrerequisiteOutcome } from '../readiness/types'

/** A VM that shows a problem, and one that comes close but does not. */
export interface ProblemCase {
  readonly shows: VmOptions
  readonly not: VmOptions
  readonly volume: 'os' | 'data' | 'all' | null
  /** Prerequisites that the first VM does not meet, and the second does. */
  readonly unmet?: readonly PrerequisiteKind[]
  /** The same with their reasons. */
  readonly found?: readonly Prerequisite[]
  /** The words of the cmdlet in place of the first VM. */
  readonly cmdlet?: { readonly os: string; readonly data: string }
  /** A text that no status contains, as the first VM's message. */
  readonly says?: MessageKind
  /** Work that a text shows beside the first VM's message. */
  readonly beside?: Copying
  /** Flags that a history adds to the verdict on the first VM. */
  readonly flags?: readonly Flag[]
}

/** A prerequisite with an outcome, for tests that ignore the reason. */
export function prerequisite(kind: PrerequisiteKind, outcome: PrerequisiteOutcome): Prerequisite {
  const reason = kind === 'key-version' ? 'key-version-disabled' : 'memory-enough'
  return { kind, outcome, reason, values: {}, missing: null }
}

export const failedWith = (code: number, message: string): ExtensionOptions => ({
  status: { code: `ProvisioningState/failed/${code}`, level: 'Error', displayStatus: 'Provisioning failed', message },
})
export const vm = (extension: ExtensionOptions, rest: VmOptions = {}): VmOptions => ({
  osDisk: stamped,
  extension,
  ...rest,
})
export const failed = (code: number, message: string): VmOptions => vm(failedWith(code, message))
export const says = (message: string, report: object | string, rest: VmOptions = {}): VmOptions =>
  vm({ status: { message }, report }, rest)
export const osFailed = (cause: string, step: string): VmOptions =>
  failed(19, `Failed to encrypt OS volume with error: ${cause}, stack trace: x, machine state: ${step}`)
export const precheck = (sentence: string): VmOptions =>
  failed(
    53,
    `Traceback (most recent call last):\n  File "check_util.py", in precheck_for_fatal_failures\nException: ${sentence}`,
  )
export const dataFailed = (cause: string): VmOptions =>
  failed(19, `Failed to encrypt data volumes with error: ${cause}, stack trace: x`)
export const failedOnWindows = (message: string): VmOptions => ({
  os: 'Windows',
  osDisk: stamped,
  extension: failedWith(1, `[2.4.0.21] ${message}`),
})

export const encrypted = says('Encryption succeeded for all volumes', both('Encrypted'), { data: [stamped] })
export const encrypting = both('EncryptionInProgress')
