import { describe, expect, it } from 'vitest'
import type { Observation } from './observation'
import { entriesOf } from './entries'
import { sinceOf } from './since'
import { clock, dataPercent, encryptingFacts, messageOf, polling, seen } from './testing/observations'
import { timelineOf } from './timeline'
import type { ActivityLogEvent } from './activity/types'
import type { Timeline } from './types'

function timeline(
  observations: readonly Observation[],
  now: string,
  activityLog: readonly ActivityLogEvent[] = [],
): Timeline {
  return timelineOf({ observations, formerMachines: [], activityLog, resourceChanges: [], polling, now: clock(now) })
}

const brief = (lane: { readonly intervals: readonly { value: unknown; from: string; to: string }[] }): unknown =>
  lane.intervals.map(({ value, from, to }) => [value, from.slice(11, 16), to.slice(11, 16)])

describe('a lane', () => {
  it('knows a start only between two observations, and not at all after a gap', () => {
    const { machines } = timeline(
      [
        seen('10:00', '10:20'),
        seen('10:22', '10:40', { facts: encryptingFacts }),
        seen('11:30', '11:40', { facts: encryptingFacts }),
      ],
      '11:40:30',
    )
    const { intervals, gaps } = machines[0]!.lanes.os
    expect(intervals.map(({ value, start, open }) => [value, start.kind, open])).toEqual([
      ['not-encrypted', 'first-seen', false],
      ['encrypting', 'between', false],
      ['encrypting', 'first-seen', true],
    ])
    expect(intervals[1]!.start).toEqual({ kind: 'between', after: clock('10:20'), at: clock('10:22') })
    expect(gaps).toEqual([{ from: clock('10:40'), to: clock('11:30'), ends: 'seen-again' }])
  })

  it('claims nothing for now after two intervals without an observation', () => {
    const moving = [seen('10:00', '10:20', { facts: encryptingFacts })]
    expect(timeline(moving, '10:21').machines[0]!.lanes.vm.intervals[0]!.open).toBe(true)
    const later = timeline(moving, '10:22').machines[0]!.lanes.vm
    expect(later.intervals[0]!.open).toBe(false)
    expect(later.gaps).toEqual([{ from: clock('10:20'), to: clock('10:22'), ends: 'now' }])
  })

  it('joins messages with a percentage of one volume and keeps their readings', () => {
    const step = (time: string, index: number, percent: number) =>
      seen(time, null, { facts: { ...encryptingFacts, message: dataPercent(index, 2, percent) } })
    const machine = timeline([step('10:00', 1, 40), step('10:00:30', 1, 41), step('10:01', 2, 3)], '10:01').machines[0]!
    expect(machine.lanes.message.intervals.map(({ value }) => value?.text)).toEqual([
      'Encrypting data volume 1/2: 41%',
      'Encrypting data volume 2/2: 3%',
    ])
    expect(machine.percents.map(({ index, percent }) => [index, percent])).toEqual([
      [1, 40],
      [1, 41],
      [2, 3],
    ])
  })

  it('does not count inventory observations as observations of messages or the agent', () => {
    const message = messageOf('linux-os-encryption-started')
    const machine = timeline(
      [
        seen('10:00', null, { facts: { message } }),
        seen('10:03', null, { facts: { depth: 'inventory', agent: null }, vmId: null }),
        seen('10:06', null, { facts: { message } }),
      ],
      '10:06',
    ).machines[0]!
    expect(machine.lanes.message.intervals).toHaveLength(1)
    expect(machine.lanes.power.intervals).toHaveLength(1)
  })
})

describe('bad input', () => {
  it('keeps two machines of one name apart, and one machine that moved together', () => {
    const moved = '/subscriptions/s/resourceGroups/other/providers/Microsoft.Compute/virtualMachines/web-042'
    const { machines } = timeline(
      [
        seen('10:00', '10:10', { facts: encryptingFacts }),
        seen('10:10:30', '10:20', { vmId: 'machine-2' }),
        seen('10:20:30', '10:30', { vmId: 'machine-2', id: moved }),
      ],
      '10:30',
    )
    expect(machines.map(({ vmId, places }) => [vmId, places.length])).toEqual([
      ['machine-1', 1],
      ['machine-2', 2],
    ])
    expect(machines[1]!.lanes.os.intervals[0]!.start.kind).toBe('first-seen')
    expect(machines[0]!.lanes.os.intervals[0]!.open).toBe(false)
    expect(machines[0]!.lanes.os.gaps).toEqual([])
  })

  it('assigns an observation without `vmId` to no machine when several are possible', () => {
    const inventory = (time: string) => seen(time, null, { vmId: null, facts: { depth: 'inventory' } })
    const { machines } = timeline(
      [seen('10:00', '10:10'), inventory('10:05'), inventory('10:12'), seen('10:20', '10:30', { vmId: 'machine-2' })],
      '10:30',
    )
    expect(machines.map(({ vmId, from }) => [vmId, from])).toEqual([
      ['machine-1', clock('10:00')],
      [null, clock('10:12')],
      ['machine-2', clock('10:20')],
    ])
  })

  it('assigns to the present machine no observation that may be of a former one', () => {
    const { machines } = timelineOf({
      observations: [seen('10:05', null, { vmId: null, facts: { depth: 'inventory' } }), seen('10:20', '10:30')],
      formerMachines: [{ vmId: 'Machine-0', firstSeen: clock('10:00'), lastSeen: clock('10:10') }],
      activityLog: [],
      resourceChanges: [],
      polling,
      now: clock('10:30'),
    })
    expect(machines.map(({ vmId, from }) => [vmId, from])).toEqual([
      ['machine-0', clock('10:05')],
      ['machine-1', clock('10:20')],
    ])
  })

  it('prefers the observation that began later when two cover the same time', () => {
    const machine = timeline(
      [seen('10:00', '10:10'), seen('10:04', '10:05', { facts: encryptingFacts, source: 'user' })],
      '10:10',
    ).machines[0]!
    expect(brief(machine.lanes.os)).toEqual([
      ['not-encrypted', '10:00', '10:04'],
      ['encrypting', '10:04', '10:05'],
      ['not-encrypted', '10:05', '10:10'],
    ])
  })

  it('tolerates clocks that jump: back within a row, and far ahead', () => {
    const { machines, leftOut } = timeline(
      [seen('10:10', '10:00'), seen('2031-01-01T00:00:00Z', null), seen('no time', null)],
      '10:10',
    )
    expect(brief(machines[0]!.lanes.vm)).toEqual([['not-encrypted', '10:00', '10:10']])
    expect(leftOut).toBe(2)
  })

  it('shows a year without an observation as one gap', () => {
    const { machines } = timeline([seen('2025-05-01T10:00:00Z', null), seen('10:00', null)], '10:00')
    expect(machines[0]!.lanes.vm.gaps).toHaveLength(1)
    expect(machines[0]!.lanes.vm.intervals).toHaveLength(2)
  })
})

const log = (at: string, name: string, status: string, id = `${at} ${name}`): ActivityLogEvent => ({
  id,
  at: clock(at),
  correlationId: name,
  operation: `Microsoft.Compute/virtualMachines/${name}`,
  status,
  resourceId: seen('10:00', null).id,
  caller: 'a@contoso.com',
  applicationId: null,
})

describe('the Activity Log', () => {
  it('knows exactly when the power changed between two observations', () => {
    const observations = [seen('10:00', '10:05'), seen('10:09', null, { facts: { power: 'deallocated' } })]
    const { machines } = timeline(observations, '10:09', [log('10:06', 'deallocate/action', 'Succeeded')])
    expect(machines[0]!.lanes.power.intervals[1]!.start).toEqual({ kind: 'exact', at: clock('10:06') })
    const early = timeline(observations, '10:09', [log('09:58', 'deallocate/action', 'Succeeded')])
    expect(early.machines[0]!.lanes.power.intervals[1]!.start.kind).toBe('between')
  })

  it('ends a machine that was deleted', () => {
    const { machines } = timeline([seen('10:00', '10:05')], '12:00', [log('10:30', 'delete', 'Succeeded')])
    expect(machines[0]).toMatchObject({ deletedAt: clock('10:30') })
    expect(machines[0]!.lanes.vm.gaps).toEqual([{ from: clock('10:05'), to: clock('10:30'), ends: 'deleted' }])
  })
})

it('returns the same facts as a list, newest first, with one entry for a gap', () => {
  const entries = entriesOf(
    timeline(
      [
        seen('10:00', '10:05'),
        seen('10:06', '10:10', { facts: { ...encryptingFacts, message: messageOf('linux-settings-stamped-offline') } }),
        seen('11:00', null, { facts: encryptingFacts }),
      ],
      '11:00',
      [log('10:05:30', 'extensions/write', 'Succeeded')],
    ),
  )
  expect(entries.map(({ at }) => at)).toEqual(
    entries
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  )
  const gaps = entries.flatMap((entry) => (entry.kind === 'gap' ? [entry.lanes] : []))
  expect(gaps).toEqual([['vm', 'os', 'data', 'message', 'power']])
  const changes = entries.flatMap((entry) => (entry.kind === 'change' && entry.lane === 'os' ? [entry] : []))
  expect(changes.map(({ before, after, until }) => [before, after, until])).toEqual([
    [null, 'encrypting', null],
    ['not-encrypted', 'encrypting', clock('10:10')],
    [null, 'not-encrypted', clock('10:05')],
  ])
})

it('returns since when the newest machine has been in its state', () => {
  const since = sinceOf(
    [
      seen('09:00', '10:00', { vmId: 'old' }),
      seen('10:00', '10:05'),
      seen('10:06', '10:08', { facts: encryptingFacts }),
    ],
    polling,
    clock('10:08'),
  )
  expect(since?.os).toMatchObject({
    value: 'encrypting',
    open: true,
    start: { kind: 'between', after: clock('10:05') },
  })
  expect(since?.data).toMatchObject({ value: 'none', start: { kind: 'first-seen', at: clock('10:00') } })
  expect(sinceOf([], polling, clock('10:00'))).toBeNull()
})
