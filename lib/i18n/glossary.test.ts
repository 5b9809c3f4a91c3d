import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadGuidance } from './guidance/load'
import { messages } from './messages'
import { loadRemedies } from './remedies/load'
import { doctorWords, setupWords } from './setup/load'
import { textsIn } from './testing/texts-in'

const glossary = readFileSync(new URL('../../docs/glossary-japanese.md', import.meta.url), 'utf8')

/** The terms in the last column of each table of the glossary. */
const retired = glossary
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => [...(line.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, term = '']) => term))

const japanese = [
  ...textsIn(messages.ja, 'messages'),
  ...textsIn(await loadGuidance('ja'), 'guidance'),
  ...textsIn(await loadRemedies('ja'), 'remedies'),
  ...textsIn(doctorWords('ja'), 'doctor'),
  ...textsIn(setupWords('ja'), 'setup'),
]

it('reads all Japanese texts and the whole glossary', () => {
  expect(japanese.length).toBeGreaterThan(4000)
  expect(retired.length).toBeGreaterThan(60)
})

it.each(retired)('%s is not used any more', (term) => {
  expect(japanese.filter(([, text]) => text.includes(term))).toEqual([])
})

it('calls a key vault キー コンテナー: alone the word is a software container, beside others that hold a disk', () => {
  const alone = japanese.filter(([, text]) => /(?<!キー |Services |バックアップ )コンテナー/.test(text))
  expect(alone.filter(([, text]) => !/データベース|エンジン|Docker/.test(text))).toEqual([])
})
