import type { MachineState } from '@/lib/messages/entry'
import type { VmFacts } from '@/lib/facts/types'
import type { TextVerdict } from '@/lib/encryption/types'
import type { ProblemKind } from './kinds'
import type { Copying } from './steps/work'
import type { PrerequisiteKind } from './readiness/kinds'
import type { Prerequisite } from './readiness/types'

/** From the most urgent to the merely informative. */
export const problemSeverities = ['error', 'action', 'warning', 'info'] as const
export type ProblemSeverity = (typeof problemSeverities)[number]

/** The volumes that a problem is about; null where it is about the VM or the extension. */
export type ProblemVolume = 'os' | 'data' | 'all' | null

/** What a check or a cause reads, by name. `console-log` serves causes only. */
export const factNames = [
  'power-state',
  'os-type',
  'security-profile',
  'agent-status',
  'agent-version',
  'disk-stamps',
  'data-disks',
  'model-settings',
  'extension-list',
  'extension-name',
  'extension-version',
  'other-extensions',
  'provisioning-state',
  'request-operation',
  'request-volume-type',
  'status-code',
  'status-message',
  'substatus',
  'prerequisites',
  'console-log',
] as const
export type FactName = (typeof factNames)[number]

/** One problem that a single reading of a VM shows, or that only seems to be one. Codes only. */
export interface Problem {
  readonly kind: ProblemKind
  readonly severity: ProblemSeverity
  readonly volume: ProblemVolume
  /** The facts that the check decided from. */
  readonly evidence: readonly FactName[]
}

/** How a vault authorises access: by its own access policies, or by roles of Azure RBAC. */
export type VaultAccess = 'policies' | 'roles'

/** The input of the checks. */
export interface DiagnosisInput {
  /** Null where only the words of another tool were read. */
  readonly facts: VmFacts | null
  readonly verdict: TextVerdict
  /** The step at which OS encryption failed, where the text names one. */
  readonly failedStep: MachineState | null
  /** OS encryption failed at a step that the text does not name: the OS disk may have been written to. */
  readonly isFailedStepUnknown: boolean
  /** The text shows the encrypted mapping or the LUKS header of the OS disk; never for a VM's own reading. */
  readonly osDiskBeside: boolean
  /** The outcome of each prerequisite check; empty where only the VM itself was read. */
  readonly prerequisites: ReadonlyMap<PrerequisiteKind, Prerequisite>
  /** Of the vault that a request or a disk names; null where it was not read. */
  readonly vaultAccess: VaultAccess | null
  /** Work that a text shows beside the judged answer or message; null where it shows none, and for a VM's own reading. */
  readonly workBeside: Copying | null
  /** A tool's output in the text shows an open mapping or an encrypted volume; never for a VM's own reading. */
  readonly encryptedBeside: boolean
  /** Another part of the text says the opposite of the verdict; never for a VM's own reading. */
  readonly isDenied: boolean
  /** Whether such work is mentioned inside or behind the text of another message: no failure is known to be newer. */
  readonly workMentioned: boolean
}

export interface Finding {
  readonly volume: ProblemVolume
  /** Set where it differs from the check's own. */
  readonly severity?: ProblemSeverity
}

/** How one problem is found. */
export interface CheckRule {
  readonly severity: ProblemSeverity
  readonly uses: readonly FactName[]
  /** Null where the problem is absent or cannot be shown. */
  readonly find: (reading: DiagnosisInput) => Finding | null
}

export interface Check extends CheckRule {
  readonly kind: ProblemKind
}

/** The rules of some problems. All tables together have one for every kind. */
export type CheckTable = Partial<Record<ProblemKind, CheckRule>>
