import { describe, expect, it } from 'vitest'
import { causeKinds } from '@/lib/diagnosis/causes/kinds'
import { problemKinds } from '@/lib/diagnosis/kinds'
import { stepKinds } from '@/lib/diagnosis/steps/kinds'
import { languages, type Language } from '../languages'
import { loadRemedies } from './load'

const english = await loadRemedies('en')
const japanese = await loadRemedies('ja')
const byLanguage = { en: english, ja: japanese }

interface Words {
  readonly where: string
  readonly title: string
  readonly sentences: readonly string[]
}

function wordsOf(language: Language): readonly Words[] {
  const { problems, causes, steps } = byLanguage[language]
  return [
    ...problemKinds.map((kind) => {
      const { title, meaning, consequence } = problems[kind]
      return { where: `problem ${kind}`, title, sentences: [meaning, consequence] }
    }),
    ...causeKinds.map((kind) => ({
      where: `cause ${kind}`,
      title: causes[kind].title,
      sentences: [causes[kind].text],
    })),
    ...stepKinds.map((kind) => ({ where: `step ${kind}`, title: steps[kind].title, sentences: [steps[kind].text] })),
  ]
}
const prose = (text: string): string => text.replace(/`[^`]*`/g, ' ')
const literalsOf = ({ title, sentences }: Words): string =>
  [title, ...sentences]
    .flatMap((text) => [...text.matchAll(/`([^`]*)`/g)].map(([, word]) => word))
    .sort()
    .join('|')
const numbersOf = ({ title, sentences }: Words): readonly string[] =>
  prose([title, ...sentences].join(' ')).match(/\d[\d.]*\d|\d/g) ?? []

describe.each(languages)('words of problems, causes and steps in %s', (language) => {
  const words = wordsOf(language)

  it('are short, and sentences where they should be', () => {
    const limits = { en: { title: 90, text: 260 }, ja: { title: 45, text: 150 } }[language]
    const end = language === 'en' ? /\.$/ : /。$/
    const wrong = words.flatMap(({ where, title, sentences }) => [
      ...(title.length > limits.title || /[.。]$/.test(title) ? [`${where}: ${title}`] : []),
      ...sentences.filter((text) => text.length > limits.text || !end.test(text) || text.trim() !== text),
    ])
    expect(wrong).toEqual([])
  })

  it('close their code, and give every problem and cause a unique title', () => {
    const texts = words.flatMap(({ title, sentences }) => [title, ...sentences])
    expect(texts.filter((text) => text.split('`').length % 2 === 0)).toEqual([])
    const titles = words.map(({ where, title }) => `${where.split(' ')[0] ?? ''} ${title}`)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })
})

describe('Japanese words of problems, causes and steps', () => {
  const pairs = wordsOf('en').map((words, index) => ({ english: words, japanese: wordsOf('ja')[index]! }))

  it('are Japanese, with a space beside Latin words and half-width brackets', () => {
    const joined = /[A-Za-z0-9][ぁ-んァ-ヶ一-龠]|[ぁ-んァ-ヶー一-龠][A-Za-z0-9]|[０-９（）：！？]/
    const wrong = pairs.flatMap(({ japanese: { title, sentences } }) =>
      [title, ...sentences].filter((text) => joined.test(prose(text)) || !/[ぁ-ん一-龠]/.test(text)),
    )
    expect(wrong).toEqual([])
  })

  it('name the same literal words and numbers as the English', () => {
    const differing = pairs.filter((pair) => {
      const given = new Set(numbersOf(pair.japanese))
      return (
        literalsOf(pair.english) !== literalsOf(pair.japanese) ||
        numbersOf(pair.english).some((number) => !given.has(number))
      )
    })
    expect(differing.map(({ english: { where } }) => where)).toEqual([])
  })

  it('say what was inferred wherever the English does', () => {
    const says = (words: Words, mark: RegExp): boolean => words.sentences.some((text) => mark.test(text))
    const differing = pairs.filter((pair) => says(pair.english, /inferred/) !== says(pair.japanese, /推定/))
    expect(differing.map(({ english: { where } }) => where)).toEqual([])
  })
})
