import type { ProblemKind } from '@/lib/diagnosis/kinds'
import { problemsOfText } from '@/lib/diagnosis/problems-of-text'
import type { MessageTarget } from '@/lib/messages/entry'
import { matchText } from '@/lib/messages/match'
import type { MessageKind } from '@/lib/messages/types'

/** What a pasted text is, where it is a known one. */
export interface KnownText {
  readonly kind: MessageKind
  /** Kinds of problems that the text itself shows. */
  readonly problems: readonly ProblemKind[]
}

/** Where a person may have copied a text from, the likeliest first. */
const places: readonly MessageTarget[] = [
  'status-message',
  'log-line',
  'client-output',
  'arm-error-message',
  'policy-reason',
  'display-status',
]

/** Looks a text up among the known messages: a line of a log, a status, what a client printed. Null where it is none. */
export function knownText(text: string): KnownText | null {
  const wanted = text.trim()
  if (wanted === '') return null
  for (const place of places) {
    const { kind } = matchText(place, wanted)
    if (kind === null || kind === 'unrecognised') continue
    const shown = problemsOfText(wanted).map((problem) => problem.kind)
    return { kind, problems: shown.filter((problem) => problem !== 'message-unrecognised') }
  }
  return null
}
