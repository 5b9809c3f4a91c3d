import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '../languages'
import { guidedKinds, isGuidedKind } from './kinds'
import { loadGuidance } from './load'

const here = fileURLToPath(new URL('.', import.meta.url))
const limits = { en: { meaning: 260, step: 160 }, ja: { meaning: 180, step: 120 } } as const
const english = await loadGuidance('en')
const japanese = await loadGuidance('ja')
const byLanguage = { en: english, ja: japanese }

/** Prose alone: literal words (in backticks or double quotes) count for neither language. */
const prose = (text: string): string => text.replace(/`[^`]*`|"[^"]*"/g, ' ')
const isJapanese = (letter: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/u.test(letter)
const textsOf = (language: Language): { where: string; text: string }[] =>
  guidedKinds.flatMap((kind) => {
    const { meaning, next } = byLanguage[language][kind]
    return [meaning, ...next].map((text, index) => ({ where: `${kind} ${index === 0 ? 'meaning' : index}`, text }))
  })

describe.each(languages)('guidance in %s', (language) => {
  it('words exactly the guided kinds', () => {
    expect(Object.keys(byLanguage[language]).sort()).toEqual([...guidedKinds].sort())
  })

  it('words each kind in one file only', () => {
    const keys = readdirSync(`${here}${language}`).flatMap((file) =>
      [...readFileSync(`${here}${language}/${file}`, 'utf8').matchAll(/^ {2}'?([a-z0-9-]+)'?: (?:\{|\w+\()/gm)].map(
        (match) => match[1],
      ),
    )
    expect(keys.sort()).toEqual([...guidedKinds].sort())
  })

  it('has one to three steps and nothing empty', () => {
    const wrong = guidedKinds.filter((kind) => {
      const { meaning, next } = byLanguage[language][kind]
      return (
        next.length < 1 || next.length > 3 || [meaning, ...next].some((text) => text.trim() !== text || text === '')
      )
    })
    expect(wrong).toEqual([])
  })

  it('is brief', () => {
    const tooLong = textsOf(language).filter(
      ({ where, text }) => text.length > limits[language][where.endsWith('meaning') ? 'meaning' : 'step'],
    )
    expect(tooLong.map(({ where, text }) => `${where}: ${text.length}`)).toEqual([])
  })

  it('ends its sentences and closes its code', () => {
    const end = language === 'en' ? /\.$/ : /。$/
    const wrong = textsOf(language).filter(({ text }) => !end.test(text) || text.split('`').length % 2 === 0)
    expect(wrong).toEqual([])
  })

  it('never has the same step twice', () => {
    expect(
      guidedKinds.filter(
        (kind) => new Set(byLanguage[language][kind].next).size < byLanguage[language][kind].next.length,
      ),
    ).toEqual([])
  })
})

describe('Japanese guidance', () => {
  it('is Japanese outside literal words', () => {
    const foreign = textsOf('ja').filter(({ text }) => {
      const letters = prose(text).match(/\p{L}/gu) ?? []
      return letters.filter(isJapanese).length < 0.3 * letters.length || !letters.some(isJapanese)
    })
    expect(foreign).toEqual([])
  })

  it('has a space between Latin and Japanese, and half-width brackets', () => {
    const joined =
      /[A-Za-z0-9`][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー][A-Za-z0-9]/u
    const wrong = textsOf('ja').filter(({ text }) => joined.test(prose(text)) || /[（）［］：！？]/.test(text))
    expect(wrong).toEqual([])
  })

  it('names the same literal words as the English, so that neither says more', () => {
    const literals = (text: string): string[] => [...text.matchAll(/`([^`]*)`/g)].map((match) => match[1] ?? '').sort()
    const differing = guidedKinds.filter((kind) => {
      const all = (entry: { meaning: string; next: readonly string[] }): string =>
        [entry.meaning, ...entry.next].join(' ')
      return literals(all(english[kind])).join('|') !== literals(all(japanese[kind])).join('|')
    })
    expect(differing).toEqual([])
  })

  it('gives every number that the English gives', () => {
    const numbers = (entry: { meaning: string; next: readonly string[] }): string[] =>
      prose([entry.meaning, ...entry.next].join(' ')).match(/\d[\d,.]*\d|\d/g) ?? []
    const missing = guidedKinds.filter((kind) => {
      const given = new Set(numbers(japanese[kind]))
      return numbers(english[kind]).some((number) => !given.has(number))
    })
    expect(missing).toEqual([])
  })

  it('takes as many steps as the English', () => {
    expect(guidedKinds.filter((kind) => english[kind].next.length !== japanese[kind].next.length)).toEqual([])
  })
})

describe('isGuidedKind', () => {
  it('accepts guided kinds alone', () => {
    expect(isGuidedKind('linux-os-encryption-started')).toBe(true)
    expect(isGuidedKind('unrecognised')).toBe(true)
    expect(isGuidedKind('toString')).toBe(false)
  })
})

/** The collection of facts that the guidance was written from; it lies beside the repository where it exists at all. */
const facts = `${process.env.SEALWATCH_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))}/facts/progress-messages.json`

interface FactsEntry {
  meaning: string
  likely_causes?: string[]
  next_steps?: string[]
  notes?: string
}

const words = (text: string): string[] =>
  prose(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []
const runsOf = (text: string, length: number): string[] => {
  const all = words(text)
  return all
    .slice(0, Math.max(0, all.length - length + 1))
    .map((_, start) => all.slice(start, start + length).join(' '))
}

describe('own words', () => {
  it('shares no sentence of six words or more with the facts, nor a run of nine', () => {
    if (!existsSync(facts)) {
      console.info(`Not compared: ${facts} is missing`)
      return
    }
    const sentences = (text: string): string[] =>
      text
        .split(/[.;:]\s|[.;]$/)
        .map((sentence) => words(sentence).join(' '))
        .filter((sentence) => sentence.split(' ').length >= 6)
    const entries = JSON.parse(readFileSync(facts, 'utf8')) as FactsEntry[]
    const theirs = entries.flatMap((entry) => [
      entry.meaning,
      ...(entry.likely_causes ?? []),
      ...(entry.next_steps ?? []),
      entry.notes ?? '',
    ])
    const theirSentences = new Set(theirs.flatMap(sentences))
    const theirRuns = new Set(theirs.flatMap((text) => runsOf(text, 9)))
    const copied = textsOf('en').filter(
      ({ text }) =>
        sentences(text).some((sentence) => theirSentences.has(sentence)) ||
        runsOf(text, 9).some((run) => theirRuns.has(run)),
    )
    expect(copied).toEqual([])
  })
})
