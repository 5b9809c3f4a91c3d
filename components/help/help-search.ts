import { problemKinds, type ProblemKind } from '@/lib/diagnosis/kinds'
import { problemsOfText } from '@/lib/diagnosis/problems-of-text'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { MessageTarget } from '@/lib/messages/entry'
import { matchText } from '@/lib/messages/match'
import type { MessageKind } from '@/lib/messages/types'

/** What a pasted text or some words lead to. */
export interface HelpFinding {
  /** The known text, where what was typed is one. */
  readonly message: MessageKind | null
  /** Kinds of problems, what the text itself shows first. */
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

function knownText(text: string): MessageKind | null {
  for (const place of places) {
    const { kind } = matchText(place, text)
    if (kind !== null && kind !== 'unrecognised') return kind
  }
  return null
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
    .slice(0, 12)

/** Everything that is said of a kind of problem, as one text to look for words in. */
function textOf(kind: ProblemKind, { problems }: Remedies): string {
  const { title, meaning, consequence } = problems[kind]
  return `${kind} ${title} ${meaning} ${consequence}`.toLowerCase()
}

/** Looks a text up among the known messages, and its words among the help pages. */
export function findHelp(text: string, words: Remedies): HelpFinding {
  const wanted = text.trim()
  if (wanted === '') return { message: null, problems: [] }
  const message = knownText(wanted)
  const shown = message === null ? [] : problemsOfText(wanted).map(({ kind }) => kind)
  const looked = wordsOf(wanted)
  const byWords = problemKinds.filter((kind) => {
    const whole = textOf(kind, words)
    return looked.length > 0 && looked.every((word) => whole.includes(word))
  })
  const problems = [...new Set([...shown.filter((kind) => kind !== 'message-unrecognised'), ...byWords])]
  return { message, problems }
}
