import { problemKinds, type ProblemKind } from '@/lib/diagnosis/kinds'

/** The codes that cross to the browser, in one place: screens and views never import the rule rooms. */
export { flagCodes, passes, vmStates, volumeStates } from '@/lib/encryption/types'
export type { DataState, FlagCode, Pass, Progress, VmState, VolumeState } from '@/lib/encryption/types'
export type { EvidenceCell, EvidenceKind, EvidenceMark, EvidenceRow } from '@/lib/encryption/evidence-types'
export type { ProblemKind } from '@/lib/diagnosis/kinds'

/** The kind of problem that a text names; null where it names none. */
export function problemKindOf(text: string): ProblemKind | null {
  return problemKinds.find((kind) => kind === text) ?? null
}
