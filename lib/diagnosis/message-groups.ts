import { catalogue } from '@/lib/messages/catalogue'
import type { MessageFamily } from '@/lib/messages/entry'
import type { MessageKind } from '@/lib/messages/types'
import type { TextVerdict } from '@/lib/encryption/types'
import { hasFlag } from './reading'
import type { Finding, ProblemVolume, DiagnosisInput } from './types'

/**
 * The Windows extension names its version first. From 2 on it stores no key with an Entra application, so that a refused
 * access has an unknown cause. https://learn.microsoft.com/azure/virtual-machines/extensions/azure-disk-enc-windows
 */
const singlePassOfWindows = /^\s{0,20}\[(?:[2-9]|\d\d)\.\d/

/** What went wrong according to the extension's text; null where the text names no cause or is unknown. */
function groupOf({ progress: { messageKind, message } }: TextVerdict): MessageFamily | null {
  if (messageKind === 'win-access-denied' && singlePassOfWindows.test(message ?? '')) return null
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
