import * as z from 'zod/mini'

/** Longest name that a user can enter, in UTF-16 units. */
export const longestGivenText = 90

/**
 * No character that breaks lines or changes the direction of the text beside it, and not only spaces: such a text could
 * look like another one, or a database would refuse it. The API's document contains this expression, so it has nothing
 * that other languages read otherwise or not at all (https://json-schema.org/draft/2020-12/json-schema-core#section-6.4).
 * Control characters, line and paragraph separators, and bidirectional controls
 * (https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types); the first class is that of spaces.
 */
const plain =
  // oxlint-disable-next-line no-control-regex -- these are the characters that a name must not have
  /^[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*[^\u0000- \u007f-\u00a0\u061c\u1680\u2000-\u200a\u200e\u200f\u2028-\u202f\u205f\u2066-\u2069\u3000\ufeff][^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/

/** A character that is visible by itself: a letter, digit, punctuation mark or symbol, not a lone mark or joiner. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u
/** Half a surrogate pair, which other languages cannot even write. */
const half = /\p{Cs}/u

/** Whether a text contains half a surrogate pair. */
export const hasHalfPair = (text: string): boolean => half.test(text)

const isWhole = (text: string): boolean => visible.test(text) && !hasHalfPair(text)

/** A name that a user enters. */
export const givenText = z
  .string()
  .check(z.minLength(1), z.maxLength(longestGivenText), z.regex(plain), z.refine(isWhole))

/** Whether a name has only allowed characters; the caller checks its length. */
export function isPlainText(text: string): boolean {
  return plain.test(text) && isWhole(text)
}
