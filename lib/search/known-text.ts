import type { ProblemKind } from '@/lib/diagnosis/kinds'
import { explainText } from '@/lib/diagnosis/text/explain-text'
import type { MessageKind } from '@/lib/messages/types'

/** What a pasted text is, where it is a known one. */
export interface KnownText {
  readonly kind: MessageKind
  /** Kinds of problems that the text itself shows. */
  readonly problems: readonly ProblemKind[]
}

/** Looks a text up among the known messages: a line of a log, a status, what a client printed. Null if none matches. */
export function knownText(text: string): KnownText | null {
  const { messages, problems } = explainText(text)
  const deciding = messages.find(({ decides }) => decides)
  if (deciding === undefined || deciding.kind === 'unrecognised') return null
  return { kind: deciding.kind, problems: problems.map(({ kind }) => kind) }
}
