import { catalogue } from '../catalogue'
import type { TextMatch } from '../entry'
import { catalogueIds } from '../ids'
import { literalText } from '../literal-text'
import type { MessageKind } from '../types'

/** A known text that resembles an unknown one, and the difference. */
export interface NearText {
  readonly kind: MessageKind
  /** Words that both texts contain. */
  readonly shared: readonly string[]
  /** Words of the known text that the unknown one lacks. */
  readonly missing: readonly string[]
}

const nearestLimit = 3
/** Fewer than two common words that distinguish a text, or fewer than half, is no resemblance. */
const leastShared = 2
const leastShare = 0.5
const textLimit = 4_000

/** Words of any English sentence: `does not have` and `failed with` resemble every complaint. */
const plain: ReadonlySet<string> = new Set(
  (
    'a an and any are be been but by can cannot could did do does doesn for from had has have if in into is it its no not of on ' +
    'or other our should so than that the their them then there these they this to was we were when where which while ' +
    'will with would you your error errors fail failed fails failure following found'
  ).split(' '),
)

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z][a-z0-9_]{2,40}/g) ?? [])

/** The literal words of an entry; of a pattern, those that it contains literally. */
function literalOf(match: TextMatch): string {
  switch (match.kind) {
    case 'exact':
      return match.texts[0] ?? ''
    case 'prefix':
      return match.text
    case 'contains':
      return [typeof match.start === 'string' ? match.start : '', ...match.passages].join(' ')
    case 'whole':
    case 'start':
      return literalText(match.pattern, 'first')
    case 'any-of':
      return match.forms[0] === undefined ? '' : literalOf(match.forms[0])
    case 'json':
      return ''
  }
}

const denial = /\b(?:not|never|no|none|cannot|without|neither|nor|[a-z]{2,8}n't)\b|ない|ません|なかった/i

const literals = catalogueIds
  .filter((id) => catalogue[id].target !== 'internal-name')
  .map((id) => {
    const literal = literalOf(catalogue[id].match)
    return { id, words: [...wordsOf(literal)], denies: denial.test(literal) }
  })
  .filter(({ words }) => words.filter((word) => !plain.has(word)).length >= leastShared)

/**
 * The known texts that come nearest to one that no entry knows, by the words in common; none where none is
 * alike, and of a sentence that denies something only those that deny as well.
 */
export function nearestTexts(text: string): readonly NearText[] {
  const given = wordsOf(text.slice(0, textLimit))
  const denies = denial.test(text.slice(0, textLimit))
  return (
    literals
      .filter((literal) => !denies || literal.denies)
      .map(({ id, words }) => ({ kind: id, words, shared: words.filter((word) => given.has(word)) }))
      .filter(
        ({ words, shared }) =>
          shared.filter((word) => !plain.has(word)).length >= leastShared && shared.length >= words.length * leastShare,
      )
      .toSorted((left, right) => right.shared.length / right.words.length - left.shared.length / left.words.length)
      // The same text with another status is not a second one.
      .filter(({ words }, index, all) => all.findIndex((other) => other.words.join(' ') === words.join(' ')) === index)
      .slice(0, nearestLimit)
      .map(({ kind, words, shared }) => ({ kind, shared, missing: words.filter((word) => !shared.includes(word)) }))
  )
}
