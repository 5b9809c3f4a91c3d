import { guidedKinds, type GuidedKind } from '@/lib/i18n/guidance/kinds'
import { passagesOf } from '@/lib/messages/passages'

/** Fewer words than these stand in texts of any kind, unless they are most of a message. */
const leastWords = { ofLong: 4, ofShort: 2 } as const
const mostOfMessage = 0.7
/** A part that more messages share is typical of none. */
const mostKinds = 3

/** Who asks what a message means writes these beside it. */
const asksMeaning = /^ ?(?:what (?:does|is|do)|meaning of) | means?\??$/gi

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9/_.]+/g, ' ')
    .trim()

const passages: readonly (readonly [GuidedKind, string])[] = guidedKinds.map((kind) => [kind, plain(passagesOf(kind))])

/**
 * The messages of which a question is a part, as a user pastes half an error, and how much of each: 1 is all of it.
 * None for few words.
 */
export function messagesWith(question: string): ReadonlyMap<string, number> {
  const part = plain(question.replace(asksMeaning, ' '))
  const words = part.split(' ').length
  if (words < leastWords.ofShort) return new Map()
  const least = words < leastWords.ofLong ? mostOfMessage : 0
  const found = passages.filter(([, text]) => part.length >= text.length * least && text.includes(part))
  if (found.length > mostKinds) return new Map()
  return new Map(found.map(([kind, text]) => [`message:${kind}`, part.length / text.length]))
}
