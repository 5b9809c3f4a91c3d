import type { DiskFacts, VmFacts } from '@/lib/facts/types'
import type { EvidenceCell, EvidenceMark, EvidenceValue } from './evidence-types'
import type { Role } from './request'
import type { DataState, Stamp, Verdict, VolumeState } from './types'

type State = VolumeState | DataState

const stampValues: Readonly<Record<Stamp, EvidenceValue>> = {
  encrypted: 'stamp-encrypted',
  notEncrypted: 'stamp-not-encrypted',
  absent: 'stamp-absent',
}

const nothing: EvidenceCell = { value: 'not-read', raw: null, mark: 'nothing', count: null }

function rawCode(disk: DiskFacts | null): string | null {
  return disk?.view?.codes.findLast((code) => code.toLowerCase().startsWith('encryptionstate/')) ?? null
}

function rawStamp(facts: VmFacts, verdict: Verdict, role: Role): string | null {
  if (role === 'os' && verdict.pass === 'dual') return `enabled: ${String(facts.modelSettings?.enabled ?? false)}`
  const disks = role === 'data' ? facts.dataDisks : [facts.osDisk]
  const codes = [...new Set(disks.map(rawCode).filter((code) => code !== null))]
  return codes.length === 0 ? null : codes.join(', ')
}

/** States that a stamp precedes: it is written before the first block is changed, and stays after a failure. */
const afterStamp: readonly State[] = ['encrypting', 'restart-pending', 'failed']

function markOfEncrypted(state: State, reported: boolean): EvidenceMark {
  if (afterStamp.includes(state)) return 'ahead'
  return reported ? 'agrees' : 'decides'
}

function markOfPlain(value: EvidenceValue, state: State, reported: boolean): EvidenceMark {
  if (state === 'not-encrypted') return reported ? 'agrees' : 'decides'
  if (state === 'partly-encrypted') return 'decides'
  // The platform clears the stamp before the guest decrypts.
  if (state === 'decrypting') return 'ahead'
  return value === 'stamp-not-encrypted' && afterStamp.includes(state) ? 'agrees' : 'nothing'
}

function markOf(value: EvidenceValue, state: State, reported: boolean): EvidenceMark {
  if (state === 'conflict') return 'contradicts'
  if (value === 'stamp-some') return 'decides'
  return value === 'stamp-encrypted' ? markOfEncrypted(state, reported) : markOfPlain(value, state, reported)
}

function valueOf(stamps: readonly Stamp[]): EvidenceValue {
  const stamped = stamps.filter((stamp) => stamp === 'encrypted').length
  if (stamped > 0) return stamped === stamps.length ? 'stamp-encrypted' : 'stamp-some'
  return stampValues[stamps.includes('notEncrypted') ? 'notEncrypted' : 'absent']
}

/** The stamp of the OS disk, or of all data disks together. */
export function stampCell(facts: VmFacts, verdict: Verdict, role: Role): EvidenceCell {
  const fromModel = role === 'os' && verdict.pass === 'dual'
  if (!facts.hasInstanceView && !fromModel) return nothing
  const stamps = verdict.volumes.filter((volume) => volume.role === role).map((volume) => volume.stamp)
  const value = valueOf(stamps)
  const of = stamps.filter((stamp) => stamp === 'encrypted').length
  const { state, reported } = verdict[role]
  return {
    value,
    raw: rawStamp(facts, verdict, role),
    mark: markOf(value, state, reported !== null),
    count: value === 'stamp-some' ? { of, total: stamps.length } : null,
  }
}
