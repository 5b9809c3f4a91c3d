import type { MessagePhase } from './types'

/** Who writes the text. */
export const messageOrigins = [
  'linux-extension',
  'windows-extension',
  'platform',
  'powershell',
  'azure-cli',
  'guest',
] as const
export type MessageOrigin = (typeof messageOrigins)[number]

/** The place where the text occurs; texts of different places are never compared with each other. */
export const messageTargets = [
  'status-message',
  'substatus-message',
  'display-status',
  'instance-view-code',
  'vm-agent-message',
  'handler-status',
  'arm-error-message',
  'arm-error-code',
  'client-output',
  'client-field',
  'log-line',
  'internal-name',
  'policy-reason',
] as const
export type MessageTarget = (typeof messageTargets)[number]

/** One text can answer several questions; entries compete only within one facet. */
export const messageFacets = ['main', 'machine-state', 'os', 'data', 'pair', 'shape'] as const
export type MessageFacet = (typeof messageFacets)[number]

/** `status` of the extension's status file, which ARM turns into a code and a level. */
export const reportedStatuses = ['success', 'transitioning', 'error'] as const
export type ReportedStatus = (typeof reportedStatuses)[number]

/**
 * Steps of the offline OS encryption, in order of work; `resume_encryption` belongs to the online method.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
export const machineStates = [
  'uninitialized',
  'prereq',
  'selinux',
  'stripdown',
  'unmount_oldroot',
  'split_root_partition',
  'encrypt_block_device',
  'patch_boot_system',
  'resume_encryption',
  'completed',
] as const
export type MachineState = (typeof machineStates)[number]

/**
 * How a text is recognised. Each form costs time linear in the text: passages are found by plain search, and patterns
 * see only a window of fixed size.
 */
export type TextMatch =
  | { readonly kind: 'exact'; readonly texts: readonly string[] }
  | { readonly kind: 'prefix'; readonly text: string }
  /** The whole of a short text. */
  | { readonly kind: 'whole'; readonly pattern: RegExp }
  /** The beginning of a text of any length. */
  | { readonly kind: 'start'; readonly pattern: RegExp }
  | ContainsMatch
  | { readonly kind: 'any-of'; readonly forms: readonly TextMatch[] }
  /** A JSON object in which every named field has the named word. */
  | { readonly kind: 'json'; readonly fields: Readonly<Partial<Record<'os' | 'data', string>>> }

/** Passages in order, with any text between them. */
export interface ContainsMatch {
  readonly kind: 'contains'
  readonly passages: readonly string[]
  /** The beginning of the text (a pattern begins with `^`); the passages follow. */
  readonly start?: string | RegExp
  /** The text directly before (ends with `$`) and after (begins with `^`) the last passage. */
  readonly before?: RegExp
  readonly after?: RegExp
  /** The end of the text (ends with `$`). */
  readonly end?: RegExp
}

/**
 * Groups of failure texts that share one cause.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/check_util.py
 */
export const messageGroups = [
  'memory',
  'lvm',
  'distribution',
  'volumeType',
  'keyVault',
  'keyEncryptionKey',
  'keyVolume',
  'packages',
  'confidentialVm',
  'host',
  'vaultRefused',
  'osBusy',
  'temporaryDiskBusy',
  'dataFileSystem',
  'dataResume',
  'data',
  'disableRefused',
  'secureKeyRelease',
  'kernelModule',
  'metadataService',
  'request',
  'bitlocker',
  'windowsFault',
  'dualPassVault',
  'decryption',
  'keyUpdate',
  'migration',
  'operationRunning',
  'bootKey',
  'bitlockerRecovery',
  'noSpace',
  'lockedDisk',
  'clientRequest',
  'clientFault',
  'scaleSet',
  'siteRecovery',
  'backup',
  'keyChangeBegun',
  'keyUpdatePending',
  'precheckWarning',
  'harmlessLine',
  'vaultAccess',
  'moveRefused',
  'extensionVersion',
  'wrongExtension',
  'azureRefused',
  'diskNotExtended',
] as const
export type MessageFamily = (typeof messageGroups)[number]

/** One text or code that can reach an administrator. */
export interface CatalogueEntry {
  readonly origin: MessageOrigin
  readonly target: MessageTarget
  readonly facet: MessageFacet
  /** Of the entries of a facet that fit, the highest number is the most specific. */
  readonly specificity: number
  /** `null` fits every operating system, pass or status. */
  readonly os: 'linux' | 'windows' | null
  readonly pass: 'single' | 'dual' | null
  readonly status: readonly ReportedStatus[] | null
  readonly match: TextMatch
  readonly phase: MessagePhase
  readonly volume: 'os' | 'data' | 'all' | null
  readonly severity: 'info' | 'warning' | 'error' | 'action'
  /** Whether this text ends the job, successfully or not. */
  readonly terminal: boolean
  /** A condition without which the text does not end the job. */
  readonly terminalWhen?: 'only-data-requested' | 'conversion-finished-in-guest'
  readonly reach: MessageReach
  readonly confidence: MessageConfidence
  /**
   * What went wrong according to the text; `null` where it reports no failure, or wraps one without naming its cause.
   */
  readonly group: MessageFamily | null
  readonly machineState?: MachineState
}

/** How a text reaches a reader. */
export const messageReaches = [
  'status',
  'substatus',
  'status-code',
  'handler',
  'vm-agent-status',
  'disk-instance-view',
  'arm-error',
  'client',
  'guest-configuration',
  'log-only',
  'never-reported',
] as const
export type MessageReach = (typeof messageReaches)[number]

/** How certain the text and its meaning are; the screens must mark `inferred`. */
export const messageConfidences = ['source', 'docs', 'public-report', 'inferred'] as const
export type MessageConfidence = (typeof messageConfidences)[number]
