import { describe, expect, it } from 'vitest'
import type { SourceOutcome, VmTimeline } from '@/lib/contract/timeline'
import type { Prerequisite } from '@/lib/contract/troubleshoot'
import { asksForOwnChanges, readAlready, recentChanges } from './read-already'

const check = (kind: Prerequisite['kind'], outcome: Prerequisite['outcome']): Prerequisite => ({
  kind,
  outcome,
  reason: 'agent-ready',
  values: {},
  missing: null,
  source: 'https://learn.microsoft.com/azure',
  step: null,
})
const kindsOf = (step: Parameters<typeof readAlready>[0], checks: readonly Prerequisite[]) => {
  const found = readAlready(step, [...checks])
  return [found.checks.map(({ kind }) => kind), found.isWhole]
}

describe('what was read already of a step', () => {
  it('is the result of the checks that read the same, whether good or bad', () => {
    const checks = [check('agent-ready', 'pass'), check('agent-version', 'warn'), check('locks', 'fail')]
    expect(kindsOf('show-agent', checks)).toEqual([['agent-ready', 'agent-version'], true])
    expect(kindsOf('show-locks', checks)).toEqual([['locks'], true])
  })

  it('is a part where a check was not read, and nothing where none was', () => {
    expect(kindsOf('show-agent', [check('agent-ready', 'pass'), check('agent-version', 'unread')])).toEqual([
      ['agent-ready'],
      false,
    ])
    expect(kindsOf('show-locks', [check('locks', 'not-allowed')])).toEqual([[], false])
    expect(kindsOf('show-locks', [])).toEqual([[], false])
  })

  it('leaves out what does not apply, and claims nothing about other steps', () => {
    const checks = [check('key-type', 'not-applicable'), check('key-version', 'pass')]
    expect(kindsOf('show-key', checks)).toEqual([['key-version'], true])
    expect(kindsOf('show-recent-changes', checks)).toEqual([[], false])
  })
})

type Event = VmTimeline['activity'][number]

const event = (key: string, from: string, sources: Event['sources'] = ['activity-log']): Event => ({
  key,
  kind: 'vm-write',
  operation: null,
  resourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/v',
  from,
  to: from,
  outcome: 'succeeded',
  actor: { kind: 'person', name: null },
  correlationId: null,
  sources,
  changes: [],
  stamps: [],
})

describe('the recent changes', () => {
  const changes = (outcome: SourceOutcome, wholeSince: string | null = null) => {
    const timeline: Pick<VmTimeline, 'now' | 'activity' | 'sources'> = {
      now: '2027-03-20T12:00:00Z',
      activity: [
        event('old', '2027-03-13T11:59:59Z'),
        event('early', '2027-03-13T12:00:00Z'),
        event('graph', '2027-03-19T12:00:00Z', ['resource-changes']),
        event('late', '2027-03-19T13:00:00Z', ['resource-changes', 'activity-log']),
      ],
      sources: [{ source: 'activity-log', outcome, role: null, wholeSince }],
    }
    const found = recentChanges(timeline)
    return found === null ? null : [found.items.map(({ key }) => key), found.isWhole]
  }

  it('are the events of the Activity Log of seven days, newest first', () => {
    expect(changes('read')).toEqual([['late', 'early'], true])
    expect(changes('none')).toEqual([['late', 'early'], true])
  })

  it('are whole only where the log was read since then', () => {
    expect(changes('partial', '2027-03-13T12:00:00Z')?.[1]).toBe(true)
    expect(changes('partial', '2027-03-13T12:00:01Z')?.[1]).toBe(false)
    expect(changes('partial')?.[1]).toBe(false)
  })

  it('are unknown where the log was not read', () => {
    for (const outcome of ['denied', 'failed', 'not-asked', 'unavailable', 'not-in-file'] as const)
      expect(changes(outcome)).toBeNull()
    expect(recentChanges({ now: '2027-03-20T12:00:00Z', activity: [], sources: [] })).toBeNull()
  })

  it('answer the step only where it does not ask for those of a key vault', () => {
    expect(asksForOwnChanges({ steps: ['show-extensions', 'show-recent-changes'] })).toBe(true)
    expect(asksForOwnChanges({ steps: ['show-vault', 'show-recent-changes'] })).toBe(false)
    expect(asksForOwnChanges({ steps: ['show-key', 'show-recent-changes'] })).toBe(false)
    expect(asksForOwnChanges({ steps: ['show-extensions'] })).toBe(false)
  })
})
