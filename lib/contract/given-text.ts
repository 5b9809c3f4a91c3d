import * as z from 'zod/mini'

/** Letters, digits and signs that a person can give a name with, in UTF-16 units. */
export const longestGivenText = 90

/**
 * Something to see, and nothing that breaks lines, turns the direction of what stands beside it, or is half a character:
 * such a text looks like another one, or no database takes it.
 * Bidirectional controls: https://www.unicode.org/reports/tr9/#Bidirectional_Character_Types
 */
const plain = /^(?=[^]*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}]+$/u

/** A name that somebody gives. */
export const givenText = z.string().check(z.minLength(1), z.maxLength(longestGivenText), z.regex(plain))

/** Whether a name can be given; what is too short or too long is for whoever asks. */
export function isPlainText(text: string): boolean {
  return plain.test(text)
}
