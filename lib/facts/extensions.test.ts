import { describe, expect, it } from 'vitest'
import { costInScans } from '@/lib/shared/testing/processor-time'
import { vmBody, type ExtensionOptions } from './testing/vm-body'
import { readVmFacts } from './vm-facts'

function found(...extensions: readonly ExtensionOptions[]) {
  return readVmFacts(vmBody({ extensions })).adeExtensions.map(({ resource, view }) => [
    resource?.name ?? null,
    view?.name ?? null,
  ])
}

describe('which instance view belongs to which extension', () => {
  it.each<[string, readonly ExtensionOptions[], readonly (readonly [string | null, string | null])[]]>([
    ['the same name', [{ name: 'a' }], [['a', 'a']]],
    ['another name, by its type', [{ name: 'a', viewName: 'b' }], [['a', 'b']]],
    ['no type, by its name', [{ name: 'a', viewType: null }], [['a', 'a']]],
    ['no type and another name', [{ name: 'a', viewName: 'b', viewType: null }], [['a', null]]],
    ['a foreign type under the same name', [{ name: 'a', viewType: 'Contoso.Backup' }], [['a', null]]],
    ['no resource', [{ name: 'a', resource: false }], [[null, 'a']]],
    [
      'two of them, each by its name',
      [
        { name: 'a', viewName: 'b' },
        { name: 'b', viewName: 'a' },
      ],
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
    ],
  ])('%s', (_, extensions, pairs) => {
    expect(found(...extensions)).toEqual(pairs)
  })
})

describe('a body with more of everything than Azure allows', () => {
  const many = <T>(make: (index: number) => T): readonly T[] =>
    Array.from({ length: 20_000 }, (_, index) => make(index))

  it('costs at most a few scans of its text', () => {
    const body = vmBody({
      data: many((index) => ({ name: `d${index}`, view: index % 2 === 0 })),
      extensions: many((index) => ({ name: `a${index}`, viewName: `b${index}` })),
    })
    const work = () => {
      const { dataDisks, adeExtensions } = readVmFacts(body)
      expect([dataDisks.length, adeExtensions.length]).toEqual([20_000, 39_999])
    }
    // Comparing each with each would cost thousands.
    expect(costInScans(work, JSON.stringify(body).length, 100)).toBeLessThanOrEqual(100)
  })
})
