import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { compiledTexts } from './compiled-text'
import formatMessage from './format-message'
import { languages } from './languages'
import { messages } from './messages'
import type { TextTable } from './texts'

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
}

/** Every text with its path. */
function textsIn(table: TextTable, path: readonly string[] = []): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : textsIn(value, [...path, key]),
  )
}

/** Something for every parameter: a number stands for texts and counts alike, tags keep what is inside. */
function valuesFor(text: string, number: number) {
  const values: Record<string, number | ((chunks: unknown) => string)> = {}
  for (const [, name = ''] of text.matchAll(/\{\s*(\w+)/g)) values[name] = number
  for (const [, name = ''] of text.matchAll(/<(\w+)>/g)) values[name] = (chunks) => `[${String(chunks)}]`
  return values
}

describe.each(languages)('the texts in %s', (locale) => {
  it('say the same compiled, in the browser, as they do in their source', () => {
    const source: TextTable = messages[locale]
    const compiled = new Map(textsIn(compiledTexts(source)))
    for (const [path, text] of textsIn(source)) {
      for (const number of [0, 1, 2, 1234]) {
        const values = valuesFor(text, number)
        const translate = createTranslator({ locale, messages: { text }, timeZone: 'UTC' })
        const said = formatMessage(path, compiled.get(path) ?? '', values, { locale, timeZone: 'UTC', formatters })
        const spoken = Array.isArray(said) ? said.join('') : said
        expect(spoken, path).toBe(translate.markup('text', values as never))
      }
    }
  })
})
