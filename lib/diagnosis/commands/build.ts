import { quoteForBash, quoteForPowerShell } from './quote'
import type { CommandPart } from './types'
import { wordText, type Word } from './values'

/** An option with its values; a switch has no values. */
export type Option = readonly [name: string, ...values: Word[]]

const own = (text: string): CommandPart => ({ text, filled: false })

/** Joins neighbouring pieces of the same sort. */
function joined(parts: readonly CommandPart[]): readonly CommandPart[] {
  const result: CommandPart[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.filled === part.filled) result[result.length - 1] = { ...last, text: last.text + part.text }
    else result.push(part)
  }
  return result
}

function written(word: Word, quote: (text: string) => string): CommandPart {
  const { text, filled } = wordText(word)
  return { text: quote(text), filled }
}

/** A value that begins with `-` would be read as an option; the form with `=` prevents that. */
function azOption([name, ...values]: Option): readonly CommandPart[] {
  const first = values[0]
  if (values.length === 1 && first !== undefined && wordText(first).text.startsWith('-'))
    return [own(` --${name}=`), written(first, quoteForBash)]
  return [own(` --${name}`), ...values.flatMap((value) => [own(' '), written(value, quoteForBash)])]
}

/**
 * A call of Azure CLI for bash: `az WORDS --option value …`.
 * @param words the command without `az`, e.g. `vm restart`
 */
export function az(words: string, ...options: readonly Option[]): readonly CommandPart[] {
  return joined([own(`az ${words}`), ...options.flatMap(azOption)])
}

/**
 * A call of a cmdlet of Azure PowerShell: `Verb-AzNoun -Option value …`; several values become a list.
 */
export function powerShell(cmdlet: string, ...options: readonly Option[]): readonly CommandPart[] {
  return joined([
    own(cmdlet),
    ...options.flatMap(([name, ...values]) => [
      own(` -${name}`),
      ...values.flatMap((value, index) => [own(index === 0 ? ' ' : ','), written(value, quoteForPowerShell)]),
    ]),
  ])
}

/** Commands one below the other, or a fixed text such as a pipe after one. */
export function sequence(...pieces: readonly (readonly CommandPart[] | string)[]): readonly CommandPart[] {
  return joined(pieces.flatMap((piece) => (typeof piece === 'string' ? [own(piece)] : piece)))
}

/** What is typed inside the VM: fixed text, since no text from a guest or a name is ever executed. */
export function inside(text: string): readonly CommandPart[] {
  return [own(text)]
}

/** Whether a value of the VM is unknown, so that the user has to fill it in. */
export function hasPlaceholder(parts: readonly CommandPart[]): boolean {
  return parts.some(({ filled, text }) => filled && /<[A-Z-]+>/.test(text))
}

/** The whole text of a command, as the user copies it. */
export function commandText(parts: readonly CommandPart[]): string {
  return parts.map(({ text }) => text).join('')
}
