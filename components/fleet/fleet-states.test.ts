import { describe, expect, it } from 'vitest'
import { localProblem } from '@/components/providers/api-problem'
import type { FleetQuery } from '@/components/queries/use-fleet'
import type { FleetEvent } from '@/lib/contract/fleet'
import { noFleetFilters } from '@/lib/contract/fleet-search'
import { countStates } from '@/lib/views/fleet-counts'
import { applyFleetEvents, failFleetLoad } from '@/lib/views/fleet-merge'
import { emptyFleet, type FleetModel } from '@/lib/views/fleet-model'
import { end, fleetRow, loadProgress, rows, start } from '@/lib/views/testing/fleet-rows'
import { chosenOf, withChosen } from './filter-options'
import { bannerOf } from './fleet-banner'
import { emptyKindOf } from './empty-kind'
import { causeOfNothing, fleetCompleteness } from '@/lib/views/completeness'
import { freshnessOf, openWaits, secondsLeft } from './load-facts'

const now = Date.parse('2026-11-24T10:00:00Z')
const query = (fleet: FleetModel, changes: Partial<FleetQuery> = {}): FleetQuery => ({
  fleet,
  isReading: false,
  isOffline: false,
  isPaused: false,
  problem: null,
  failing: null,
  refresh: () => undefined,
  stop: () => undefined,
  ...changes,
})
const fleetOf = (...events: FleetEvent[]) => applyFleetEvents(emptyFleet, events)
const subscriptions = (error: 'arm-denied' | 'arm-down' | null): FleetEvent => ({
  type: 'subscriptions',
  subscriptions: [{ id: 's1', name: 'prod', vms: null, error }],
})
const gap = (code: 'arm-denied' | 'arm-down'): FleetEvent => ({
  type: 'gap',
  gap: { scope: 's1', kind: 'subscription', code, azureCodes: [], azureVersions: [] },
})
const waiting = { scope: 's1', reason: 'compute', until: '2026-11-24T10:00:20Z' } as const
const banner = (one: FleetQuery) => bannerOf(one, countStates(one.fleet.entries), now)

describe('what replaces the table', () => {
  it('is nothing while rows are present or may still arrive', () => {
    expect(emptyKindOf(query(fleetOf(start()), { isReading: true }))).toBeNull()
    expect(emptyKindOf(query(fleetOf(start(), rows(fleetRow('a')), end())))).toBeNull()
    expect(emptyKindOf(query(emptyFleet))).toBeNull()
  })

  it('distinguishes missing permissions, an outage and an empty fleet', () => {
    const denied = query(fleetOf(start(), subscriptions('arm-denied'), gap('arm-denied'), end(false)))
    expect(emptyKindOf(denied)).toBe('denied')
    expect(freshnessOf(denied, now)).toBe('nothing-to-read')
    expect(emptyKindOf(query(fleetOf(start(), end())))).toBe('denied')
    const down = query(fleetOf(start(), subscriptions(null), gap('arm-down'), end(false)))
    expect(emptyKindOf(down)).toBe('failed')
    expect(causeOfNothing(down)).toBe('arm-down')
    expect(emptyKindOf(query(fleetOf(start(), subscriptions(null), end())))).toBe('empty')
  })

  it('is not a bare “loading” while Azure fails: the code and the next attempt are named', () => {
    const until = '2026-11-24T10:00:20Z'
    const failed = { scope: 'tenant', reason: 'server-error' as const, until, azureCodes: ['ServiceUnavailable'] }
    const progress: FleetEvent = {
      type: 'progress',
      progress: loadProgress({ inventoryComplete: false, waits: [failed] }),
    }
    const read = fleetCompleteness(query(fleetOf(start(), progress), { isReading: true }), now)
    expect(read).toMatchObject({
      kind: 'loading',
      what: 'list',
      trouble: { failure: { code: 'arm-down', azureCodes: ['ServiceUnavailable'] }, nextTry: until },
    })
    const again = fleetCompleteness(query(emptyFleet, { isReading: true, failing: localProblem('arm-down') }), now)
    expect(again).toMatchObject({ kind: 'loading', trouble: { failure: { code: 'arm-down' }, nextTry: null } })
    expect(fleetCompleteness(query(emptyFleet, { isReading: true }), now)).toMatchObject({ trouble: null })
  })

  it('names a failed first load and a missing network', () => {
    expect(emptyKindOf(query(emptyFleet, { problem: localProblem('arm-down') }))).toBe('failed')
    expect(emptyKindOf(query(emptyFleet, { isOffline: true }))).toBe('offline')
  })
})

describe('the banner', () => {
  const whole = fleetOf(start(), subscriptions(null), rows(fleetRow('a')), end())

  it('is silent about a complete fleet', () => {
    expect(banner(query(whole))).toBeNull()
    expect(freshnessOf(query(whole), now)).toBe('live')
    // Rows of eleven minutes ago are not live.
    expect(freshnessOf(query(whole), now, '2026-11-24T09:49:00Z')).toBe('aged')
    expect(freshnessOf(query(whole, { isPaused: true }), now)).toBe('paused')
    expect(freshnessOf(query(whole, { isReading: true }), now)).toBe('live')
    // While a failure is retried nothing is live; nor when the first of several attempts had no network.
    expect(freshnessOf(query(whole, { isReading: true, failing: localProblem('offline') }), now)).toBe('offline')
    expect(freshnessOf(query(whole, { isReading: true, problem: localProblem('arm-down') }), now)).toBe('stopped')
  })

  it('names the first cause that applies', () => {
    expect(banner(query(whole, { isOffline: true, problem: localProblem('arm-down') }))).toBe('offline')
    expect(banner(query(whole, { problem: localProblem('arm-down') }))).toBe('failing')
    expect(banner(query(whole, { problem: localProblem('cancelled') }))).toBe('stopped')
    const unread = fleetOf(
      start(),
      rows(fleetRow('a', { state: 'unknown', reading: 'failed', readError: 'arm-down' })),
      gap('arm-down'),
      end(false),
    )
    expect(banner(query(unread))).toBe('partial')
    const refused = fleetOf(start(), rows(fleetRow('a')), gap('arm-denied'), end(false))
    expect(banner(query(refused))).toBeNull()
  })

  it('counts down while Azure requires a wait, and no longer', () => {
    const slowed = fleetOf(start(), rows(fleetRow('a')), {
      type: 'progress',
      progress: loadProgress({ waits: [waiting] }),
    })
    const reading = query(slowed, { isReading: true })
    expect(banner(reading)).toBe('throttled')
    expect(freshnessOf(reading, now)).toBe('throttled')
    expect(secondsLeft(openWaits(reading, now)[0]!, now)).toBe(20)
    expect(openWaits(reading, now + 21_000)).toEqual([])
    expect(freshnessOf(reading, now + 21_000)).toBe('reading')
  })

  it('shows a load as queued until it runs or fails', () => {
    const queued: FleetEvent = { type: 'queued', place: 2 }
    expect(fleetOf(start(), queued).load.place).toBe(2)
    expect(freshnessOf(query(fleetOf(start(), queued), { isReading: true }), now)).toBe('queued')
    expect(freshnessOf(query(fleetOf(start(), queued)), now)).not.toBe('queued')
    const running = fleetOf(start(), queued, subscriptions(null))
    expect(freshnessOf(query(running, { isReading: true }), now)).toBe('reading')
    expect(failFleetLoad(fleetOf(start(), queued), localProblem('arm-down')).load.place).toBeNull()
  })
})

describe('filters as checkboxes', () => {
  it('accept their own values and drop the rest', () => {
    const filters = withChosen(noFleetFilters, 'state', ['encrypted', 'failed', 'green'])
    expect(filters.state).toEqual(['failed', 'encrypted'])
    expect(chosenOf(withChosen(filters, 'group', ['RG-B', 'rg-a']), 'group')).toEqual(['rg-a', 'rg-b'])
    const tagged = withChosen(filters, 'tag', ['env=prod', 'team'])
    expect(tagged.tag).toEqual([
      { name: 'env', value: 'prod' },
      { name: 'team', value: null },
    ])
    expect(chosenOf(tagged, 'tag')).toEqual(['env=prod', 'team'])
  })
})
