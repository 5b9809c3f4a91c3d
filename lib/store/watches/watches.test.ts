import { describe, expect, it } from 'vitest'
import type { Result } from '@/lib/shared/result'
import { useDatabases } from '../testing/databases'
import { startOfTime, vmIdOf } from '../testing/observations'
import { changeNumber, follow, follower, noticeNumber, notifyFollowers, watchOfVm } from '../testing/watches'
import { forgetNotifications, notificationsOf } from './inbox'
import { memoryKey, readMemories, writeMemories } from './memories'
import { claimDeliveries, finishDelivery } from './outbox'
import { webhookStatus } from './webhook-status'
import {
  changeWatches,
  deleteWatch,
  putWatch,
  watchesOfPerson,
  viewsPerPerson,
  watchesOfVms,
  watchesPerPerson,
} from './watches'

function got<T>(result: Result<T, { readonly kind: string; readonly code: string | null }>): T {
  if (!result.ok) throw new Error(`${result.failure.kind} ${result.failure.code}`)
  return result.value
}

const claim = { holder: 'a', limit: 10, leaseMilliseconds: 60_000 }
const other = { ...follower, personId: 'person-2' }

describe('watches', () => {
  for (const database of useDatabases()) {
    describe(database.name, () => {
      it('keeps one watch per target, each for its user alone', async () => {
        const store = await database.open()
        const first = watchOfVm('vm1')
        const id = await follow(store, first)
        expect(await follow(store, watchOfVm('VM1', { kinds: ['failed'], channels: [] }))).toBe(id)
        const view = { subscriptions: ['s'], groups: [], os: ['Linux'], states: [] } as const
        const second = watchOfVm('x', { target: { kind: 'view', name: 'mine', view }, createdAt: startOfTime + 1 })
        await follow(store, second)
        expect(got(await watchesOfPerson(store, follower))).toEqual([
          second,
          { ...first, target: { kind: 'vm', id: vmIdOf('VM1') }, kinds: ['failed'], channels: [] },
        ])
        expect(got(await watchesOfPerson(store, other))).toEqual([])
        expect(got(await watchesOfVms(store, follower, [vmIdOf('vm1').toLowerCase()]))).toHaveLength(2)
        expect(got(await watchesOfVms(store, follower, [vmIdOf('vm2').toLowerCase()]))).toHaveLength(1)
        expect(got(await changeWatches(store, other, id, { mutedUntil: 5 }))).toBe(0)
        expect(got(await changeWatches(store, follower, null, { mutedUntil: 5 }))).toBe(2)
        expect(got(await watchesOfPerson(store, follower)).map(({ mutedUntil }) => mutedUntil)).toEqual([5, 5])
        expect(got(await deleteWatch(store, other, id))).toBe(false)
        expect(got(await deleteWatch(store, follower, id))).toBe(true)
        expect(got(await watchesOfPerson(store, follower))).toHaveLength(1)
      })

      it('limits the number of watches of a user', async () => {
        const store = await database.open()
        for (let index = 0; index < watchesPerPerson; index += 1) await follow(store, watchOfVm(`vm-${index}`))
        expect(got(await putWatch(store, watchOfVm('one-more')))).toBeNull()
        expect(got(await putWatch(store, watchOfVm('vm-3')))).not.toBeNull()
        expect(got(await putWatch(store, watchOfVm('one-more', { follower: other })))).not.toBeNull()
      })

      it('limits the number of views that a user follows, and leaves room for VMs', async () => {
        const store = await database.open()
        const ofView = (group: string) => {
          const view = { subscriptions: [], groups: [group], os: [], states: [] }
          return watchOfVm('x', { target: { kind: 'view', name: group, view } })
        }
        for (let index = 0; index < viewsPerPerson; index += 1) await follow(store, ofView(`rg-${index}`))
        expect(got(await putWatch(store, ofView('one-more')))).toBeNull()
        expect(got(await putWatch(store, ofView('rg-3')))).not.toBeNull()
        expect(got(await putWatch(store, watchOfVm('vm1')))).not.toBeNull()
      })

      it('writes a memory and its notification together, and only for the first of two writers', async () => {
        const store = await database.open()
        const second = await database.open(store.config.database ?? undefined)
        const id = await follow(store, watchOfVm('vm1'))
        const change = changeNumber(id, 'vm1', 1, ['ops', 'team'])
        const done = await Promise.all([store, second].map((each) => writeMemories(each, [change], startOfTime)))
        const key = memoryKey(id, vmIdOf('vm1').toLowerCase())
        expect(done.map((each) => got(each).size).sort()).toEqual([0, 1])
        expect(got(await readMemories(store, [id], [vmIdOf('vm1').toLowerCase()])).get(key)).toEqual({
          memory: change.memory,
          version: 1,
        })
        expect(got(await writeMemories(store, [changeNumber(id, 'vm1', 2)], startOfTime)).size).toBe(0)
        expect(got(await writeMemories(second, [changeNumber(id, 'vm1', 2)], startOfTime))).toEqual(new Set([key]))
        const delivered = got(await notificationsOf(store, follower, 10))
        expect(delivered.map(({ notice }) => notice)).toEqual([noticeNumber(2), noticeNumber(1)])
        expect(got(await notificationsOf(store, other, 10))).toEqual([])
        expect(got(await claimDeliveries(store, claim, startOfTime))).toHaveLength(3)
        // A watch that was deleted meanwhile.
        await deleteWatch(store, follower, id)
        expect(got(await writeMemories(store, [changeNumber(id, 'vm2', 1)], startOfTime)).size).toBe(1)
        expect(got(await notificationsOf(store, follower, 10))).toEqual([])
      })

      it('numbers the notifications of a user without counting those of others', async () => {
        const store = await database.open()
        const id = await follow(store, watchOfVm('vm1'))
        const foreign = await follow(store, watchOfVm('vm1', { follower: other }))
        const numbers = async () => got(await notificationsOf(store, follower, 10)).map((each) => each.id)
        await notifyFollowers(store, id, 'vm1', 2)
        const [second = 0, first = 0] = await numbers()
        await notifyFollowers(store, foreign, 'vm1', 30)
        got(await writeMemories(store, [changeNumber(id, 'vm1', 3)], startOfTime))
        expect(await numbers()).toEqual([second + (second - first), second, first])
        got(await writeMemories(store, [changeNumber(foreign, 'vm1', 31)], startOfTime + 1))
        got(await writeMemories(store, [changeNumber(id, 'vm1', 4)], startOfTime + 2))
        const [last = 0] = await numbers()
        got(await forgetNotifications(store, startOfTime + 1))
        // Its own time determines it: neither notifications of others nor deleted ones move it.
        expect(await numbers()).toEqual([last])
        expect(last).toBeGreaterThan(second)
        expect(Number.isSafeInteger(last)).toBe(true)
      })

      it('gives each delivery to one of several processes, and again to others where its holder died', async () => {
        const store = await database.open()
        const second = await database.open(store.config.database ?? undefined)
        const id = await follow(store, watchOfVm('vm1'))
        await notifyFollowers(store, id, 'vm1', 30)
        const claims = await Promise.all(
          ['a', 'b', 'c', 'd'].map((holder, index) =>
            claimDeliveries(index % 2 === 0 ? store : second, { ...claim, holder }, startOfTime),
          ),
        )
        const claimed = claims.flatMap((each) => got(each).map(({ id: delivery }) => delivery))
        expect(new Set(claimed).size).toBe(claimed.length)
        for (const left of got(await claimDeliveries(store, { ...claim, limit: 100 }, startOfTime)))
          claimed.push(left.id)
        expect(new Set(claimed).size).toBe(30)
        expect(got(await claimDeliveries(store, claim, startOfTime + 59_999))).toEqual([])
        const again = got(await claimDeliveries(store, { ...claim, holder: 'z', limit: 100 }, startOfTime + 60_000))
        expect(again).toHaveLength(30)
        expect(again[0]).toMatchObject({ attempts: 2, channel: 'ops', follower, language: 'en', provedAt: null })
      })

      it('records the outcome of a delivery, for its holder only', async () => {
        const store = await database.open()
        const id = await follow(store, watchOfVm('vm1'))
        await notifyFollowers(store, id, 'vm1', 3)
        const [one, two, three] = got(await claimDeliveries(store, claim, startOfTime))
        const held = (delivery = one) => ({ id: delivery!.id, holder: 'a' })
        expect(got(await finishDelivery(store, { ...held(), holder: 'b' }, { state: 'sent' }))).toBe(false)
        expect(got(await finishDelivery(store, held(), { state: 'sent' }))).toBe(true)
        await finishDelivery(store, held(two), { state: 'waiting', code: 'http-503', dueAt: startOfTime + 5000 })
        await finishDelivery(store, held(three), { state: 'failed', code: 'http-410' })
        expect(got(await claimDeliveries(store, claim, startOfTime + 4999))).toEqual([])
        expect(got(await claimDeliveries(store, claim, startOfTime + 5000))).toMatchObject([{ id: two!.id }])
        const delivered = got(await notificationsOf(store, follower, 10))
        expect(delivered.map(({ undelivered }) => undelivered)).toEqual([['ops'], [], []])
        const tenant = { cloud: follower.cloud, tenantId: follower.tenantId }
        const ops = { name: 'ops', sent: 1, retrying: 1, failed: 1, code: 'http-410' }
        expect(got(await webhookStatus(store, tenant, startOfTime))).toEqual([ops])
        expect(got(await webhookStatus(store, tenant, startOfTime + 1))).toEqual([])
        expect(got(await webhookStatus(store, { ...tenant, tenantId: 'tenant-2' }, startOfTime))).toEqual([])
        expect(got(await forgetNotifications(store, startOfTime + 1))).toBe(3)
        expect(got(await claimDeliveries(store, claim, startOfTime + 999_999))).toEqual([])
      })
    })
  }
})
