import { describe, expect, it } from 'vitest'
import { prerequisiteKinds } from './kinds'
import { reasonKinds } from './reasons'
import { prerequisiteChecks } from './checks'
import { isBlockingDefinition } from './checks/governance'
import { assessPrerequisites } from './assess'
import { prerequisiteSources } from './sources'
import { readinessOf } from './roll-up'
import { setting } from './testing/settings'
import { cases } from './testing/cases'
import type { Prerequisite } from './types'

const now = Date.parse('2026-11-24T12:00:00Z')

describe('each check', () => {
  it.each(cases)('$kind: $reason', ({ kind, outcome, reason, given }) => {
    const found = assessPrerequisites(setting(given), now).find((each) => each.kind === kind)
    expect(found).toMatchObject({ kind, outcome, reason })
  })

  it('is tested for every reason', () => {
    const tried = new Set(cases.map(({ reason }) => reason))
    expect(reasonKinds.filter((reason) => !tried.has(reason))).toEqual([])
  })

  it('never passes, and never throws, where nothing was read', () => {
    const nothing = assessPrerequisites(setting({ body: {}, related: null }), now)
    const passed = nothing.filter(({ outcome }) => outcome === 'pass').map(({ kind }) => kind)
    // A VM whose model names no scale set is not in one.
    expect(passed).toEqual([])
    expect(readinessOf(nothing, false)).not.toMatch(/^ready/)
  })

  it('is listed once, in the order of the kinds, with its document', () => {
    expect(Object.keys(prerequisiteChecks)).toEqual([...prerequisiteKinds])
    for (const url of Object.values(prerequisiteSources)) expect(url).toMatch(/^https:\/\/learn\.microsoft\.com\/\S+$/)
  })
})

describe('parts that the user may not read', () => {
  it('are named with the permission that would show them', () => {
    const denied = assessPrerequisites(setting({ denied: true }), now)
    for (const { outcome, missing } of denied)
      expect(outcome === 'not-allowed').toBe(missing !== null && outcome !== 'unread')
    expect(denied.find(({ kind }) => kind === 'memory')).toMatchObject({ outcome: 'not-allowed', missing: 'size' })
    expect(readinessOf(denied, true)).toBe('unknown')
  })
})

describe('the roll-up', () => {
  const ready = assessPrerequisites(setting({}), now)
  const withOne = (outcome: Prerequisite['outcome'], kind: Prerequisite['kind']): readonly Prerequisite[] =>
    ready.map((each) => (each.kind === kind ? { ...each, outcome } : each))

  it('is ready where every blocking check passed, even if guest checks are unknown', () => {
    expect(ready.filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')).toEqual([])
    expect(readinessOf(ready, false)).toBe('ready')
  })

  it.each(prerequisiteKinds)(
    '%s: a failure makes it not ready, a warning is reported, an unread value prevents ready',
    (kind) => {
      expect(readinessOf(withOne('fail', kind), true)).toBe('not-ready')
      expect(readinessOf(withOne('warn', kind), false)).toBe('ready-with-warnings')
      for (const silence of ['unread', 'not-allowed'] as const) {
        expect(readinessOf(withOne(silence, kind), false)).toBe(prerequisiteChecks[kind].blocking ? 'unknown' : 'ready')
      }
    },
  )

  it('is not ready by the checks alone where the last attempt failed', () => {
    expect(readinessOf(ready, true)).toBe('failed-before')
    expect(readinessOf(withOne('warn', 'memory'), true)).toBe('failed-before')
  })

  it('is unknown for an empty list', () => {
    expect(readinessOf([], false)).toBe('unknown')
  })
})

it('reads the effect of only those definitions that can block encryption', () => {
  const definition = (guid: string) => `/providers/Microsoft.Authorization/policyDefinitions/${guid}`
  expect(isBlockingDefinition(definition('342E8053-E12E-4C44-BE01-C3C2F318400F'))).toBe(true)
  expect(isBlockingDefinition(definition('11111111-2222-3333-4444-555555555555'))).toBe(false)
  expect(isBlockingDefinition('constructor')).toBe(false)
})
