import { describe, expect, it } from 'vitest'
import { differenceOf, type FleetInFile, type Shown } from './difference'

const [here, there] = ['5aebd407-0000-4000-a000-000000000001', '5aebd407-0000-4000-a000-000000000002']

type Row = Partial<Shown> & { readonly name: string; readonly subscriptionId?: string }

function fleet(rows: readonly Row[], other: Partial<FleetInFile> = {}): FleetInFile {
  const made = rows.map(({ name, subscriptionId = here, state = 'encrypted', os = 'encrypted', data = 'none' }) => {
    const id = `/subscriptions/${subscriptionId}/vm/${name}`
    return [id, { id, subscriptionId, state, os, data: { state: data, stamped: 0, total: 0 } }] as const
  })
  return { rows: new Map(made), gaps: [], subscriptions: [{ id: here }, { id: there }], complete: true, ...other }
}

const changesOf = (before: FleetInFile, after: FleetInFile) =>
  differenceOf(before, after).map(({ id, change }) => [id.split('/').at(-1), change])

describe('the difference of two files', () => {
  it('is the state or a volume that both files know', () => {
    const before = fleet([
      { name: 'a', state: 'encrypting' },
      { name: 'b' },
      { name: 'c' },
      { name: 'd', state: 'unknown' },
    ])
    const after = fleet([{ name: 'a' }, { name: 'b', data: 'encrypted' }, { name: 'c' }, { name: 'd' }])
    expect(changesOf(before, after)).toEqual([
      ['a', 'changed'],
      ['b', 'changed'],
      ['c', 'same'],
      ['d', 'not-known'],
    ])
    expect(changesOf(after, before).at(-1)).toEqual(['d', 'not-known'])
  })

  it('is a new or a gone VM only where the other file lists all VMs of its subscription', () => {
    const [none, one] = [fleet([]), fleet([{ name: 'a' }])]
    expect(changesOf(none, one)).toEqual([['a', 'new']])
    expect(changesOf(one, none)).toEqual([['a', 'gone']])
    const partly: readonly Partial<FleetInFile>[] = [
      { subscriptions: [{ id: there }] },
      { gaps: [{ scope: here, kind: 'inventory' }], complete: false },
      { gaps: [{ scope: here, kind: 'subscription' }], complete: false },
      { gaps: [{ scope: 'tenant', kind: 'inventory' }], complete: false },
      // Broken off, and no gap says where.
      { complete: false },
    ]
    for (const other of partly) {
      expect(changesOf(fleet([], other), one)).toEqual([['a', 'only-after']])
      expect(changesOf(one, fleet([], other))).toEqual([['a', 'only-before']])
    }
    const elsewhere = { gaps: [{ scope: there, kind: 'inventory' } as const], complete: false }
    expect(changesOf(one, fleet([], elsewhere))).toEqual([['a', 'gone']])
  })
})
