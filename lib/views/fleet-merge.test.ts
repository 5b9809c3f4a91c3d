import { describe, expect, it } from 'vitest'
import type { FleetEvent } from '@/lib/contract/fleet'
import { failFleetLoad, applyFleetEvents, FleetMerger } from './fleet-merge'
import { emptyFleet, type FleetModel } from './fleet-model'
import { end, fleetRow, loadProgress, rows, start } from './testing/fleet-rows'

const names = (model: FleetModel) => model.entries.map((entry) => entry.name)
const find = (model: FleetModel, name: string) => model.entries.find((entry) => entry.name === name)
const other = '22222222-2222-4222-8222-222222222222'
const gap = (
  scope: string,
  code: 'arm-denied' | 'arm-down',
  kind: 'subscription' | 'vm' = 'subscription',
): FleetEvent => ({
  type: 'gap',
  gap: { scope, kind, code, azureCodes: [], azureVersions: [] },
})
const error = {
  code: 'arm-down' as const,
  requestId: null,
  retryAfterSeconds: null,
  claims: null,
  parameter: null,
  azureCodes: [],
  azureVersions: [],
}

describe('merging the stream of a fleet', () => {
  it('adds, replaces and keeps rows by name in reading order', () => {
    const first = applyFleetEvents(emptyFleet, [
      start(),
      rows(fleetRow('vm-10'), fleetRow('vm-2', { state: 'failed' })),
    ])
    expect(names(first)).toEqual(['vm-2', 'vm-10'])
    const second = applyFleetEvents(first, [rows(fleetRow('vm-2', { state: 'encrypting' })), rows(fleetRow('VM-3'))])
    expect(names(second)).toEqual(['vm-2', 'VM-3', 'vm-10'])
    expect(find(second, 'vm-2')?.state).toBe('encrypting')
    expect(second.settledAt).toBeNull()
    expect(second.load.phase).toBe('running')
  })

  it('does not mutate its input', () => {
    const first = applyFleetEvents(emptyFleet, [start(), rows(fleetRow('a'))])
    const copy = structuredClone(first)
    applyFleetEvents(first, [rows(fleetRow('b')), gap(other, 'arm-down'), end()])
    expect(first).toEqual(copy)
  })

  it('removes a VM only after a load that would have listed it', () => {
    const known = applyFleetEvents(emptyFleet, [start(), rows(fleetRow('a'), fleetRow('b')), end()])
    const refreshing = applyFleetEvents(known, [start(), rows(fleetRow('a'))])
    expect(names(refreshing)).toEqual(['a', 'b'])
    expect(names(applyFleetEvents(refreshing, [end()]))).toEqual(['a'])
    const cut = applyFleetEvents(refreshing, [end(false, { inventoryComplete: false })])
    expect(names(cut)).toEqual(['a', 'b'])
    expect(find(cut, 'b')?.kept).toBe('not-seen')
  })

  it('keeps the rows of a subscription that cannot be reached, and drops those of one that may not be read', () => {
    const known = applyFleetEvents(emptyFleet, [
      start(),
      rows(fleetRow('a'), fleetRow('b', { subscriptionId: other })),
      end(),
    ])
    const down = applyFleetEvents(known, [start(), rows(fleetRow('a')), gap(other, 'arm-down'), end(false)])
    expect(find(down, 'b')).toMatchObject({ state: 'encrypted', kept: 'arm-down', evidenceAt: '2026-11-24T10:00:00Z' })
    const refused = applyFleetEvents(known, [start(), rows(fleetRow('a')), gap(other, 'arm-denied'), end(false)])
    expect(names(refused)).toEqual(['a'])
    expect(refused.gaps).toHaveLength(1)
  })

  it('keeps a verdict read from the VM while the new reading is in progress or fails temporarily', () => {
    const known = applyFleetEvents(emptyFleet, [
      start(),
      rows(fleetRow('a', { state: 'encrypting', os: 'encrypting' })),
      end(),
    ])
    const blank = { state: 'unknown', os: 'unknown', evidenceAt: null, power: 'stopped' } as const
    const pending = applyFleetEvents(known, [start(), rows(fleetRow('a', { ...blank, reading: 'pending' }))])
    expect(find(pending, 'a')).toMatchObject({ state: 'encrypting', kept: 're-reading', power: 'stopped' })
    const failed = applyFleetEvents(pending, [
      rows(fleetRow('a', { ...blank, reading: 'failed', readError: 'arm-throttled' })),
    ])
    expect(find(failed, 'a')).toMatchObject({
      state: 'encrypting',
      kept: 'arm-throttled',
      evidenceAt: '2026-11-24T10:00:00Z',
    })
    const read = applyFleetEvents(failed, [rows(fleetRow('a', { state: 'encrypted' }))])
    expect(find(read, 'a')).toMatchObject({ state: 'encrypted', kept: null })
  })

  it('drops a verdict when the user may no longer read the VM', () => {
    const known = applyFleetEvents(emptyFleet, [start(), rows(fleetRow('a')), end()])
    const refused = applyFleetEvents(known, [
      start(),
      rows(fleetRow('a', { state: 'unknown', reading: 'failed', readError: 'arm-denied', evidenceAt: null })),
      end(),
    ])
    expect(find(refused, 'a')).toMatchObject({ state: 'unknown', kept: null, evidenceAt: null })
  })

  it('does not keep "not encrypted" from the inventory once the inventory shows a candidate', () => {
    const known = applyFleetEvents(emptyFleet, [
      start(),
      rows(fleetRow('a', { state: 'not-encrypted', reading: 'inventory' })),
      end(),
    ])
    const candidate = applyFleetEvents(known, [
      start(),
      rows(fleetRow('a', { state: 'unknown', reading: 'pending', evidenceAt: null })),
    ])
    expect(find(candidate, 'a')).toMatchObject({ state: 'unknown', reading: 'pending' })
  })

  it('keeps the instances of a scale set whose list failed, and drops those of one that shrank', () => {
    const set = `/subscriptions/${other}/resourcegroups/rg/providers/microsoft.compute/virtualmachinescalesets/web`
    const instance = { ...fleetRow('web_0', { state: 'encrypted' }), key: `${set}/virtualmachines/0` }
    const known = applyFleetEvents(emptyFleet, [start(), rows(instance), end()])
    const listed: FleetEvent = {
      type: 'subscriptions',
      subscriptions: [{ id: other, name: other, vms: 0, error: null }],
    }
    const unlisted: FleetEvent = {
      type: 'gap',
      gap: { kind: 'vm', scope: set, code: 'arm-down', azureCodes: [], azureVersions: [] },
    }
    const after = applyFleetEvents(known, [start(), listed, unlisted, end(false)])
    expect(find(after, 'web_0')).toMatchObject({ state: 'encrypted', kept: 'arm-down' })
    expect(names(applyFleetEvents(known, [start(), listed, end()]))).toEqual([])
  })

  it('keeps everything when a load fails, with the cause', () => {
    const known = applyFleetEvents(emptyFleet, [start(), rows(fleetRow('a')), end()])
    const failed = applyFleetEvents(known, [start('2026-11-24T10:05:00Z'), { type: 'failure', error }])
    expect(names(failed)).toEqual(['a'])
    expect(failed.load).toMatchObject({ phase: 'failed', failure: { code: 'arm-down' } })
    expect(failed.settledAt).toBe('2026-11-24T10:00:09Z')
    expect(failFleetLoad(known, error).load.phase).toBe('failed')
    expect(applyFleetEvents(failed, [start()]).load.failure).toBeNull()
  })

  it('shows old gaps until the next load has ended, each once', () => {
    const known = applyFleetEvents(emptyFleet, [
      start(),
      gap(other, 'arm-down'),
      gap(other.toUpperCase(), 'arm-down'),
      end(false),
    ])
    expect(known.gaps).toHaveLength(1)
    const next = applyFleetEvents(known, [start(), { type: 'progress', progress: loadProgress({ read: 4 }) }])
    expect(next.gaps).toHaveLength(1)
    expect(next.load.progress?.read).toBe(4)
    expect(applyFleetEvents(next, [end()]).gaps).toEqual([])
  })

  it('keeps every VM when the list of subscriptions is empty', () => {
    const named: FleetEvent = { type: 'subscriptions', subscriptions: [{ id: 's', name: 'S', vms: 1, error: null }] }
    const known = applyFleetEvents(emptyFleet, [start(), named, rows(fleetRow('a')), end()])
    const emptied = applyFleetEvents(known, [start(), { type: 'subscriptions', subscriptions: [] }, end()])
    expect(names(emptied)).toEqual(['a'])
    expect(emptied.entries[0]?.kept).toBe('not-seen')
    expect(emptied.subscriptions).toHaveLength(1)
  })

  it('gives the same fleet for any batching of the lines', () => {
    const stream: FleetEvent[] = [
      start(),
      rows(fleetRow('a')),
      gap(other, 'arm-down'),
      rows(fleetRow('b'), fleetRow('a', { state: 'failed' })),
      end(),
      start(),
      rows(fleetRow('c')),
      end(true, { vms: 1 }),
    ]
    const oneByOne = stream.reduce((model, event) => applyFleetEvents(model, [event]), emptyFleet)
    expect(applyFleetEvents(emptyFleet, stream)).toEqual(oneByOne)
    expect(names(oneByOne)).toEqual(['c'])
  })
})

describe('merging part by part', () => {
  const many = Array.from({ length: 60 }, (_none, index) => fleetRow(`vm-${(index * 37) % 60}`, { key: `k${index}` }))
  const parts: readonly (readonly FleetEvent[])[] = [
    [start(), rows(...many.slice(0, 20))],
    [rows(...many.slice(20, 30)), gap(other, 'arm-down')],
    [rows(...many.slice(10, 60))],
    [rows(fleetRow('vm-37', { key: 'k1', state: 'failed' })), end()],
  ]
  const plain = (model: FleetModel | null) =>
    model === null ? null : { ...model, load: { ...model.load, seen: model.load.seen.flat() } }

  it('shows nothing before it is due, and then the same as at once', () => {
    const merger = new FleetMerger()
    const shown = parts.map((part, index) => merger.merge(emptyFleet, part, index === parts.length - 1))
    expect(shown.slice(0, -1)).toEqual([null, null, null])
    expect(plain(shown.at(-1) ?? null)).toEqual(plain(applyFleetEvents(emptyFleet, parts.flat())))
  })

  it('adds what waits to a fleet that something else has changed, and nothing twice', () => {
    const merger = new FleetMerger()
    const [first = [], second = [], third = [], last = []] = parts
    const shown = merger.merge(emptyFleet, first, true) ?? emptyFleet
    expect(merger.merge(shown, second, false)).toBeNull()
    const changed = { ...shown, entries: shown.entries.map((entry) => ({ ...entry, region: 'read alone' })) }
    const after = merger.merge(changed, third, true) ?? emptyFleet
    expect(plain(after)).toEqual(plain(applyFleetEvents(changed, [...second, ...third])))
    expect(after.entries.filter(({ region }) => region === 'read alone')).toHaveLength(10)
    expect(plain(merger.merge(after, last, true))).toEqual(plain(applyFleetEvents(after, last)))
  })

  it('keeps the list of VMs where a load ends and none leaves', () => {
    const loaded = applyFleetEvents(emptyFleet, parts.slice(0, 3).flat())
    expect(applyFleetEvents(loaded, [end()]).entries).toBe(loaded.entries)
  })
})
