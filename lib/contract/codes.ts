/** The codes that cross to the browser, in one place: screens and views never import the rule rooms. */
export { flagCodes, flagReasons, passes, reportedWords, stamps, vmStates, volumeStates } from '@/lib/encryption/types'
export type {
  DataState,
  FlagCode,
  FlagReason,
  Pass,
  Progress,
  ReportedWord,
  Stamp,
  VmState,
  VolumeState,
} from '@/lib/encryption/types'
export { evidenceKinds, evidenceMarks, evidenceSources, evidenceValues } from '@/lib/encryption/evidence-types'
export type {
  EvidenceCell,
  EvidenceKind,
  EvidenceMark,
  EvidenceRow,
  EvidenceSource,
  EvidenceValue,
} from '@/lib/encryption/evidence-types'
export { messagePhases } from '@/lib/messages/types'
export type { MessageKind, MessagePhase } from '@/lib/messages/types'
