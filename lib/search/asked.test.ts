import { describe, expect, it } from 'vitest'
import { askedQuestions } from '@/lib/i18n/everyday/asked'
import { articleOf } from './articles'
import { answersBy } from './asked'
import { askIn, builtIndexes, indexesWithout } from './testing/indexes'

/** The questions of a fifth of the pool are answered by the others, and by the words of the articles. */
const parts = 5

describe('questions whose answers are known', async () => {
  const indexes = await builtIndexes()
  const places = askedQuestions.map((_, place) => place)
  const right = (ask: (question: string, place: number) => readonly string[]): number =>
    places.filter((place) => {
      const each = askedQuestions[place]
      const [first] = each === undefined ? [] : ask(each.question, place)
      return first !== undefined && each?.answers.includes(first)
    }).length

  it('have answers that Help contains, and stand once', () => {
    expect(askedQuestions.flatMap(({ answers }) => answers).filter((id) => articleOf(id) === undefined)).toEqual([])
    expect(new Set(askedQuestions.map(({ question }) => question)).size).toBe(askedQuestions.length)
  })

  it('lead to their articles', () => {
    expect(right((question) => askIn(indexes, question)) / places.length).toBeGreaterThan(0.96)
  })

  it('answer others of the pool that they do not contain, better than words alone', () => {
    const withoutPart = Array.from({ length: parts }, (_, part) =>
      indexesWithout(indexes, (place) => place % parts === part),
    )
    const wordsAlone = indexesWithout(indexes, () => true)
    const byWords = right((question) => askIn(wordsAlone, question))
    const byLikeness = right((question, place) => askIn(withoutPart[place % parts] ?? indexes, question))
    expect(
      byLikeness / places.length,
      `${byLikeness} of ${places.length} first; by words alone ${byWords}`,
    ).toBeGreaterThan(0.78)
    expect(byLikeness).toBeGreaterThan(byWords)
  })

  it('complete a word that is being typed', () => {
    const answers = answersBy([{ terms: ['snapshot'], answers: ['step:snapshot-disks'] }])
    expect(answers(['snaps'])).toEqual(answers(['snapshot']))
    expect(answers(['zzzz']).size).toBe(0)
  })
})
