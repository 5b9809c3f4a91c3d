import { expect, it } from 'vitest'
import { fill } from './fill'
import { doctorWords, setupWords } from './load'

const names = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()

it('names the same values in both languages', () => {
  const [english, japanese] = [doctorWords('en'), doctorWords('ja')]
  const said = (words: typeof english): [string, string[]][] => [
    ...Object.entries(words.findings).map(([code, { seen, cause, next }]): [string, string[]] => [
      code,
      names(`${seen} ${cause} ${next}`),
    ]),
    ...Object.entries(words.unchecked).map(([why, text]): [string, string[]] => [why, names(text)]),
  ]
  expect(said(japanese)).toEqual(said(english))
})

it('leaves a name that has no value', () => {
  expect(fill('{a} and {b}', { a: '1' })).toBe('1 and {b}')
})

it('claims of no registration that it was made, where an interrupted run may not have made it', () => {
  expect(setupWords('en').existing).toMatch(/may have made/)
  expect(setupWords('en').waiting).not.toMatch(/yet/)
  expect(setupWords('ja').existing).toMatch(/可能性/)
  expect(setupWords('ja').waiting).not.toMatch(/まだ/)
})
