import type { ProblemKind } from '@/lib/diagnosis/kinds'
import { explainText } from '@/lib/diagnosis/text/explain-text'
import type { MessageKind } from '@/lib/messages/types'

/** The known message in a pasted text. */
export interface KnownText {
  readonly kind: MessageKind
  /** Kinds of problems that the text itself shows. */
  readonly problems: readonly ProblemKind[]
}

/**
 * Searches a text for known messages: a line of a log, a status, the output of a client. Null if no message matches.
 */
export function knownText(text: string): KnownText | null {
  const { messages, problems } = explainText(text)
  const deciding = messages.find(({ decides }) => decides)
  if (deciding === undefined || deciding.kind === 'unrecognised') return null
  return { kind: deciding.kind, problems: problems.map(({ kind }) => kind) }
}
