import { describe, expect, it } from 'vitest'
import { fleetNeeds, noFleetFilters } from '@/lib/contract/fleet-search'
import type { FleetRow } from '@/lib/contract/fleet'
import { applyFleetEvents } from './fleet-merge'
import { emptyFleet } from './fleet-model'
import { matchFleet } from './fleet-filter'
import { countStates, needingApart, needsAction } from './fleet-counts'
import { fleetNeedOf, urgentNeedOf, urgentNeeds } from './fleet-need'
import { inboxOf } from './inbox'
import { stateGroups } from './state-groups'
import { fleetRow, rows, start } from './testing/fleet-rows'

const made: readonly FleetRow[] = [
  fleetRow('failed', { state: 'failed', os: 'failed' }),
  fleetRow('conflict', { state: 'conflict', os: 'conflict' }),
  fleetRow('waiting', { state: 'restart-pending', os: 'restart-pending' }),
  fleetRow('running', { state: 'encrypting', os: 'encrypting' }),
  fleetRow('stuck', { state: 'encrypting', os: 'encrypting', flags: ['possibly-stuck'] }),
  fleetRow('added', { state: 'partly-encrypted', os: 'encrypted' }),
  fleetRow('unproved', { state: 'encrypted-unverified', os: 'encrypted-unverified' }),
  fleetRow('done', { state: 'encrypted', os: 'encrypted' }),
  fleetRow('coming', { state: 'unknown', os: 'unknown', reading: 'pending' }),
  fleetRow('unread', { state: 'unknown', os: 'unknown', reading: 'failed' }),
  fleetRow('at-work', { state: 'encrypted', os: 'encrypted', operation: 'running' }),
  fleetRow('perhaps', { state: 'encrypted', os: 'encrypted', operation: 'not-known' }),
]
const { entries } = applyFleetEvents(emptyFleet, [start(), rows(...made)])

describe('what a VM needs next', () => {
  it('is one code, or null where it is not known', () => {
    expect(Object.fromEntries(entries.map((entry) => [entry.name, fleetNeedOf(entry)]))).toEqual({
      failed: 'fix',
      conflict: 'decide',
      waiting: 'restart',
      running: 'wait',
      stuck: 'check',
      added: 'finish',
      unproved: 'verify',
      done: 'nothing',
      coming: null,
      unread: 'read-again',
      'at-work': 'wait',
      perhaps: null,
    })
  })

  it('is by the decision of Needs action: what is urgent is what stands there', () => {
    const urgent = entries.filter((entry) => urgentNeedOf(entry) !== null).map(({ name }) => name)
    const inbox = inboxOf(entries).flatMap((group) => group.entries.map(({ name }) => name))
    expect([...inbox].sort()).toEqual([...urgent].sort())
    expect(fleetNeeds.slice(0, urgentNeeds.length)).toEqual(urgentNeeds)
  })

  it('is one number in the rail, in the queue and over the counts of the states', () => {
    const queue = inboxOf(entries).reduce((sum, group) => sum + group.entries.length, 0)
    const counts = countStates(entries)
    expect(needsAction(entries)).toHaveLength(queue)
    expect(Object.values(counts.needing).reduce((sum, count) => sum + count, 0)).toBe(queue)
    // A run that is possibly stuck is counted as in progress: there the strip says that it needs action.
    expect(stateGroups.flatMap((group) => needingApart(counts, group) ?? [])).toEqual([1])
    expect(needingApart(counts, 'in-motion')).toBe(1)
    // A restart waits for work on the data volumes: then nothing is needed now.
    const data = { ...fleetRow('busy').data, state: 'encrypting' as const }
    const busy = fleetRow('busy', { state: 'restart-pending', os: 'restart-pending', data })
    const { entries: withBusy } = applyFleetEvents(emptyFleet, [start(), rows(...made, busy)])
    expect(needingApart(countStates(withBusy), 'needs-person')).toBe(3)
  })

  it('is a filter, which counts what each value would show', () => {
    const { mask, facets } = matchFleet(entries, { ...noFleetFilters, needs: ['fix', 'wait'] }, new Map())
    expect(entries.filter((_entry, index) => mask?.[index] === 1).map(({ name }) => name)).toEqual([
      'at-work',
      'failed',
      'running',
    ])
    expect(facets.needs.get('wait')).toBe(2)
    expect(facets.needs.get('check')).toBe(1)
  })
})
