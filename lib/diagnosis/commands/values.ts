/** A value of this VM in a command, with the words that stand in its place where it is not known. */
export interface Filled {
  readonly value: string | null
  /** In capitals, without brackets: `VM-NAME`. */
  readonly placeholder: string
}

/** A word of a command: written by us, or filled in. */
export type Word = string | Filled

/** Marks a value of this VM. */
export function fill(value: string | null, placeholder: string): Filled {
  return { value, placeholder }
}

// Control and invisible characters would change what a person sees against what a shell gets.
const unwritable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/**
 * The text of a word and whether it is this VM's own. A value that cannot be shown as it is (control or invisible
 * characters, longer than 1,024) or that Azure CLI would take for a file (`@`) becomes its placeholder, which no
 * service accepts as a name.
 */
export function wordText(word: Word): { readonly text: string; readonly filled: boolean } {
  if (typeof word === 'string') return { text: word, filled: false }
  const { value, placeholder } = word
  const writable =
    value !== null && value !== '' && value.length <= 1024 && !value.startsWith('@') && !unwritable.test(value)
  return { text: writable ? value : `<${placeholder}>`, filled: true }
}
