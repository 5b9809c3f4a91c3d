import {
  isOverdue,
  type DataState,
  type FlagCode,
  type Progress,
  type VmState,
  type VolumeState,
} from '@/lib/contract/codes'
import type { ArmOperation, OtherEncryption, RowSource } from '@/lib/contract/fleet'
import { isWorkPhase } from './next-steps'
import { statesOf } from './state-groups'

/** The part of a verdict that one sentence sums up. */
export interface SentenceSummary {
  readonly state: VmState
  readonly os: VolumeState
  readonly data: DataState
  readonly progress: Pick<Progress, 'phase' | 'percent'>
  readonly flags: readonly FlagCode[]
  readonly reading: RowSource
  readonly otherEncryption: readonly OtherEncryption[]
}

/** The same with what decides the next step; both a fleet row and a VM's page have it. */
export interface VerdictSummary extends SentenceSummary {
  /** Whether ARM is at work on the VM or its extension; null when nothing that was read shows it. */
  readonly operation: ArmOperation | null
}

/** Codes of the sentences; their texts are in `lib/i18n`. */
export const sentenceCodes = [
  'failed-os',
  'failed-data',
  'failed-both',
  'conflict-os',
  'conflict-data',
  'conflict-both',
  'restart',
  'encrypting-stuck',
  'encrypting-os-silent',
  'encrypting-os',
  'encrypting-data',
  'encrypting-both',
  'decrypting-os',
  'decrypting-data',
  'decrypting-both',
  'unknown-pending',
  'unknown-failed',
  'unknown-incomplete',
  'unknown-no-runtime',
  'unknown-other',
  'partly-os',
  'partly-data',
  'partly-some-data',
  'partly-confidential',
  'unverified',
  'encrypted',
  'other-host',
  'other-confidential',
  'plain-read',
  'plain-inventory',
] as const
export type SentenceCode = (typeof sentenceCodes)[number]

/** What happens next, or what a user has to do. */
export const nextCodes = [
  'fix',
  'decide',
  'restart',
  'check',
  'wait',
  'wait-silent',
  'wait-decrypting',
  'wait-reading',
  'read-again',
  'runtime',
  'finish',
  'verify',
  'operation-running',
  'operation-not-known',
  'nothing',
] as const
export type NextCode = (typeof nextCodes)[number]

/** Who has to act. */
export const actors = ['person', 'none', 'not-known'] as const
export type Actor = (typeof actors)[number]

const actorOf: Readonly<Record<NextCode, Actor>> = {
  fix: 'person',
  decide: 'person',
  restart: 'person',
  check: 'person',
  wait: 'none',
  'wait-silent': 'none',
  'wait-decrypting': 'none',
  'wait-reading': 'none',
  'read-again': 'person',
  runtime: 'person',
  finish: 'person',
  verify: 'person',
  'operation-running': 'none',
  'operation-not-known': 'not-known',
  nothing: 'none',
}

type Where = 'os' | 'data' | 'both'

function where(summary: SentenceSummary, state: VolumeState & DataState): Where {
  if (summary.os === state && summary.data === state) return 'both'
  return summary.data === state ? 'data' : 'os'
}

function unknownSentence(summary: SentenceSummary): SentenceCode {
  if (summary.reading === 'pending') return 'unknown-pending'
  if (summary.reading === 'failed') return 'unknown-failed'
  if (summary.reading === 'incomplete') return 'unknown-incomplete'
  return summary.flags.includes('runtime-not-read') ? 'unknown-no-runtime' : 'unknown-other'
}

function partlySentence({ os, data }: SentenceSummary): SentenceCode {
  const osDone = os === 'encrypted' || os === 'encrypted-unverified'
  if (osDone) return data === 'partly-encrypted' ? 'partly-some-data' : 'partly-os'
  const dataDone = data === 'encrypted' || data === 'encrypted-unverified' || data === 'partly-encrypted'
  // Neither kind of disk is encrypted by ADE, so the verdict counts a confidential OS disk.
  return dataDone || data === 'not-mounted' ? 'partly-data' : 'partly-confidential'
}

function encryptingSentence(summary: SentenceSummary): SentenceCode {
  if (summary.flags.includes('possibly-stuck')) return 'encrypting-stuck'
  const at = where(summary, 'encrypting')
  const silent = at !== 'data' && summary.progress.phase === 'os-encrypting' && summary.progress.percent === null
  return silent ? 'encrypting-os-silent' : `encrypting-${at}`
}

/** The sentence that describes a VM. It never claims more than its evidence. */
export function sentenceOf(summary: SentenceSummary): SentenceCode {
  switch (summary.state) {
    case 'failed':
      return `failed-${where(summary, 'failed')}`
    case 'conflict':
      return `conflict-${where(summary, 'conflict')}`
    case 'restart-pending':
      if (summary.data === 'decrypting') return 'decrypting-data'
      return summary.data === 'encrypting' ? 'encrypting-data' : 'restart'
    case 'encrypting':
      return encryptingSentence(summary)
    case 'decrypting':
      return `decrypting-${where(summary, 'decrypting')}`
    case 'unknown':
      return unknownSentence(summary)
    case 'partly-encrypted':
      return partlySentence(summary)
    case 'encrypted-unverified':
      return 'unverified'
    case 'encrypted':
      return 'encrypted'
    case 'protected-otherwise':
      return summary.otherEncryption.includes('encryption-at-host') ? 'other-host' : 'other-confidential'
    case 'not-encrypted':
      return summary.reading === 'inventory' ? 'plain-inventory' : 'plain-read'
  }
}

const nextOfState: Readonly<Record<Exclude<VmState, 'encrypting' | 'unknown'>, NextCode>> = {
  failed: 'fix',
  conflict: 'decide',
  'restart-pending': 'restart',
  decrypting: 'wait-decrypting',
  'partly-encrypted': 'finish',
  'encrypted-unverified': 'verify',
  encrypted: 'nothing',
  'protected-otherwise': 'nothing',
  'not-encrypted': 'nothing',
}

/** States that an operation of ARM can change without a user. */
const settled: ReadonlySet<VmState> = new Set(statesOf('settled'))

/** A report or a message that is not known could be one of a run. */
const saysMore = (flags: readonly FlagCode[]): boolean =>
  flags.includes('unreadable-report') || flags.includes('unrecognised-message')

/** The next step that the state alone calls for, unless ARM is at work, or may be. */
function withOperation(code: NextCode, { state, operation, flags, progress }: VerdictSummary): NextCode {
  if (!settled.has(state)) return code
  if (operation === 'running' || flags.includes('operation-running')) return 'operation-running'
  const isOpen = operation === 'not-known' || (code === 'nothing' && (saysMore(flags) || isWorkPhase(progress.phase)))
  return isOpen ? 'operation-not-known' : code
}

function nextCode(summary: VerdictSummary): NextCode {
  if (summary.state === 'unknown') {
    if (summary.reading === 'pending') return 'wait-reading'
    return summary.reading === 'read' ? 'runtime' : 'read-again'
  }
  if (isOverdue(summary.flags)) return 'check'
  // A restart that is due waits for work on the data volumes.
  if (summary.state === 'restart-pending' && summary.data === 'encrypting') return 'wait'
  if (summary.state === 'restart-pending' && summary.data === 'decrypting') return 'wait-decrypting'
  if (summary.state !== 'encrypting') return withOperation(nextOfState[summary.state], summary)
  return encryptingSentence(summary) === 'encrypting-os-silent' ? 'wait-silent' : 'wait'
}

/** Whether ARM is at work while the next step is one that would otherwise be taken now; null when it adds nothing. */
export function duringOf(summary: VerdictSummary): ArmOperation | null {
  const { operation, flags } = summary
  if (summary.state !== 'failed' && summary.state !== 'conflict') return null
  return flags.includes('operation-running') ? 'running' : operation
}

/** The next step for a VM, and who has to act. */
export function nextOf(summary: VerdictSummary): { readonly code: NextCode; readonly actor: Actor } {
  const code = nextCode(summary)
  return { code, actor: actorOf[code] }
}
