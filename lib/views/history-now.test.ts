import { describe, expect, it } from 'vitest'
import { emptyFleet } from './fleet-model'
import type { FleetReading } from './completeness'
import { confirmedIn } from './headline'
import { countStates } from './fleet-counts'
import { presentReach, trendUpTo, withReading } from './history-now'
import { fleetRow } from './testing/fleet-rows'

const at = '2026-11-24T10:00:00.000Z'
const now = Date.parse(at) + 60_000
const row = (name: string, changes: Parameters<typeof fleetRow>[1] = {}) => ({ ...fleetRow(name, changes), kept: null })
const read = (entries: readonly ReturnType<typeof row>[]): FleetReading => ({
  fleet: {
    ...emptyFleet,
    entries,
    subscriptions: [{ id: 's', name: 'S', vms: entries.length, error: null }],
    settledAt: at,
    complete: true,
  },
  isReading: false,
  isOffline: false,
  problem: null,
})
/** The store received the last reading before this one: one VM fewer was confirmed. */
const history = {
  vms: 2,
  moments: [
    { at: '2026-11-23T10:00:00.000Z', counts: { encrypted: 1, encrypting: 1 }, lastKnown: {} },
    { at: '2026-11-24T09:59:00.000Z', counts: { encrypted: 1, encrypting: 1 }, lastKnown: {} },
  ],
}
const both = read([row('a'), row('b')])
const one = read([row('a'), row('b', { reading: 'failed', readError: 'arm-down', state: 'unknown' })])

describe('the present in the history', () => {
  it('is the reading, so that headline and curve end in one number', () => {
    const confirmed = confirmedIn(countStates(both.fleet.entries).byState)
    expect(confirmed).toBe(2)
    expect(trendUpTo(history, both, now)?.map(({ encrypted }) => encrypted)).toEqual([1, confirmed])
    expect(withReading(history, both, now).moments.at(-1)).toEqual({ at, counts: { encrypted: 2 }, lastKnown: {} })
  })

  it('is unknown where a VM was not read: the curve breaks, and no 0 is certain', () => {
    expect(trendUpTo(history, one, now)?.map(({ encrypted }) => encrypted)).toEqual([1, null])
    expect(withReading(history, one, now)).toBe(history)
    expect(presentReach('all', one, now)).toBe('least')
    expect(presentReach('all', both, now)).toBe('all')
    expect(presentReach('none', both, now)).toBe('none')
  })

  it('is never compared with a reading of other VMs, nor before one has ended', () => {
    expect(trendUpTo({ ...history, vms: 3 }, both, now)).toBeNull()
    const begun = { ...both, isReading: true, fleet: { ...both.fleet, settledAt: null } }
    expect(trendUpTo(history, begun, now)).toBeNull()
    expect(withReading(history, begun, now)).toBe(history)
    expect(presentReach('all', begun, now)).toBe('least')
  })
})
