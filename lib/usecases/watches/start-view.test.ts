import { describe, expect, it } from 'vitest'
import { recordObservations } from '@/lib/store/record-observations'
import { useDatabases } from '@/lib/store/testing/databases'
import { at, moving, observation, quiet, startOfTime, vmIdOf } from '@/lib/store/testing/observations'
import { follow, follower, watchOfVm } from '@/lib/store/testing/watches'
import { noteProofs } from '@/lib/store/watches/proofs'
import { notificationsOf } from '@/lib/store/watches/inbox'
import { evaluateWatches } from './evaluate-watches'
import { NotificationDedupe } from './notification-dedupe'
import { startView } from './start-view'

const minute = 60
const view = { subscriptions: [], groups: [], os: [], states: [] }

describe('a view that is followed while VMs encrypt', () => {
  for (const database of useDatabases()) {
    it(`starts from the state at that moment: the next observation is already an ending (${database.name})`, async () => {
      const store = await database.open()
      const [running, old, other] = ['running', 'old', 'other'].map((name) => vmIdOf(name))
      await recordObservations(store, [
        observation(0, moving(10), { id: old!, vmId: null }),
        observation(60 * minute, moving(90), { id: running!, vmId: null }),
        observation(60 * minute, moving(90), { id: other!, vmId: null, tenantId: 'tenant-2' }),
      ])
      const id = await follow(store, watchOfVm('x', { target: { kind: 'view', name: 'all', view } }))
      const now = startOfTime + 61 * minute * 1000
      expect(await startView(store, { id, follower, view }, now)).toEqual({ ok: true, value: null })
      // A second start, as after a change of the watch's settings, changes nothing.
      expect(await startView(store, { id, follower, view }, now)).toEqual({ ok: true, value: null })
      const readable = [running!, old!].map((each) => each.toLowerCase())
      await noteProofs(store, [id], { readable, hidden: [] }, now)
      const done = [running!, old!].map((each) => observation(90 * minute, quiet, { id: each, vmId: null }))
      const evaluation = {
        store,
        place: { cloud: 'public', tenantId: 'tenant-1' },
        now: () => now,
        signsOf: () => Promise.resolve([]),
        proofMilliseconds: 3_600_000,
        dedupe: new NotificationDedupe(),
      }
      expect(await evaluateWatches(evaluation, done)).toEqual({ ok: true, value: null })
      const notices = await notificationsOf(store, follower, 10)
      // The last observation of `old` held no longer at that moment: its run may have ended before.
      expect(notices.ok && notices.value.map(({ vmId, notice }) => [vmId, notice.kind, notice.at])).toEqual([
        [running, 'finished', at(90 * minute)],
      ])
    })
  }
})
