import type { MessageKind, MessagePhase } from '@/lib/messages/types'

/**
 * The vocabulary of the verdict. The order of `vmStates` is the fixed order of every screen and of the
 * roll-up, except that `encrypted-unverified` and `partly-encrypted` are computed, not ranked.
 */
export const vmStates = [
  'failed',
  'conflict',
  'restart-pending',
  'encrypting',
  'decrypting',
  'unknown',
  'partly-encrypted',
  'encrypted-unverified',
  'encrypted',
  'protected-otherwise',
  'not-encrypted',
] as const
export type VmState = (typeof vmStates)[number]

export const volumeStates = [
  'failed',
  'conflict',
  'restart-pending',
  'encrypting',
  'decrypting',
  'unknown',
  'encrypted-unverified',
  'encrypted',
  'not-encrypted',
  'not-mounted',
] as const
export type VolumeState = (typeof volumeStates)[number]

/** State of all data volumes together: never `protected-otherwise`, and two additional states. */
export type DataState = Exclude<VmState, 'protected-otherwise'> | 'none' | 'not-mounted'

export const passes = ['single', 'dual', 'none'] as const
export type Pass = (typeof passes)[number]

export const stamps = ['encrypted', 'notEncrypted', 'absent'] as const
export type Stamp = (typeof stamps)[number]

export const reportedWords = [
  'Encrypted',
  'NotEncrypted',
  'EncryptionInProgress',
  'DecryptionInProgress',
  'VMRestartPending',
  'NotMounted',
] as const
export type ReportedWord = (typeof reportedWords)[number]

export const flagCodes = [
  'possibly-stuck',
  'longer-than-documented',
  'last-operation-failed',
  'conflict-stamp-report',
  'stale-report',
  'unreadable-report',
  'unrecognised-message',
  'operation-running',
  'mixed-data-disks',
  'extension-removed',
  'extension-renamed',
  'dual-pass-leftover',
  'confidential-no-stamp',
  'data-not-mounted',
  'runtime-not-read',
  'attested-otherwise',
] as const
export type FlagCode = (typeof flagCodes)[number]

/**
 * Whether the history shows that the work does not advance, or takes longer than documented. Every next step of a VM
 * follows from this: none may then advise to wait.
 */
export function isOverdue(flags: readonly FlagCode[]): boolean {
  return flags.includes('possibly-stuck') || flags.includes('longer-than-documented')
}

/** Why a flag is raised: a code, which the screens put into words. */
export const flagReasons = [
  'no-disk-traffic',
  'retries-rising',
  'agent-silent',
  'far-over-similar',
  'over-documented-range',
  'extension-provisioning-failed',
  'status-code-failed',
  'status-level-error',
  'extension-provisioning-running',
  'vm-not-running',
  'agent-not-ready',
  'substatus-not-json',
  'substatus-word-unknown',
  'message-not-in-catalogue',
  'stamped-but-report-says-not-encrypted',
  'report-encrypted-but-not-stamped',
  'some-data-disks-stamped',
  'stamped-without-extension',
  'extension-name-not-default',
  'model-enabled-false-left',
  'confidential-vm-skips-stamp',
  'data-disks-not-mounted',
  'no-instance-view',
  'no-os-disk-in-model',
  'extension-status-missing',
  'input-unreadable',
  'attested-not-encrypted',
] as const
export type FlagReason = (typeof flagReasons)[number]

export interface Flag {
  readonly code: FlagCode
  readonly reason: FlagReason
}

export interface VolumeVerdict {
  readonly name: string
  readonly role: 'os' | 'data'
  readonly lun: number | null
  readonly stamp: Stamp
  readonly state: VolumeState
}

export interface Progress {
  /** The raw ProgressMessage, exactly as Azure gave it; null where it is missing. */
  readonly message: string | null
  readonly messageKind: MessageKind | 'unrecognised' | null
  readonly phase: MessagePhase | null
  /** The percentage in the text, 0 to 100; null without one. */
  readonly percent: number | null
}

export type PowerShellView =
  | {
      readonly mode: 'None' | 'SinglePass' | 'DualPass'
      readonly OsVolumeEncrypted: string
      readonly DataVolumesEncrypted: string
      readonly OsVolumeEncryptionSettings: string | null
      readonly ProgressMessage: string
    }
  | { readonly error: string }

export interface OtherTools {
  /** What `Get-AzVMDiskEncryptionStatus` prints; null where it cannot be computed. */
  readonly powershell: PowerShellView | null
  /** The result of `az vm encryption show` of azure-cli 2.74. */
  readonly azCli: { readonly outcome: 'printed' | 'nothing' | 'error' }
}

/** The verdict on one VM: the same value is used by the fleet row, the VM page and the command line. */
export interface Verdict {
  readonly pass: Pass
  readonly state: VmState
  readonly os: { readonly state: VolumeState; readonly stamp: Stamp; readonly reported: ReportedWord | null }
  readonly data: {
    readonly state: DataState
    readonly reported: ReportedWord | null
    readonly stamped: number
    readonly total: number
  }
  readonly volumes: readonly VolumeVerdict[]
  readonly progress: Progress
  readonly flags: readonly Flag[]
  readonly otherTools: OtherTools
}

type OrNull<T, K extends keyof T> = Omit<T, K> & { readonly [Key in K]: T[Key] | null }

/**
 * The verdict on another tool's words: `null` where the text does not show a value. The verdict on a VM also has this
 * type.
 */
export interface TextVerdict extends Omit<Verdict, 'pass' | 'data' | 'otherTools'> {
  readonly pass: Pass | null
  readonly data: OrNull<Verdict['data'], 'stamped' | 'total'>
  readonly otherTools: {
    readonly powershell:
      | OrNull<Exclude<PowerShellView, { readonly error: string }>, 'mode'>
      | Extract<PowerShellView, { readonly error: string }>
      | null
    readonly azCli: OrNull<OtherTools['azCli'], 'outcome'>
  }
}
