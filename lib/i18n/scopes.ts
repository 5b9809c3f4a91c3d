import type { Language } from './languages'
import { messages, type Messages } from './messages'
import type { SomeTexts, TextTable } from './texts'

type Namespace = keyof Messages
type TableIn<N extends Namespace> = {
  [K in keyof Messages[N] & string]: Messages[N][K] extends string ? never : `${N}.${K}`
}[keyof Messages[N] & string]

/** A namespace, or one table of it: what a page asks for, so that no page carries the texts of all. */
export type TextScope = { [N in Namespace]: N | TableIn<N> }[Namespace]

/** The texts of the wanted scopes in one language. For the server alone: what it leaves out never travels. */
export function textsOf(language: Language, scopes: readonly TextScope[]): SomeTexts {
  const all: SomeTexts = messages[language]
  const picked: Record<string, TextTable> = {}
  for (const scope of scopes) {
    const [namespace = '', table] = scope.split('.')
    const whole = all[namespace] ?? {}
    const part = table === undefined ? whole : { [table]: whole[table] ?? {} }
    picked[namespace] = { ...picked[namespace], ...part }
  }
  return picked
}
