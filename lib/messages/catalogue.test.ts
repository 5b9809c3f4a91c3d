import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue'
import type { TextMatch } from './entry'
import { catalogueIds } from './ids'

const regexesOf = (match: TextMatch): { where: string; pattern: RegExp }[] => {
  if (match.kind === 'whole' || match.kind === 'start') return [{ where: match.kind, pattern: match.pattern }]
  if (match.kind === 'any-of') return match.forms.flatMap(regexesOf)
  if (match.kind !== 'contains') return []
  return [
    { where: 'start', pattern: match.start },
    { where: 'before', pattern: match.before },
    { where: 'after', pattern: match.after },
    { where: 'end', pattern: match.end },
  ].flatMap(({ where, pattern }) => (pattern instanceof RegExp ? [{ where, pattern }] : []))
}
const regexes = catalogueIds.flatMap((id) => regexesOf(catalogue[id].match).map((found) => ({ id, ...found })))
/** The source without character classes and escaped characters. */
const bare = (pattern: RegExp) => pattern.source.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_')

describe('the catalogue', () => {
  it('defines each entry in one file only', () => {
    const folder = fileURLToPath(new URL('./catalogue/', import.meta.url))
    const ids = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/^ {2}'([a-z0-9-]+)':/gm)].map(([, id]) => id),
    )
    expect(ids.toSorted()).toEqual(catalogueIds.toSorted())
  })

  it('bounds every repetition, so that every text is matched in bounded time', () => {
    expect(regexes.length).toBeGreaterThan(60)
    expect(regexes.filter(({ pattern }) => /[*+]|\{\d+,\}/.test(bare(pattern)))).toEqual([])
  })

  it('keeps no state between two texts', () => {
    expect(regexes.filter(({ pattern }) => /[gy]/.test(pattern.flags))).toEqual([])
  })

  it('anchors every pattern where it is applied', () => {
    const anchored = { whole: /^\^[\s\S]*\$$/, start: /^\^/, before: /\$$/, after: /^\^/, end: /\$$/ }
    const wrong = regexes.filter(({ where, pattern }) => !anchored[where as keyof typeof anchored].test(pattern.source))
    expect(wrong).toEqual([])
  })
})
