/** A value of this VM in a command, with the placeholder that replaces it where it is unknown. */
export interface Filled {
  readonly value: string | null
  /** In capitals, without brackets: `VM-NAME`. */
  readonly placeholder: string
}

/** A word of a command: fixed, or filled in. */
export type Word = string | Filled

/** Marks a value of this VM. */
export function fill(value: string | null, placeholder: string): Filled {
  return { value, placeholder }
}

// Control and invisible characters would make the displayed text differ from what a shell receives.
const unwritable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * The text of a word, and whether it is a value of this VM. A value that cannot be shown exactly (control or invisible
 * characters, longer than 1,024) or that Azure CLI would read as a file (`@`) becomes its placeholder, which no service
 * accepts as a name.
 */
export function wordText(word: Word): { readonly text: string; readonly filled: boolean } {
  if (typeof word === 'string') return { text: word, filled: false }
  const { value, placeholder } = word
  const writable =
    value !== null && value !== '' && value.length <= 1024 && !value.startsWith('@') && !unwritable.test(value)
  return { text: writable ? value : `<${placeholder}>`, filled: true }
}
