import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { operatorCodes } from '@/lib/contract/local-session'
import { languages } from './languages'
import { messages } from './messages'

type Table = { readonly [key: string]: string | Table }

function flatten(table: Table, prefix = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  )
}

const english = flatten(messages.en)
const japanese = new Map(flatten(messages.ja))

/** Names of the parameters of an ICU message; the branches of a plural or select are messages themselves. */
function parameters(text: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let branchesAt: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    const inBranches = branchesAt.at(-1) === depth
    if (text[index] === '{') {
      const [, name = '', type = ''] = /^\{\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(index)) ?? []
      depth += 1
      if (inBranches) continue
      names.push(name)
      if (type === 'plural' || type === 'select' || type === 'selectordinal') branchesAt.push(depth)
    } else if (text[index] === '}') {
      branchesAt = branchesAt.filter((at) => at < depth)
      depth -= 1
    }
  }
  return names
}

const tags = (text: string) => [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '')
const withoutParameters = (text: string) => text.replace(/\{\w+(, \w+)?\}|<\/?\w+>/g, '')

/** Product names, units and abbreviations that Japanese writes as English does. */
const sharedWords =
  /subscription-id|Sealwatch|Azure Policy|Azure|KEK|ARM|GiB|LUN|VM|OS|ID|JSON|Raw|az|PowerShell|plural|number|one|other/g
const wordless = (text: string) => !/\p{L}/u.test(withoutParameters(text).replace(sharedWords, ''))
const isJapanese = (text: string) => /[ぁ-んァ-ヶ一-龠]/.test(text)

/** Parameters whose value is Japanese at its end: lengths of time ("12 分"), days ("9 月 15 日"), states and kinds of input. */
const endingInJapanese: Readonly<Record<string, readonly string[]>> = {
  'timeline.gap.seen-again': ['time'],
  'fleet.freshness.aged': ['age'],
  'timeline.gap.now': ['time'],
  'timeline.gap.deleted': ['time'],
  'timeline.basis.percent': ['time'],
  'timeline.basis.metrics': ['time', 'measured'],
  'timeline.stuck.no-disk-traffic': ['measured'],
  'timeline.stuck.agent-silent': ['time'],
  'timeline.stuck.far-over-similar': ['time', 'median'],
  'history.sources.polling': ['moving', 'quiet'],
  'fleet.cell.silentAtLeast': ['length'],
  'frame.freshness.oldest': ['age'],
  'ui.age.ago': ['age'],
  'explain.age.aged': ['age'],
  'explain.age.agedWithoutZone': ['age'],
  'explain.reportAge.aged': ['age'],
  'vm.workProgress.documented': ['high'],
  'vm.workProgress.requested': ['length'],
  'vm.workProgress.requestedBy': ['length'],
  'states.since.atLeast': ['length'],
  'states.since.lasting': ['length'],
  'retirement.days.until': ['date'],
  'fleet.announce.one': ['before', 'after'],
  'troubleshoot.changed.state': ['before', 'after'],
  'explain.recognised': ['input'],
}
/** Texts whose parameters are Japanese at their beginning too. */
const japaneseWords: ReadonlySet<string> = new Set(['fleet.announce.one', 'troubleshoot.changed.state'])

describe('a program for one person, which has no operator', () => {
  it.each(['en', 'ja'] as const)(
    'says in %s what the person can do where the operator is named otherwise',
    (language) => {
      const { errors, local } = messages[language]
      const operator = /operator|運用者/i
      const named = Object.entries(errors).filter(([, { title, cause, next }]) =>
        operator.test([title, cause, next].join(' ')),
      )
      expect(named.map(([code]) => code)).toEqual([...operatorCodes])
      for (const [, { title, cause }] of named) expect(`${title} ${cause}`).not.toMatch(operator)
      expect(JSON.stringify(local)).not.toMatch(operator)
    },
  )
})

describe('the two languages', () => {
  it('say of a failed run that no report confirms it: its key settings stay on the disk, and show something', () => {
    for (const { verdict, states } of [messages.en, messages.ja])
      for (const text of [
        verdict.sentence['failed-os'],
        verdict.sentence['failed-data'],
        verdict.sentence['failed-both'],
        states.meaning.failed,
      ])
        expect(text).toMatch(/no report confirms|裏付ける報告/)
  })

  it('take lengths of time formatted: a number of minutes may be days', () => {
    const counted = [...english, ...japanese].filter(([, text]) =>
      /# minutes?\b|\{(?:minutes|samples), number\} 分/.test(text),
    )
    expect(counted).toEqual([])
  })

  it('have the same keys', () => {
    expect([...japanese.keys()].sort()).toEqual(english.map(([key]) => key).sort())
  })

  it.each(english)('%s: takes the same parameters in both', (key, text) => {
    const other = japanese.get(key) ?? ''
    expect(new Set(parameters(other))).toEqual(new Set(parameters(text)))
    expect(new Set(tags(other))).toEqual(new Set(tags(text)))
  })

  it('differ, and Japanese is Japanese', () => {
    const wrong = [...japanese].filter(([, text]) => !isJapanese(text) && !wordless(text)).map(([key]) => key)
    expect(wrong).toEqual([])
  })

  it('English holds no Japanese', () => {
    expect(english.filter(([, text]) => isJapanese(text))).toEqual([])
  })

  it('Japanese sets a space between Latin or digits and Japanese, and half-width brackets and digits', () => {
    const wrong = [...japanese].filter(([, text]) =>
      /[A-Za-z0-9][ぁ-んァ-ヶ一-龠]|[ぁ-んァ-ヶー一-龠][A-Za-z0-9]|[０-９（）：]/.test(withoutParameters(text)),
    )
    expect(wrong).toEqual([])
  })

  it('Japanese sets a space beside every parameter but those that end in Japanese', () => {
    const letter = '[ぁ-んァ-ヶー一-龠]'
    const wrong = [...japanese].filter(([key, text]) => {
      const ending = endingInJapanese[key] ?? []
      const joined = [...text.matchAll(new RegExp(`\\{(\\w+)(, number)?\\}${letter}`, 'g'))].map(([, name]) => name)
      const apart = [...text.matchAll(new RegExp(`\\{(\\w+)\\} ${letter}`, 'g'))].map(([, name]) => name)
      const before = [...text.matchAll(new RegExp(`${letter}\\{(\\w+)\\}`, 'g'))].map(([, name]) => name)
      return (
        joined.some((name) => !ending.includes(name ?? '')) ||
        apart.some((name) => ending.includes(name ?? '')) ||
        before.some((name) => !ending.includes(name ?? '') || !japaneseWords.has(key))
      )
    })
    expect(wrong).toEqual([])
  })

  it.each(languages)('%s: every text can be formatted', (language) => {
    const translator: unknown = createTranslator({
      locale: language,
      messages: messages[language],
      onError: (error) => {
        throw error
      },
    })
    const { rich } = translator as { rich: (key: string, values: Record<string, unknown>) => unknown }
    for (const [key, text] of english) {
      const numbers = parameters(text).map((name): [string, unknown] => [name, 3])
      const elements = tags(text).map((name): [string, unknown] => [name, (inner: unknown) => inner])
      expect(rich(key, Object.fromEntries([...numbers, ...elements]))).not.toBe('')
    }
  })
})
