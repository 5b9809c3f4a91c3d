import { compiledTexts } from './compiled-text'
import type { Language } from './languages'
import { messages, type Messages } from './messages'
import type { SomeTexts, TextTable } from './texts'

type Namespace = keyof Messages
type TableIn<N extends Namespace> = {
  [K in keyof Messages[N] & string]: Messages[N][K] extends string ? never : `${N}.${K}`
}[keyof Messages[N] & string]

/** A namespace, or one table of it: what a page asks for, so that no page carries the texts of all. */
export type TextScope = { [N in Namespace]: N | TableIn<N> }[Namespace]

const compiled = new Map<Language, SomeTexts>()

/** All texts of a language as they travel, made once. */
function allTexts(language: Language): SomeTexts {
  const known = compiled.get(language)
  if (known !== undefined) return known
  const made = Object.entries(messages[language]).map(([name, table]): [string, TextTable] => [
    name,
    compiledTexts(table),
  ])
  const all: SomeTexts = Object.fromEntries(made)
  compiled.set(language, all)
  return all
}

/** The texts of the wanted scopes in one language, compiled. For the server alone: what it leaves out never travels. */
export function textsOf(language: Language, scopes: readonly TextScope[]): SomeTexts {
  const all = allTexts(language)
  const picked: Record<string, TextTable> = {}
  for (const scope of scopes) {
    const [namespace = '', table] = scope.split('.')
    const whole = all[namespace] ?? {}
    const part = table === undefined ? whole : { [table]: whole[table] ?? {} }
    picked[namespace] = { ...picked[namespace], ...part }
  }
  return picked
}
