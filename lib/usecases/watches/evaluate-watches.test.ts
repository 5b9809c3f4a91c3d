import { describe, expect, it, vi } from 'vitest'
import * as memories from '@/lib/store/watches/memories'
import { useDatabases } from '@/lib/store/testing/databases'
import { moving, observation, vmIdOf } from '@/lib/store/testing/observations'
import { follow, watchOfVm } from '@/lib/store/testing/watches'
import * as views from '@/lib/timeline/notice/view'
import { evaluateWatches, mostPairs } from './evaluate-watches'
import { NotificationDedupe } from './notification-dedupe'

vi.mock(import('@/lib/timeline/notice/view'), { spy: true })
vi.mock(import('@/lib/store/watches/memories'), { spy: true })
const [followers, vms] = [100, 20]

describe('a hundred followers of every VM', () => {
  const [sqlite] = useDatabases()

  it('cost one match for each VM, no transaction above the limit, and nothing where nothing changed', async () => {
    const store = await sqlite!.open()
    for (let person = 0; person < followers; person += 1) {
      const view = { subscriptions: [], groups: [], os: [], states: [] }
      const target = { kind: 'view', name: 'everything', view } as const
      const of = { cloud: 'public', tenantId: 'tenant-1', personId: `person-${person}` }
      await follow(store, watchOfVm('x', { target, follower: of, channels: [] }))
    }
    // At rest: work in progress is compared again at each observation, since it may be stuck.
    const facts = { ...moving(1), state: 'encrypted' } as const
    const load = Array.from({ length: vms }, (_one, index) => observation(1, facts, { id: vmIdOf(`vm-${index}`) }))
    const evaluation = {
      store,
      place: { cloud: 'public', tenantId: 'tenant-1' },
      now: () => 1_800_000_000_000,
      signsOf: () => Promise.resolve([]),
      proofMilliseconds: 3_600_000,
      dedupe: new NotificationDedupe(),
    }
    expect(await evaluateWatches(evaluation, load)).toEqual({ ok: true, value: null })
    expect(vi.mocked(views.isInView)).toHaveBeenCalledTimes(vms)
    const written = vi.mocked(memories.writeMemories).mock.calls.map(([, changes]) => changes.length)
    expect(written).toEqual(Array.from({ length: (followers * vms) / mostPairs }, () => mostPairs))
    vi.clearAllMocks()
    expect(await evaluateWatches(evaluation, load)).toEqual({ ok: true, value: null })
    expect(vi.mocked(views.isInView)).toHaveBeenCalledTimes(vms)
    expect(vi.mocked(memories.readMemories)).not.toHaveBeenCalled()
    expect(vi.mocked(memories.writeMemories)).not.toHaveBeenCalled()
  })
})
