import { afterAll, beforeAll, expect, it } from 'vitest'
import { useDatabases } from '@/lib/store/testing/databases'
import { collect } from '@/lib/usecases/collect/run'
import { testCollector } from '@/lib/usecases/collect/testing/test-collector'
import { startStack, type Stack } from '../faults/support'
import { collectorEnvironment } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

const [database] = useDatabases()

it('an inventory that fails for hours is one line of the log for each reason, and one when it is taken again', async () => {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 5, vms: 5, subscriptions: 1, ade: 1, still: true })
  const store = await database!.open()
  let now = Date.now()
  const polling = { movingMs: 3_600_000, quietMs: 3_600_000 }
  const { collector, events } = testCollector(collectorEnvironment(tenant), store, { polling, now: () => now })
  const asked = async (): Promise<number> => {
    const { counts } = await tenant.traffic({ limit: 0 })
    return Object.values(counts['subscriptions-list'] ?? {}).reduce((sum, count) => sum + count, 0)
  }
  const said = () => events.flatMap((each) => (each.event === 'failed' || each.event === 'recovered' ? [each] : []))
  const nextMinute = async (): Promise<void> => {
    const before = await asked()
    now += 61_000
    await expect.poll(asked).toBeGreaterThan(before)
  }
  await tenant.addFault({ kind: 'deny', routes: ['subscriptions-list'] })
  const ending = new AbortController()
  const running = collect(collector, ending.signal)
  await expect.poll(said).toHaveLength(1)
  for (let minute = 0; minute < 3; minute += 1) await nextMinute()
  await tenant.removeFaults()
  now += 61_000
  await expect.poll(said).toHaveLength(2)
  await tenant.addFault({ kind: 'deny', routes: ['subscriptions-list'] })
  await nextMinute()
  await expect.poll(said).toHaveLength(3)
  ending.abort()
  await running
  const denied = { event: 'failed', what: 'survey', code: 'arm-denied' }
  expect(said()).toEqual([denied, { event: 'recovered', what: 'survey', failures: 4 }, denied])
})
