import { describe, expect, it } from 'vitest'
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
