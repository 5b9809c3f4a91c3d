import { describe, expect, it } from 'vitest'
import { vmStates } from '@/lib/contract/codes'
import type { FleetRow } from '@/lib/contract/fleet'
import {
  fleetColumns,
  fleetGroupings,
  noFleetFilters,
  sortDirections,
  type FleetFilters,
  type FleetSort,
} from '@/lib/contract/fleet-search'
import { countStates, groupGaps, isInMotion, oldestEvidence } from './fleet-counts'
import type { FleetEntry } from './fleet-entry'
import { groupFleet } from './fleet-group'
import { namesOf, viewFleet, repeatedNames } from './fleet-view'
import { groupOfState, stateGroups, statesOf } from './state-groups'
import { compareText } from './text-order'
import { fleetRow } from './testing/fleet-rows'

const entry = (name: string, changes: Partial<FleetRow> = {}): FleetEntry => ({
  ...fleetRow(name, changes),
  kept: null,
})
const noNames = namesOf([])
const byName = { column: 'name', direction: 'ascending' } as const
const named = (entries: readonly FleetEntry[]) => entries.map((one) => one.name)
const filtered = (entries: readonly FleetEntry[], filters: Partial<FleetFilters>) =>
  viewFleet(entries, { filters: { ...noFleetFilters, ...filters }, sort: byName, groupBy: null }, noNames)
const sortFleet = (entries: readonly FleetEntry[], sort: FleetSort) =>
  viewFleet(entries, { filters: noFleetFilters, sort, groupBy: null }, noNames).entries

describe('counts', () => {
  it('counts every row once, Unknown included, and keeps zeros', () => {
    const counts = countStates([
      entry('a', { state: 'failed' }),
      entry('b', { state: 'unknown', reading: 'pending' }),
      entry('c', { state: 'unknown', reading: 'failed' }),
      entry('d', { state: 'unknown', reading: 'incomplete' }),
    ])
    expect(counts.operations).toBe(0)
    expect(Object.keys(counts.byState)).toEqual([...vmStates])
    expect(Object.values(counts.byState).reduce((sum, count) => sum + count)).toBe(counts.total)
    expect(counts).toMatchObject({ total: 4, pending: 1, notRead: 2, byState: { failed: 1, unknown: 3, encrypted: 0 } })
  })

  it('counts VMs that ARM is, or may be, at work on although their report shows no run', () => {
    const counts = countStates([
      entry('a', { state: 'not-encrypted', operation: 'running' }),
      entry('b', { state: 'encrypted', operation: 'not-known' }),
      entry('c', { state: 'encrypting', operation: 'running' }),
      entry('d', { state: 'encrypted' }),
    ])
    expect(counts.operations).toBe(2)
  })

  it('puts all eleven states into four groups in the fixed order', () => {
    expect(stateGroups.flatMap(statesOf)).toEqual([...vmStates])
    expect(groupOfState('unknown')).toBe('not-known')
  })

  it('groups gaps by cause and names subscriptions', () => {
    const subscriptions = [
      { id: 'S1', name: 'prod', vms: null, error: 'arm-denied' as const },
      { id: 's2', name: 'dev', vms: 3, error: null },
    ]
    const gaps = groupGaps({
      subscriptions,
      gaps: [
        {
          scope: 's1',
          kind: 'subscription',
          code: 'arm-denied',
          azureCodes: ['AuthorizationFailed'],
          azureVersions: [],
        },
        { scope: '/vm/1', kind: 'vm', code: 'arm-throttled', azureCodes: [], azureVersions: [] },
      ],
    })
    expect(gaps).toEqual([
      {
        code: 'arm-denied',
        azureCodes: ['AuthorizationFailed'],
        azureVersions: [],
        subscriptions: ['prod'],
        vms: 0,
        vmNames: [],
        tenant: false,
      },
      {
        code: 'arm-throttled',
        azureCodes: [],
        azureVersions: [],
        subscriptions: [],
        vms: 1,
        vmNames: ['1'],
        tenant: false,
      },
    ])
  })

  it('finds the oldest evidence and whether anything is in motion', () => {
    const old = entry('a', { evidenceAt: '2026-11-24T09:00:00Z' })
    expect(oldestEvidence([entry('b'), old, entry('c', { evidenceAt: null })])).toBe('2026-11-24T09:00:00Z')
    expect(oldestEvidence([])).toBeNull()
    expect(isInMotion([old])).toBe(false)
    expect(isInMotion([old, entry('d', { state: 'decrypting' })])).toBe(true)
  })
})

describe('filters', () => {
  const fleet = [
    entry('web-1', {
      region: 'WestEurope',
      tags: { Env: 'prod', team: 'web' },
      otherEncryption: ['encryption-at-host'],
    }),
    entry('web-2', {
      state: 'failed',
      readiness: 'not-ready',
      tags: { env: 'dev' },
      progress: { message: 'umount: /oldroot: target is busy.', messageKind: null, phase: null, percent: null },
    }),
    entry('ｄｂ-1', { state: 'unknown', osType: null, pass: null, power: 'deallocated', reading: 'failed' }),
  ]

  it('accepts any value within one filter and requires all filters', () => {
    expect(named(filtered(fleet, { state: ['failed', 'unknown'] }).entries)).toEqual(['web-2', 'ｄｂ-1'])
    expect(named(filtered(fleet, { state: ['failed', 'unknown'], os: ['Linux'] }).entries)).toEqual(['web-2'])
    expect(named(filtered(fleet, { os: ['unknown'], pass: ['unknown'], power: ['deallocated'] }).entries)).toEqual([
      'ｄｂ-1',
    ])
    expect(named(filtered(fleet, { region: ['westeurope'], group: ['rg-app'] }).entries)).toEqual([
      'web-1',
      'web-2',
      'ｄｂ-1',
    ])
    expect(named(filtered(fleet, { otherEncryption: ['none'] }).entries)).toEqual(['web-2', 'ｄｂ-1'])
    expect(named(filtered(fleet, { readiness: ['not-ready'] }).entries)).toEqual(['web-2'])
  })

  it('compares tag names without case and tag values exactly', () => {
    expect(named(filtered(fleet, { tag: [{ name: 'env', value: null }] }).entries)).toEqual(['web-1', 'web-2'])
    expect(
      named(
        filtered(fleet, {
          tag: [
            { name: 'env', value: 'prod' },
            { name: 'env', value: 'dev' },
          ],
        }).entries,
      ),
    ).toEqual(['web-1', 'web-2'])
    expect(named(filtered(fleet, { tag: [{ name: 'env', value: 'Prod' }] }).entries)).toEqual([])
    expect(
      named(
        filtered(fleet, {
          tag: [
            { name: 'env', value: null },
            { name: 'team', value: null },
          ],
        }).entries,
      ),
    ).toEqual(['web-1'])
  })

  it('searches names, messages and more, word by word, for any character width', () => {
    expect(named(filtered(fleet, { text: 'OLDROOT busy' }).entries)).toEqual(['web-2'])
    expect(named(filtered(fleet, { text: 'ＤＢ' }).entries)).toEqual(['ｄｂ-1'])
    const names = namesOf([{ id: fleet[0]!.subscriptionId, name: 'Payments', vms: 3, error: null }])
    expect(
      viewFleet(fleet, { filters: { ...noFleetFilters, text: 'payments' }, sort: byName, groupBy: null }, names)
        .entries,
    ).toHaveLength(3)
  })

  it('counts the rows that one more tick would show', () => {
    const { facets } = filtered(fleet, { state: ['failed'], os: ['Linux'] })
    expect(Object.fromEntries(facets.state)).toEqual({ encrypted: 1, failed: 1 })
    expect(Object.fromEntries(facets.os)).toEqual({ Linux: 1 })
    expect(Object.fromEntries(filtered(fleet, {}).facets.tag)).toEqual({
      env: 2,
      'env=prod': 1,
      team: 1,
      'team=web': 1,
      'env=dev': 1,
    })
  })
})

describe('order', () => {
  it('sorts by the fixed order of states, then by name in natural order', () => {
    const fleet = [entry('vm-2'), entry('vm-10'), entry('vm-9', { state: 'failed' })].sort((a, b) =>
      compareText(a.name, b.name),
    )
    expect(named(sortFleet(fleet, { column: 'state', direction: 'ascending' }))).toEqual(['vm-9', 'vm-2', 'vm-10'])
    expect(named(sortFleet(fleet, { column: 'state', direction: 'descending' }))).toEqual(['vm-2', 'vm-10', 'vm-9'])
    expect(named(sortFleet(fleet, { column: 'name', direction: 'descending' }))).toEqual(['vm-10', 'vm-9', 'vm-2'])
  })

  it('sorts percentages and ages as numbers, with missing values last in both directions', () => {
    const percent = (value: number | null) => ({
      message: null,
      messageKind: null,
      phase: 'os-encrypting' as const,
      percent: value,
    })
    const fleet = [
      entry('a', { state: 'encrypting', progress: percent(9), evidenceAt: '2026-11-24T09:00:00Z' }),
      entry('b', { progress: percent(null), evidenceAt: null }),
      entry('c', { state: 'encrypting', progress: percent(40), evidenceAt: '2026-11-24T10:00:00Z' }),
    ]
    expect(named(sortFleet(fleet, { column: 'progress', direction: 'ascending' }))).toEqual(['a', 'c', 'b'])
    expect(named(sortFleet(fleet, { column: 'progress', direction: 'descending' }))).toEqual(['c', 'a', 'b'])
    expect(named(sortFleet(fleet, { column: 'evidence', direction: 'ascending' }))).toEqual(['c', 'a', 'b'])
  })

  it('loses and duplicates no row, for any column', () => {
    const fleet = vmStates.map((state, index) => entry(`vm-${index}`, { state, size: index % 2 === 0 ? null : 'B2s' }))
    for (const column of fleetColumns) {
      for (const direction of sortDirections) {
        expect(named(sortFleet(fleet, { column, direction })).sort(compareText)).toEqual(named(fleet))
      }
    }
  })

  it('sorts kana and kanji as Japanese readers expect, and Latin first', () => {
    expect(['日本', 'かいはつ', 'アプリ', 'web', 'いんふら'].sort(compareText)).toEqual([
      'web',
      'アプリ',
      'いんふら',
      'かいはつ',
      '日本',
    ])
  })
})

describe('groups', () => {
  it('groups rows without losing any, in a readable order, unknown last', () => {
    const fleet = [entry('a', { pass: null }), entry('b', { pass: 'single' }), entry('c', { pass: 'dual' })]
    const groups = groupFleet(fleet, 'pass', noNames)
    expect(groups.map((group) => [group.value, named(group.entries)])).toEqual([
      ['dual', ['c']],
      ['single', ['b']],
      ['unknown', ['a']],
    ])
    for (const grouping of fleetGroupings) {
      expect(
        groupFleet(fleet, grouping, noNames)
          .flatMap((group) => named(group.entries))
          .sort(),
      ).toEqual(['a', 'b', 'c'])
    }
    const states = groupFleet([entry('x'), entry('y', { state: 'conflict' })], 'state', noNames)
    expect(states.map((group) => group.value)).toEqual(['conflict', 'encrypted'])
  })
})

it('repeatedNames finds the names that several VMs have, in any spelling', () => {
  expect(
    repeatedNames([{ name: 'b' }, { name: 'a' }, { name: 'B' }, { name: 'c' }, { name: 'A' }, { name: 'a' }]),
  ).toEqual(['a', 'b'])
  expect(repeatedNames([])).toEqual([])
})
