import { catalogue } from '@/lib/messages/catalogue'
import type { MessageFamily } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'
import type { TextVerdict } from '@/lib/encryption/types'
import { hasFlag } from './reading'
import type { Finding, ProblemVolume, DiagnosisInput } from './types'

/** What went wrong according to the extension's text; null where the text names no cause or is unknown. */
function groupOf({ progress: { messageKind } }: TextVerdict): MessageFamily | null {
  return messageKind === null || messageKind === 'unrecognised' ? null : catalogue[messageKind].group
}

/** Finds a failure by the extension's message; `volume` is the volume that the text is about. */
export function whenMessageIn(
  group: MessageFamily,
  volume: ProblemVolume,
): (reading: DiagnosisInput) => Finding | null {
  return ({ verdict }) => (groupOf(verdict) === group ? { volume } : null)
}

/** Finds a text that is reported as an error but is a normal step of OS encryption, unless the operation failed. */
export function whereItIsNormal(kind: MessageKind): (reading: DiagnosisInput) => Finding | null {
  return ({ verdict }) =>
    verdict.progress.messageKind === kind && !hasFlag(verdict, 'last-operation-failed') ? { volume: 'os' } : null
}

/** Whether the message belongs to a group, so that its cause is known. */
export function namesItsCause(verdict: TextVerdict): boolean {
  return groupOf(verdict) !== null
}
