import * as z from 'zod/mini'

/** Longest name that a user can enter, in UTF-16 units. */
export const longestGivenText = 90

/**
 * At least one visible character, and none that breaks lines, changes the direction of the text beside it, or is half a
 * surrogate pair: such a text could look like another one, or a database would refuse it. Bidirectional controls:
 * https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types
 */
const plain = /^(?=[^]*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]+$/u

/** A name that a user enters. */
export const givenText = z.string().check(z.minLength(1), z.maxLength(longestGivenText), z.regex(plain))

/** Whether a name has only allowed characters; the caller checks its length. */
export function isPlainText(text: string): boolean {
  return plain.test(text)
}
