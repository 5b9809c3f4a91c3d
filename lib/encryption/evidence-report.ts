import type { AdeExtension, VmFacts } from '@/lib/facts/types'
import type { EvidenceCell, EvidenceMark, EvidenceSource, EvidenceValue } from './evidence-types'
import type { Report } from './report'
import type { Role } from './request'
import type { DataState, ReportedWord, Verdict, VolumeState } from './types'

export const reportValues: Readonly<Record<ReportedWord, EvidenceValue>> = {
  Encrypted: 'report-encrypted',
  NotEncrypted: 'report-not-encrypted',
  EncryptionInProgress: 'report-encrypting',
  DecryptionInProgress: 'report-decrypting',
  VMRestartPending: 'report-restart-pending',
  NotMounted: 'report-not-mounted',
}

/** A sub-status that is no report may be a stack trace; a cell shows its beginning only. */
const rawLimit = 2_000

interface FailedCode {
  readonly code: string
  readonly source: EvidenceSource
}

function failedCode({ view, resource }: AdeExtension): FailedCode | null {
  const failed = view?.statuses.find(({ code }) => code?.toLowerCase().startsWith('provisioningstate/failed'))
  if (failed?.code) return { code: failed.code, source: 'instance-view-status' }
  const state = resource?.provisioningState
  return state ? { code: state, source: 'extension-provisioning-state' } : null
}

function failureOf(facts: VmFacts, verdict: Verdict, role: Role): FailedCode | null {
  const extension = facts.adeExtensions[0]
  return verdict[role].state === 'failed' && extension !== undefined ? failedCode(extension) : null
}

/** Where the extension's report was read: the sub-status, otherwise the failure that replaces it. */
export function reportSource(facts: VmFacts, verdict: Verdict, report: Report): EvidenceSource {
  if (report.raw !== null) return 'instance-view-substatus'
  return (failureOf(facts, verdict, 'os') ?? failureOf(facts, verdict, 'data'))?.source ?? 'none'
}

function valueOf(facts: VmFacts, word: ReportedWord | null, report: Report): EvidenceValue {
  if (word !== null) return reportValues[word]
  if (!facts.hasInstanceView) return 'not-read'
  return report.trouble === null ? 'report-none' : 'report-unreadable'
}

function markOf(state: VolumeState | DataState, word: ReportedWord | null): EvidenceMark {
  if (state === 'failed') return 'decides'
  if (word === null || state === 'unknown') return 'nothing'
  if (state === 'conflict') return 'contradicts'
  // The stamps, not the one word for all data disks, show which of them was skipped.
  return state === 'partly-encrypted' ? 'agrees' : 'decides'
}

/** The extension's own word. A failure is part of its report: the cell then shows the failure code. */
export function reportCell(facts: VmFacts, verdict: Verdict, report: Report, role: Role): EvidenceCell {
  const { state, reported } = verdict[role]
  const unreadable = report.trouble === null ? null : (report.raw?.slice(0, rawLimit) ?? null)
  return {
    value: valueOf(facts, reported, report),
    raw: failureOf(facts, verdict, role)?.code ?? reported ?? unreadable,
    mark: markOf(state, reported),
    count: null,
  }
}
