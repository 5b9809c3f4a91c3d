import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import type { TenantInput } from '../simulator/control/shapes'
import { resourceGraphQuota } from '../simulator/throttle/limits'
import { ask, forgetLimits, readFleet, startStack, type Stack } from './support'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
beforeEach(forgetLimits)
afterAll(() => stack.stop())

/** Loads a fleet that nothing throttles: the rows, and the requests to Resource Graph by status. */
async function load(input: Omit<TenantInput, 'scenario'>) {
  const tenant = await stack.tenant({ scenario: 'fleet', seed: 1, still: true, bucketScale: 1000, ...input })
  await tenant.clearTraffic()
  const loaded = await ask(GET, tenant, 'Aiko Tanaka').then(readFleet)
  const { counts } = await tenant.traffic({ limit: 0 })
  await tenant.remove()
  expect(loaded.last).toMatchObject({ type: 'end', complete: true })
  expect(loaded.rows.size).toBe(input.vms)
  return counts['resource-graph']
}

it.each([
  ['subscriptions of 1,000: one page each, and one request for each other query', 10, 14],
  ['one subscription', 1, resourceGraphQuota.capacity],
  ['subscriptions that fill no page', 17, resourceGraphQuota.capacity],
])('10,000 VMs in %s need no more requests than one window of the quota allows', async (_name, subscriptions, most) => {
  const requests = await load({ vms: 10_000, subscriptions, ade: 0.05 })
  expect(Object.keys(requests ?? {})).toEqual(['200'])
  expect(requests?.['200']).toBeLessThanOrEqual(most)
})

it('a fleet that fits in one page needs one request for each query', async () => {
  for (const subscriptions of [1, 9]) expect(await load({ vms: 200, subscriptions })).toEqual({ '200': 5 })
})
