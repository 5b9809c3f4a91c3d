import { describe, expect, it, vi } from 'vitest'
import * as memories from '@/lib/store/watches/memories'
import type { Store } from '@/lib/store/store'
import { useDatabases } from '@/lib/store/testing/databases'
import { moving, observation, vmIdOf } from '@/lib/store/testing/observations'
import { follow, watchOfVm } from '@/lib/store/testing/watches'
import * as views from '@/lib/timeline/notice/view'
import { evaluateWatches, mostPairs, type WatchEvaluation } from './evaluate-watches'
import { NotificationDedupe } from './notification-dedupe'

vi.mock(import('@/lib/timeline/notice/view'), { spy: true })
vi.mock(import('@/lib/store/watches/memories'), { spy: true })
const [followers, vms] = [100, 20]

const everything = { subscriptions: [], groups: [], os: [], states: [] }

async function followEverything(store: Store, person: number): Promise<string> {
  const target = { kind: 'view', name: 'everything', view: everything } as const
  const of = { cloud: 'public', tenantId: 'tenant-1', personId: `person-${person}` }
  return follow(store, watchOfVm('x', { target, follower: of, kinds: ['finished'], channels: [] }))
}

/** The pairs of a watch and a VM whose memories were read since the counts were cleared. */
const pairsRead = () =>
  vi.mocked(memories.readMemories).mock.calls.reduce((sum, [, watches, machines]) => {
    return sum + watches.length * machines.length
  }, 0)

describe('a hundred followers of every VM', () => {
  const [sqlite] = useDatabases()
  const minute = 60_000

  async function started(state: 'encrypted' | 'encrypting') {
    const store = await sqlite!.open()
    for (let person = 0; person < followers; person += 1) await followEverything(store, person)
    const facts = { ...moving(1), state } as const
    const load = Array.from({ length: vms }, (_one, index) => observation(1, facts, { id: vmIdOf(`vm-${index}`) }))
    const time = { now: 1_800_000_000_000 }
    const evaluation = {
      store,
      place: { cloud: 'public', tenantId: 'tenant-1' },
      now: () => time.now,
      signsOf: (() => Promise.resolve([])) as WatchEvaluation['signsOf'],
      proofMilliseconds: 3_600_000,
      dedupe: new NotificationDedupe(),
    }
    const evaluate = async (observations = load) => {
      vi.clearAllMocks()
      expect(await evaluateWatches(evaluation, observations)).toEqual({ ok: true, value: null })
    }
    return { store, load, time, evaluation, evaluate }
  }

  it('cost one match for each VM, no transaction above the limit, and nothing where nothing changed', async () => {
    const { evaluate } = await started('encrypted')
    await evaluate()
    expect(vi.mocked(views.isInView)).toHaveBeenCalledTimes(vms)
    const written = vi.mocked(memories.writeMemories).mock.calls.map(([, changes]) => changes.length)
    expect(written).toEqual(Array.from({ length: (followers * vms) / mostPairs }, () => mostPairs))
    await evaluate()
    expect(vi.mocked(views.isInView)).toHaveBeenCalledTimes(vms)
    expect(pairsRead()).toBe(0)
    expect(vi.mocked(memories.writeMemories)).not.toHaveBeenCalled()
  })

  it('cost a later load one row for each VM, also where work is in progress', async () => {
    for (const state of ['encrypted', 'encrypting'] as const) {
      const { evaluate, time } = await started(state)
      await evaluate()
      time.now += minute
      await evaluate()
      expect(pairsRead(), `${state}, after a minute`).toBe(0)
      time.now += 15 * minute
      await evaluate()
      expect(pairsRead(), `${state}, after a quarter of an hour`).toBe(vms)
      expect(vi.mocked(memories.writeMemories)).not.toHaveBeenCalled()
    }
  })

  it('cost a new follower only the rows of that follower', async () => {
    const { evaluate, store } = await started('encrypted')
    await evaluate()
    await followEverything(store, followers)
    await evaluate()
    expect(pairsRead()).toBe(vms)
    await evaluate()
    expect(pairsRead()).toBe(0)
  })

  it('are all compared where another process has written, where work may be stuck, and once in an hour', async () => {
    const { evaluate, evaluation, time, load } = await started('encrypting')
    await evaluate()
    time.now += 10 * minute
    // Another process saw that one VM failed; this one sees it at work again.
    const [one, stuck] = load
    const failed = observation(2, { ...moving(1), state: 'failed' }, { id: one!.id })
    const later = load.map(({ id, facts }) => observation(9, facts, { id }))
    expect(await evaluateWatches({ ...evaluation, dedupe: new NotificationDedupe() }, [failed])).toMatchObject({
      ok: true,
    })
    await evaluate(later)
    expect(pairsRead()).toBe(vms + followers)
    evaluation.signsOf = (seen) =>
      Promise.resolve(seen === stuck ? [{ rule: 'agent-silent', since: seen.lastSeen, silentFor: 1 }] : [])
    await evaluate()
    expect(pairsRead()).toBe(followers)
    evaluation.signsOf = () => Promise.resolve([])
    time.now += 61 * minute
    await evaluate()
    expect(pairsRead()).toBe(vms * followers)
  })
})
