import { describe, expect, it } from 'vitest'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { judge } from '@/lib/encryption/judge'
import { readingOf } from '../reading'
import { kernelKillsCopy } from './shared'
import type { PrerequisiteKind } from '../readiness/kinds'
import type { Prerequisite } from '../readiness/types'
import { readingOfCase } from '../testing/reading-of-case'
import {
  always,
  broken,
  byStrength,
  found,
  missing,
  onLinux,
  onWindows,
  otherwisePossible,
  possible,
  strongest,
  unmet,
  type Weigh,
} from './weigh'
import { prerequisite } from '../testing/case-parts'

function weighed(weigh: Weigh, ...prerequisites: readonly Prerequisite[]) {
  const known = new Map<PrerequisiteKind, Prerequisite>(prerequisites.map((each) => [each.kind, each]))
  const reading = readingOfCase({ shows: {}, not: {}, volume: null })
  const problem = { kind: 'agent-not-ready', severity: 'warning', volume: null, evidence: [] } as const
  return weigh({ reading, problem, prerequisites: known, inside: null })
}
const gone = { ...prerequisite('vault-enabled', 'fail'), reason: 'vault-missing', values: { vault: 'kv' } } as const

describe('the support that a prerequisite gives a cause', () => {
  it.each([
    ['fail', 'shown', 'shown'],
    ['fail', 'supported', 'supported'],
    ['warn', 'shown', 'supported'],
    ['pass', 'shown', 'ruled-out'],
    ['not-applicable', 'shown', 'ruled-out'],
    ['unread', 'shown', undefined],
    ['not-allowed', 'shown', undefined],
    ['not-visible', 'shown', undefined],
  ] as const)('%s, where it would be %s: %s', (outcome, failing, support) => {
    expect(weighed(unmet('memory', failing), prerequisite('memory', outcome))?.support).toBe(support)
  })

  it('is empty where the check did not run, or where the resource does not exist', () => {
    expect(weighed(unmet('memory', 'shown'))).toBeNull()
    expect(weighed(unmet('vault-enabled', 'shown'), gone)).toBeNull()
  })

  it('ignores warnings where only failures count', () => {
    expect(weighed(broken('memory', 'shown'), prerequisite('memory', 'warn'))).toBeNull()
    expect(weighed(broken('memory', 'shown'), prerequisite('memory', 'fail'))?.support).toBe('shown')
  })

  it('shows that the resource itself is missing', () => {
    expect(weighed(missing('vault-missing', 'shown'), gone)).toEqual({
      support: 'shown',
      facts: [],
      prerequisites: ['vault-enabled'],
      values: { vault: 'kv' },
    })
    expect(weighed(missing('vault-missing', 'shown'), { ...gone, outcome: 'not-applicable' })).toBeNull()
    expect(weighed(missing('key-missing', 'shown'), gone)).toBeNull()
  })
})

it('blames the first kernel of Ubuntu 14.04, and no other system, for ending the copy', () => {
  const on = (osName: string | undefined, osVersion: string | undefined) => {
    const body = vmBody() as { properties: { instanceView: object } }
    const instanceView = { ...body.properties.instanceView, osName, osVersion }
    const facts = readVmFacts({ ...body, properties: { ...body.properties, instanceView } })
    const problem = { kind: 'agent-not-ready', severity: 'warning', volume: null, evidence: [] } as const
    const view = { reading: readingOf(facts, judge(facts)), problem, prerequisites: new Map(), inside: null }
    return kernelKillsCopy(view)?.support
  }
  expect(on('Ubuntu', '14.04')).toBe('supported')
  expect(on('ubuntu', '16.04')).toBeUndefined()
  expect(on('debian', '14.04')).toBeUndefined()
  expect(on(undefined, '14.04')).toBeUndefined()
  expect(on('ubuntu', undefined)).toBeUndefined()
})

it('drops causes of the other operating system, and none where the system is unknown', () => {
  const supportOn = (body: unknown, weigh: Weigh) => {
    const facts = readVmFacts(body)
    const problem = { kind: 'agent-not-ready', severity: 'warning', volume: null, evidence: [] } as const
    return weigh({ reading: readingOf(facts, judge(facts)), problem, prerequisites: new Map(), inside: null })?.support
  }
  const [linux, windows] = [onLinux(always('shown')), onWindows(always('shown'))]
  const on = (body: unknown) => [supportOn(body, linux), supportOn(body, windows)]
  expect(on(vmBody())).toEqual(['shown', undefined])
  expect(on(vmBody({ os: 'Windows' }))).toEqual([undefined, 'shown'])
  expect(on({})).toEqual(['shown', 'shown'])
})

describe('of several weights', () => {
  it('the strongest counts, and each piece of evidence is named once', () => {
    const weigh = strongest(always('supported', 'os-type', 'status-message'), possible, always('supported', 'os-type'))
    expect(weighed(weigh)).toMatchObject({ support: 'supported', facts: ['os-type', 'status-message'] })
  })

  it('ruled-out takes precedence over possible', () => {
    expect(weighed(otherwisePossible(always('ruled-out')))?.support).toBe('ruled-out')
    expect(weighed(otherwisePossible(unmet('memory', 'shown')))?.support).toBe('possible')
    expect(weighed(strongest(unmet('memory', 'shown')))).toBeNull()
  })

  it('only supported causes are listed', () => {
    const supports = ['shown', 'supported', 'possible', 'ruled-out'] as const
    expect(supports.map((support) => weighed(found(always(support)))?.support)).toEqual([
      'shown',
      'supported',
      undefined,
      undefined,
    ])
    expect(weighed(found(unmet('memory', 'shown')))).toBeNull()
  })

  it('the most strongly supported causes come first', () => {
    const supports = ['possible', 'ruled-out', 'shown', 'supported'] as const
    const sorted = supports.map((support) => ({ support })).toSorted(byStrength)
    expect(sorted.map(({ support }) => support)).toEqual(['shown', 'supported', 'possible', 'ruled-out'])
  })
})
