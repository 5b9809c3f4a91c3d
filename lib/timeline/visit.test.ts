import { expect, it } from 'vitest'
import type { Observation } from './observation'
import { clock, encryptingFacts, polling, quietFacts, seen } from './testing/observations'
import { changesSince, type VisitChange } from './visit'

const encrypted = { ...quietFacts, state: 'encrypted', os: 'encrypted' } as const

function since(visit: string, observations: readonly Observation[]): VisitChange | undefined {
  return changesSince([['vm', observations]], clock(visit), polling, clock('12:00'))[0]
}

it('tells what changed, from what was seen before the visit', () => {
  expect(since('10:30', [seen('10:00', '10:20'), seen('11:00', '11:50', { facts: encryptingFacts })])).toMatchObject({
    kind: 'changed',
    before: { state: 'not-encrypted', seenAt: clock('10:20') },
    after: { state: 'encrypting', seenAt: clock('11:50'), start: { kind: 'first-seen', at: clock('11:00') } },
    between: [],
  })
})

it('tells of states that came and went', () => {
  const change = since('10:10', [
    seen('10:00', '10:20', { facts: encrypted }),
    seen('10:22', '10:50', { facts: encryptingFacts }),
    seen('10:51', '11:00', { facts: encrypted }),
  ])
  expect(change).toMatchObject({ kind: 'came-back', between: ['encrypting'] })
})

it('tells a new VM and one that was created again from one that changed', () => {
  expect(since('10:30', [seen('11:00', null)])).toMatchObject({ kind: 'first-seen', before: null })
  const again = since('10:30', [seen('10:00', null), seen('11:00', null, { vmId: 'machine-2' })])
  expect(again?.kind).toBe('recreated')
})

it('has nothing to tell where nobody looked or nothing changed', () => {
  expect(since('10:30', [seen('10:00', '10:20')])).toBeUndefined()
  expect(since('10:30', [seen('10:00', '10:20'), seen('11:00', '11:30')])).toBeUndefined()
  expect(since('10:30', [])).toBeUndefined()
})

it('puts the newest change first', () => {
  const vm = (at: string): readonly Observation[] => [seen('10:00', null), seen(at, null, { facts: encryptingFacts })]
  const changes = changesSince(
    [
      ['early', vm('11:00')],
      ['late', vm('11:30')],
    ],
    clock('10:30'),
    polling,
    clock('12:00'),
  )
  expect(changes.map((change) => change.vm)).toEqual(['late', 'early'])
})
