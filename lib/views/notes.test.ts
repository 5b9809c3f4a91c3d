import { describe, expect, it } from 'vitest'
import type { NoteList } from '@/lib/contract/notes'
import { afterOrder, expectedOf, isRefusedBy } from './notes'
import { unreadBy } from './completeness'

const by = { id: 'p', name: 'Aiko' }
const saved = { version: 'v2', by, at: '2026-11-28T00:00:00.000Z' }
const text = { name: 'A', until: null, owner: '', note: '' }
const wave = (id: string) => ({ id, ...text, version: 'v1', by, at: '2026-11-27T00:00:00.000Z' })
const acknowledged = { code: 'restart.state', note: '', assignee: '' }
const list: NoteList = {
  failure: null,
  complete: true,
  waves: [wave('a'), wave('b')],
  members: [
    { id: 'x', wave: 'a', version: 'v1' },
    { id: 'y', wave: 'b', version: 'v1' },
  ],
  acknowledgements: [{ id: 'x', ...acknowledged, ...saved, version: 'v1' }],
}
const vms = (...ids: readonly string[]) => ids.map((id) => ({ id, version: null }))

describe('the list of notes after a change', () => {
  it('has a changed wave in its place, and a new one at the end', () => {
    const changed = afterOrder(list, { kind: 'wave', id: 'a', change: { ...text, version: 'v1', name: 'B' } }, saved)
    expect(changed.waves.map(({ id, name, version }) => [id, name, version])).toEqual([
      ['a', 'B', 'v2'],
      ['b', 'A', 'v1'],
    ])
    const added = afterOrder(list, { kind: 'wave', id: 'c', change: { ...text, version: null } }, saved)
    expect(added.waves.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('has neither a removed wave nor its members', () => {
    const left = afterOrder(list, { kind: 'end-wave', id: 'a', version: 'v1' }, saved)
    expect([left.waves.map(({ id }) => id), left.members.map(({ id }) => id)]).toEqual([['b'], ['y']])
  })

  it('has each VM in one wave, or in none', () => {
    const moved = afterOrder(
      list,
      { kind: 'note', change: { note: { kind: 'member', wave: 'b' }, vms: vms('X', 'z') } },
      saved,
    )
    expect(moved.members.map(({ id, wave: of, version }) => `${id} ${of} ${version}`)).toEqual([
      'y b v1',
      'x b v2',
      'z b v2',
    ])
    const out = afterOrder(
      list,
      { kind: 'note', change: { note: { kind: 'member', wave: null }, vms: vms('x') } },
      saved,
    )
    expect(out.members.map(({ id }) => id)).toEqual(['y'])
  })

  it('has each VM acknowledged once, or not', () => {
    const note = { kind: 'acknowledgement', acknowledgement: { ...acknowledged, note: 'later' } } as const
    const again = afterOrder(list, { kind: 'note', change: { note, vms: vms('x') } }, saved)
    expect(again.acknowledgements).toEqual([{ id: 'x', ...acknowledged, note: 'later', ...saved }])
    const none = { kind: 'acknowledgement', acknowledgement: null } as const
    expect(afterOrder(list, { kind: 'note', change: { note: none, vms: vms('x') } }, saved).acknowledgements).toEqual(
      [],
    )
  })
})

it('a change names the versions that the user saw', () => {
  expect(expectedOf(list, 'member', ['X', 'z'])).toEqual([
    { id: 'X', version: 'v1' },
    { id: 'z', version: null },
  ])
  expect(expectedOf(list, 'acknowledgement', ['y'])).toEqual([{ id: 'y', version: null }])
})

it('a refusal is known by its code', () => {
  const refused = { kind: 'refused', cause: unreadBy('version-conflict') } as const
  expect([isRefusedBy(refused, 'version-conflict'), isRefusedBy(refused, 'not-found')]).toEqual([true, false])
  expect(isRefusedBy({ kind: 'full' }, 'not-found')).toBe(false)
})
