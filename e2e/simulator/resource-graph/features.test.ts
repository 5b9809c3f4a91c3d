import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aggregates, functions, isNotEmulated, joinFlavours, limits, notEmulated, operators } from './language/features'

/** Counts of the language in 604 public queries; the file is not part of the project. */
const file = resolve(
  process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '../shared'),
  'specs/resource-graph/language-in-public-queries.json',
)
const shared = existsSync(file)
const counted = z.object({
  queries: z.number(),
  operators: z.record(z.string(), z.number()),
  joins: z.record(z.string(), z.number()),
  functions: z.record(z.string(), z.number()),
})
const read = () => counted.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Words before a bracket that are no functions: operators, join flavours, and words of a sentence in a comment or text. */
const noFunctions: ReadonlySet<string> = new Set([
  ...['and', 'or', 'in', 'contains', 'where', 'join', 'union', 'mvexpand'],
  ...['inner', 'innerunique', 'leftouter', 'fullouter', 'configured', 'rule'],
])

const sources = [operators, joinFlavours, functions, aggregates, ...Object.values(notEmulated)]

describe('the feature table', () => {
  it('names for each feature where it is documented or how often it is counted', () => {
    for (const source of sources.flatMap((table) => Object.values(table)))
      expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\/|^public queries: \d+$/)
    expect(limits).toEqual({ joins: 3, expansions: 2, unionLegs: 3, expandedRows: 128, largestExpansion: 400 })
  })
})

describe.skipIf(!shared)(`the language of the public queries${shared ? '' : ' (not run: no ../shared)'}`, () => {
  it('has no operator that is neither answered nor listed as not emulated', () => {
    const { queries, operators: found } = read()
    expect(queries).toBe(604)
    const missing = Object.keys(found).filter((name) => !Object.hasOwn(operators, name))
    expect(missing.filter((name) => !isNotEmulated('operators', name))).toEqual([])
    expect(missing).toEqual(['parse'])
  })

  it('has no join flavour that is not answered', () => {
    const flavours = Object.keys(read().joins).filter((name) => name !== '(none given)')
    expect(flavours.filter((name) => !Object.hasOwn(joinFlavours, name))).toEqual([])
  })

  it('has no function that is neither answered nor listed as not emulated', () => {
    const known = { ...functions, ...aggregates }
    const found = Object.keys(read().functions).filter((name) => !noFunctions.has(name))
    const missing = found.filter((name) => !Object.hasOwn(known, name))
    expect(missing.filter((name) => !isNotEmulated('functions', name))).toEqual([])
    expect(missing.sort()).toEqual(['dynamic_to_json', 'exp2', 'string_size'])
  })

  it('is counted as the table says', () => {
    const { operators: byOperator, functions: byFunction } = read()
    const counts: Readonly<Record<string, number>> = { ...byFunction, ...byOperator }
    const wrong = sources
      .flatMap((table) => Object.entries(table))
      .filter(([name, source]) => source.startsWith('public') && source !== `public queries: ${counts[name]}`)
    expect(wrong).toEqual([])
  })
})
