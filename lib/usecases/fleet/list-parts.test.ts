import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pagesOf } from '@/lib/azure/calls/resource-graph'
import { joinParts, listParts } from './list-parts'

/** The parts of subscriptions with so many rows, and the pages that they take. */
function partsOf(rows: readonly number[]) {
  const sizes = new Map(rows.map((each, index) => [`s${index}`, each]))
  const parts = listParts([...sizes.keys()], (subscription) => sizes.get(subscription) ?? 0)
  const pages = parts.map((part) => pagesOf(part.reduce((sum, each) => sum + (sizes.get(each) ?? 0), 0)))
  return { parts, pages: pages.reduce((sum, each) => sum + each, 0) }
}

describe('listParts', () => {
  it.each<[string, readonly number[], number, number]>([
    ['ten full pages', Array.from({ length: 10 }, () => 1000), 10, 10],
    ['a hundred full pages', Array.from({ length: 100 }, () => 1000), 100, 100],
    ['one large subscription', [10_000], 1, 11],
    ['small subscriptions', Array.from({ length: 30 }, () => 20), 1, 1],
    ['subscriptions that fill no page', Array.from({ length: 10 }, () => 600), 4, 7],
    ['a large one and small ones', [3500, 900, 50, 50], 2, 5],
    ['subscriptions without rows', [0, 0, 0], 1, 1],
  ])('divides %s', (_name, rows, parts, pages) => {
    const divided = partsOf(rows)
    expect([divided.parts.length, divided.pages]).toEqual([parts, pages])
  })

  it('has each subscription once, and at most one page more than the fewest for 10,000 VMs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 60 }), (weights) => {
        const sum = weights.reduce((total, each) => total + each, 0)
        const rows = weights.map((each) => Math.floor((each * 10_000) / Math.max(1, sum)))
        const { parts, pages } = partsOf(rows)
        expect(parts.flat().toSorted()).toEqual(rows.map((_, index) => `s${index}`).toSorted())
        expect(pages).toBeLessThanOrEqual(11)
      }),
    )
  })
})

describe('joinParts', () => {
  it('fills parts up to the limit, and leaves a subscription with more alone', () => {
    const rows: Readonly<Record<string, number>> = { a: 20_000, b: 12_000, c: 9000, d: 6000, e: 0 }
    const parts = joinParts(Object.keys(rows), (subscription) => rows[subscription] ?? 0)
    expect(parts).toEqual([['a'], ['b', 'd', 'e'], ['c']])
  })
})
