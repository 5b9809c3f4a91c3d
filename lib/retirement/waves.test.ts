import { describe, expect, it } from 'vitest'
import type { NoteList } from '@/lib/contract/notes'
import { adoptionsOf, draftText, noPlan, parseDraft, planOf, waveOf } from './waves'

const wave = (id: string, until: string | null = null, name = id) => ({
  id,
  name,
  until,
  owner: '',
  note: '',
  version: 'v',
  by: { id: 'p', name: null },
  at: '2026-11-28T00:00:00.000Z',
})
const member = (id: string, of: string | null) => ({ id, wave: of, version: 'v' })
const notes: Pick<NoteList, 'waves' | 'members'> = {
  waves: [wave('b'), wave('a'), wave('late', '2028-01-01'), wave('early', '2027-01-01')],
  members: [member('x', 'a'), member('y', 'late'), member('lost', null), member('other', 'unknown')],
}
const plan = planOf(notes)
const draft = {
  version: 1 as const,
  waves: [
    { id: 'a', name: 'First', until: '2027-06-30' },
    { id: 'b', name: 'x\u202Ey', until: null },
  ],
  members: { x: 'a', free: 'a', hidden: 'a', other: 'none' },
}

describe('the shared waves', () => {
  it('contain a line, or not', () => {
    expect(waveOf(plan, 'x')?.id).toBe('a')
    for (const key of ['z', 'lost', 'other', '__proto__', 'constructor']) expect(waveOf(plan, key)).toBeNull()
  })

  it('keep the lines that a draft has in another wave, and take only those in the list', () => {
    const { waves, skipped } = adoptionsOf(draft, plan, new Set(['x', 'free', 'other']))
    expect(waves).toEqual([
      { wave: { name: 'First', until: '2027-06-30', owner: '', note: '' }, keys: ['free'] },
      // A name that could look like another one is not taken over.
      { wave: { name: 'b', until: null, owner: '', note: '' }, keys: [] },
    ])
    expect(skipped).toBe(3)
    expect(adoptionsOf(draft, noPlan, new Set(['x', 'free'])).waves[0]?.keys).toEqual(['x', 'free'])
  })

  it('are unchanged after writing them to a file and reading it', () => {
    const read = parseDraft(draftText(plan))
    expect(read?.waves.map(({ id, until }) => [id, until])).toEqual([
      ['b', null],
      ['a', null],
      ['late', '2028-01-01'],
      ['early', '2027-01-01'],
    ])
    expect(read?.members).toEqual({ x: 'a', y: 'late', other: 'unknown' })
  })

  it.each([
    null,
    '',
    '{',
    '[]',
    '{"version":2,"waves":[],"members":{}}',
    '{"version":1,"waves":[{"id":"a"}],"members":{}}',
    JSON.stringify({ ...draft, waves: Array.from({ length: 51 }, () => draft.waves[0]) }),
  ])('read %j as no plan', (text) => {
    expect(parseDraft(text)).toBeNull()
  })
})
