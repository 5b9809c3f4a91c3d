import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { assessPrerequisites } from '@/lib/diagnosis/readiness/assess'
import { prerequisiteKinds } from '@/lib/diagnosis/readiness/kinds'
import { reasonKinds } from '@/lib/diagnosis/readiness/reasons'
import { cases } from '@/lib/diagnosis/readiness/testing/cases'
import { setting } from '@/lib/diagnosis/readiness/testing/settings'
import { languages } from '../languages'
import { loadRemedies } from './load'

const english = await loadRemedies('en')
const japanese = await loadRemedies('ja')
const byLanguage = { en: english, ja: japanese }
const parameters = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
const textsOf = (language: 'en' | 'ja'): string[] => {
  const { prerequisites, reasons } = byLanguage[language]
  const words = prerequisiteKinds.flatMap((kind) => [prerequisites[kind].title, prerequisites[kind].text])
  return [...words, ...reasonKinds.map((reason) => reasons[reason])]
}

describe.each(languages)('words of the prerequisites in %s', (language) => {
  const { reasons } = byLanguage[language]

  it('name only what the check found', () => {
    const now = Date.parse('2026-11-24T12:00:00Z')
    const missing = cases.flatMap(({ kind, given }) => {
      const found = assessPrerequisites(setting(given), now).find((each) => each.kind === kind)
      if (found === undefined) return []
      const wanted = parameters(reasons[found.reason]).filter((name) => !Object.hasOwn(found.values, name))
      return wanted.map((name) => `${kind} ${found.reason}: ${name}`)
    })
    expect(missing).toEqual([])
  })

  it('are sentences that can be formatted', () => {
    const translate = createTranslator({ locale: language, messages: { ...reasons } })
    for (const reason of reasonKinds) {
      const values = Object.fromEntries(parameters(reasons[reason]).map((name) => [name, 'x']))
      expect(translate(reason, values)).not.toMatch(/[{}]/)
      expect(reasons[reason]).toMatch(language === 'en' ? /(\.|: \{\w+\})$/ : /(。|: \{\w+\})$/)
    }
  })

  it('are there, once each', () => {
    const texts = textsOf(language)
    expect(texts.filter((text) => text.trim() !== text || text === '')).toEqual([])
    expect(new Set(reasonKinds.map((reason) => reasons[reason])).size).toBe(reasonKinds.length)
  })
})

describe('Japanese words of the prerequisites', () => {
  it('take the same values as the English', () => {
    const differing = reasonKinds.filter(
      (reason) => parameters(english.reasons[reason]).join() !== parameters(japanese.reasons[reason]).join(),
    )
    expect(differing).toEqual([])
  })

  it('have a space between Latin and Japanese, and half-width brackets', () => {
    const joined = /[A-Za-z0-9}][ぁ-んァ-ヶ一-龠]|[ぁ-んァ-ヶー一-龠][A-Za-z0-9{]|[０-９（）：]/
    expect(textsOf('ja').filter((text) => joined.test(text))).toEqual([])
  })
})
