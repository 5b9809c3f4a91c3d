import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seed, seedIds, type SeedTarget } from '@/lib/diagnosis/seed'
import { articleOf } from './articles'
import { openedIndexes } from './testing/indexes'

const table = readFileSync(new URL('../../docs/guide-coverage.md', import.meta.url), 'utf8')
const found = [...table.matchAll(/^\| ([AS]\d\d) +\| (.+?) +\| (.+?) +\| `([^`]+)` +\|$/gm)].map(
  ([, id = '', statement = '', asked = '', article = '']) => ({ id, statement, asked, article }),
)
const rows = found.filter(({ id }) => id.startsWith('S'))
/** Sentences of the guide that its numbered statements pass over. */
const others = found.filter(({ id }) => id.startsWith('A'))

function articleIdOf(target: SeedTarget): string {
  if ('prerequisite' in target) return `requirement:${target.prerequisite}`
  if ('step' in target) return `step:${target.step}`
  return `problem:${'check' in target ? target.check : target.help}`
}

describe('the guide that Sealwatch began with', async () => {
  const ask = await openedIndexes()

  it('has a row for each statement, with the article that contains it', () => {
    expect(rows.map(({ id }) => id)).toEqual(seedIds)
    expect(rows.map(({ article }) => article)).toEqual(seedIds.map((id) => articleIdOf(seed[id])))
    expect(others.length).toBe(7)
    expect(found.filter(({ article }) => articleOf(article) === undefined)).toEqual([])
  })

  it.each(found)('$id is found by $asked', ({ asked, article }) => {
    expect(ask(asked).slice(0, 5)).toContain(article)
  })
})
