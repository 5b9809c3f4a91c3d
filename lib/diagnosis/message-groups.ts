import { catalogue } from '@/lib/messages/catalogue'
import type { MessageFamily } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'
import type { TextVerdict } from '@/lib/encryption/types'
import { hasFlag } from './reading'
import type { Finding, ProblemVolume, DiagnosisInput } from './types'

/** What the extension's text says went wrong; null where it names no cause, and for a text that is not known. */
function groupOf({ progress: { messageKind } }: TextVerdict): MessageFamily | null {
  return messageKind === null || messageKind === 'unrecognised' ? null : catalogue[messageKind].group
}

/** Finds a failure by what the extension says; `volume` is the one that such a text is about. */
export function whenMessageIn(
  group: MessageFamily,
  volume: ProblemVolume,
): (reading: DiagnosisInput) => Finding | null {
  return ({ verdict }) => (groupOf(verdict) === group ? { volume } : null)
}

/** Finds a text that is reported as an error and is a normal step of OS encryption, unless the operation did fail. */
export function whereItIsNormal(kind: MessageKind): (reading: DiagnosisInput) => Finding | null {
  return ({ verdict }) =>
    verdict.progress.messageKind === kind && !hasFlag(verdict, 'last-operation-failed') ? { volume: 'os' } : null
}

/** Whether the message belongs to a family, so that its cause is known. */
export function namesItsCause(verdict: TextVerdict): boolean {
  return groupOf(verdict) !== null
}
