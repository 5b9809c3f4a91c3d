import type { DataState, FlagCode, Progress, VmState, VolumeState } from '@/lib/contract/codes'
import type { OtherEncryption, RowSource } from '@/lib/contract/fleet'

/** The part of a verdict that one sentence sums up; both a fleet row and a VM's page have it. */
export interface VerdictSummary {
  readonly state: VmState
  readonly os: VolumeState
  readonly data: DataState
  readonly progress: Pick<Progress, 'phase' | 'percent'>
  readonly flags: readonly FlagCode[]
  readonly reading: RowSource
  readonly otherEncryption: readonly OtherEncryption[]
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
  'nothing',
] as const
export type NextCode = (typeof nextCodes)[number]

/** Who has to act. */
export const actors = ['person', 'none'] as const
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
  nothing: 'none',
}

type Where = 'os' | 'data' | 'both'

function where(summary: VerdictSummary, state: VolumeState & DataState): Where {
  if (summary.os === state && summary.data === state) return 'both'
  return summary.data === state ? 'data' : 'os'
}

function unknownSentence(summary: VerdictSummary): SentenceCode {
  if (summary.reading === 'pending') return 'unknown-pending'
  if (summary.reading === 'failed') return 'unknown-failed'
  if (summary.reading === 'incomplete') return 'unknown-incomplete'
  return summary.flags.includes('runtime-not-read') ? 'unknown-no-runtime' : 'unknown-other'
}

function partlySentence({ os, data }: VerdictSummary): SentenceCode {
  const osDone = os === 'encrypted' || os === 'encrypted-unverified'
  if (osDone) return data === 'partly-encrypted' ? 'partly-some-data' : 'partly-os'
  const dataDone = data === 'encrypted' || data === 'encrypted-unverified' || data === 'partly-encrypted'
  // Neither kind of disk is encrypted by ADE, so the verdict counts a confidential OS disk.
  return dataDone || data === 'not-mounted' ? 'partly-data' : 'partly-confidential'
}

function encryptingSentence(summary: VerdictSummary): SentenceCode {
  if (summary.flags.includes('possibly-stuck')) return 'encrypting-stuck'
  const at = where(summary, 'encrypting')
  const silent = at !== 'data' && summary.progress.phase === 'os-encrypting' && summary.progress.percent === null
  return silent ? 'encrypting-os-silent' : `encrypting-${at}`
}

/** The sentence that describes a VM. It never claims more than its evidence. */
export function sentenceOf(summary: VerdictSummary): SentenceCode {
  switch (summary.state) {
    case 'failed':
      return `failed-${where(summary, 'failed')}`
    case 'conflict':
      return `conflict-${where(summary, 'conflict')}`
    case 'restart-pending':
      return 'restart'
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

function nextCode(summary: VerdictSummary): NextCode {
  if (summary.state === 'unknown') {
    if (summary.reading === 'pending') return 'wait-reading'
    return summary.reading === 'read' ? 'runtime' : 'read-again'
  }
  if (summary.flags.includes('possibly-stuck') || summary.flags.includes('longer-than-documented')) return 'check'
  if (summary.state !== 'encrypting') return nextOfState[summary.state]
  return encryptingSentence(summary) === 'encrypting-os-silent' ? 'wait-silent' : 'wait'
}

/** The next step for a VM, and who has to act. */
export function nextOf(summary: VerdictSummary): { readonly code: NextCode; readonly actor: Actor } {
  const code = nextCode(summary)
  return { code, actor: actorOf[code] }
}
