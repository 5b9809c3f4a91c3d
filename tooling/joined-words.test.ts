import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { top } from './launch/paths'

/**
 * English punctuation between words of any language. `formatItems`, `formatList`, `formatSentences` and
 * `formatSpan` of lib/i18n/format.ts use the punctuation of the language.
 */
const joints = [
  /\.join\('[,.;] ?'\)/,
  /\}[,.] \$\{/,
  /\)\}\.`/,
  /\$\{[^}]+\} – \$\{/,
  /new Intl\.ListFormat/,
  /^\s*\{[^{}]+\}[,.] \{/m,
]

it('components leave the punctuation between words to the language', () => {
  const folder = join(top, 'components')
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => join(folder, name))
    .filter((path) => joints.some((joint) => joint.test(readFileSync(path, 'utf8'))))
  expect(found.map((path) => relative(top, path))).toEqual([])
})
