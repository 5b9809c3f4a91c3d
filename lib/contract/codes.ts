import { problemKinds, type ProblemKind } from '@/lib/diagnosis/kinds'

/** The codes that the browser uses, in one place: screens and views never import the modules with the rules. */
export { flagCodes, isOverdue, passes, vmStates, volumeStates } from '@/lib/encryption/types'
export type { DataState, FlagCode, Pass, Progress, VmState, VolumeState } from '@/lib/encryption/types'
export type { EvidenceCell, EvidenceKind, EvidenceMark, EvidenceRow } from '@/lib/encryption/evidence-types'
export type { ProblemKind } from '@/lib/diagnosis/kinds'

/** The kind of problem that a text names; null without one. */
export function problemKindOf(text: string): ProblemKind | null {
  return problemKinds.find((kind) => kind === text) ?? null
}
