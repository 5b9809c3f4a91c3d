import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeActivity } from './merge'
import type { ActivityItem, ActivityLogEvent, ResourceChange } from './types'

const vm = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web'
const disk = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/os'
const now = Date.parse('2026-05-01T12:00:00Z')

const event = (over: Partial<ActivityLogEvent>): ActivityLogEvent => ({
  id: 'e1',
  at: '2026-05-01T10:00:00Z',
  correlationId: 'C-1',
  operation: 'Microsoft.Compute/virtualMachines/extensions/write',
  status: 'Started',
  resourceId: `${vm}/extensions/ade`,
  caller: 'a.tanaka@contoso.com',
  applicationId: null,
  ...over,
})

const change = (over: Partial<ResourceChange>): ResourceChange => ({
  id: 'c1',
  at: '2026-05-01T10:02:00Z',
  correlationId: 'c-1',
  operation: 'Microsoft.Compute/disks/write',
  resourceId: disk,
  changeType: 'Update',
  changedBy: 'System',
  changes: [{ path: 'properties.encryptionSettingsCollection.enabled', before: null, after: 'True' }],
  ...over,
})

const merged = (
  events: readonly ActivityLogEvent[],
  changes: readonly ResourceChange[] = [],
): readonly ActivityItem[] => mergeActivity(events, changes, now).items

it('makes one item of a request, its end and the change that it caused', () => {
  const rows = merged(
    [
      event({}),
      event({ id: 'e2', at: '2026-05-01T10:01:00Z', status: 'Accepted', correlationId: 'c-1' }),
      event({
        id: 'e3',
        at: '2026-05-01T10:05:00Z',
        status: 'succeeded',
        operation: 'MICROSOFT.COMPUTE/virtualMachines/extensions/WRITE',
      }),
    ],
    [change({})],
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    kind: 'extension-write',
    from: '2026-05-01T10:00:00.000Z',
    to: '2026-05-01T10:05:00.000Z',
    outcome: 'succeeded',
    actor: { kind: 'person', name: 'a.tanaka@contoso.com' },
    sources: ['activity-log', 'resource-changes'],
    stamps: [{ at: '2026-05-01T10:02:00.000Z', diskId: disk.toLowerCase(), stamped: true }],
  })
})

it('joins a change without an actor to the only write on its resource at that time', () => {
  const write = { operation: 'Microsoft.Compute/disks/write', resourceId: disk, caller: null, applicationId: 'app' }
  const unattributed = change({ correlationId: null, operation: null, changedBy: null, at: '2026-05-01T10:00:20Z' })
  const one = merged([event(write)], [unattributed])
  expect(one).toMatchObject([{ actor: { kind: 'application' }, sources: ['activity-log', 'resource-changes'] }])
  expect(one[0]?.stamps).toHaveLength(1)
  const apart = [
    merged([event(write)], [{ ...unattributed, at: '2026-05-01T10:09:00Z' }]),
    merged([event({ ...write, resourceId: `${disk}-2` })], [unattributed]),
    merged([event({})], [unattributed]),
  ]
  expect(apart.map(({ length }) => length)).toEqual([2, 2, 2])
  // Two writes at the same time: the change cannot be attributed to either.
  expect(merged([event(write), event({ ...write, id: 'e2', correlationId: 'C-2' })], [unattributed])).toHaveLength(3)
})

it('keeps the changes of one deployment to several resources apart', () => {
  const other = { resourceId: `${vm}2/extensions/ade`, id: 'e2' }
  expect(merged([event({}), event(other)])).toHaveLength(2)
  // Which write caused the change is not known, so it belongs to neither.
  expect(merged([event({}), event(other)], [change({})])).toHaveLength(3)
})

it('names the actor: a user, a pipeline, the platform, or unknown', () => {
  const actor = (caller: string | null, applicationId: string | null = null) =>
    merged([event({ caller, applicationId })])[0]?.actor.kind
  expect(actor('b@contoso.com')).toBe('person')
  expect(actor('11111111-2222-3333-4444-555555555555')).toBe('application')
  expect(actor(null, '11111111-2222-3333-4444-555555555555')).toBe('application')
  expect(actor('System')).toBe('platform')
  expect(actor(null)).toBe('unknown')
})

it('counts a failure over the accepted request, and a stamp only where it changed', () => {
  const failed = merged([event({ status: 'Succeeded' }), event({ id: 'e2', status: 'Failed' })])
  expect(failed[0]?.outcome).toBe('failed')
  const same = { path: 'properties.encryptionSettingsCollection.enabled', before: 'true', after: 'true' }
  expect(merged([], [change({ changes: [same] })])[0]?.stamps).toEqual([])
  const cleared = { ...same, after: null }
  expect(merged([], [change({ changes: [cleared] })])[0]?.stamps).toMatchObject([{ stamped: false }])
})

it('derives the kind of a change without an operation from its resource type', () => {
  const kind = (over: Partial<ResourceChange>) => merged([], [change({ operation: null, ...over })])[0]?.kind
  expect(kind({})).toBe('disk-write')
  expect(kind({ resourceId: vm, changeType: 'Delete' })).toBe('vm-delete')
  expect(kind({ resourceId: `${vm}/extensions/ade` })).toBe('other')
})

it('leaves out events without a readable time or from the future', () => {
  expect(mergeActivity([event({ at: 'x' })], [change({ at: '2027-01-01T00:00:00Z' })], now)).toEqual({
    items: [],
    leftOut: 2,
  })
})

it('does not depend on the order or repetition of the input', () => {
  const time = fc.constantFrom('2026-05-01T10:00:00Z', '2026-05-01T10:01:00Z', '2026-05-01T10:02:00Z')
  const correlationId = fc.constantFrom('c-1', 'C-1', 'c-2', null)
  const events = fc.array(
    fc
      .record({
        id: fc.constantFrom('e1', 'e2', 'e3'),
        at: time,
        correlationId,
        status: fc.constantFrom('Started', 'Succeeded', 'Failed', null),
        operation: fc.constantFrom('Microsoft.Compute/virtualMachines/write', 'microsoft.compute/disks/write'),
        caller: fc.constantFrom('a@contoso.com', 'b@contoso.com', null),
      })
      // Events with the same id are the same event, so the other fields are derived from the id.
      .map(({ id, ...rest }) => event({ ...rest, id: `${id} ${JSON.stringify(rest)}` })),
    { maxLength: 8 },
  )
  const changes = fc.array(
    fc
      .record({
        at: time,
        correlationId,
        operation: fc.constantFrom('Microsoft.Compute/disks/write', null),
        changeType: fc.constantFrom('Update', 'Delete'),
        changedBy: fc.constantFrom('System', 'a@contoso.com', null),
        changes: fc.constantFrom(change({}).changes, [{ path: 'tags.owner', before: null, after: 'x' }]),
      })
      .map((rest) => change({ ...rest, id: JSON.stringify(rest) })),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(events, changes, (log, graph) => {
      const once = merged(log, graph)
      const again = merged([...log, ...log].reverse(), [...graph, ...graph].reverse())
      expect(again).toEqual(once)
      expect(new Set(once.map(({ key }) => key)).size).toBe(once.length)
    }),
    { numRuns: 200 },
  )
})
