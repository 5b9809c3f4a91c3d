import { describe, expect, it } from 'vitest'
import type { ArmCaller, Cost } from '../model/http'
import { createWorld } from '../worlds/create'
import { createBuckets } from './buckets'
import { drawAll, type Toll } from './throttle'

const tenantId = '11111111-0000-4000-8000-000000000001'
const caller = (objectId: string): ArmCaller => ({ tenantId, objectId, kind: 'user', applicationId: 'a' })

function meter(bucketScale?: number) {
  const world = createWorld({
    tenantId,
    scenario: 'mixed',
    seed: 1,
    ...(bucketScale === undefined ? {} : { bucketScale }),
  })
  const buckets = createBuckets()
  const draw = (costs: readonly Cost[], path: string, now = 0, who = 'one'): Toll =>
    drawAll({ world, buckets, caller: caller(who), costs, path, now })
  /** How many requests are granted at one moment. */
  const burst = (costs: readonly Cost[], path: string, now = 0, who = 'one'): number => {
    let granted = 0
    while (draw(costs, path, now, who).refusal === null) granted += 1
    return granted
  }
  return { world, draw, burst }
}

const subscription = '/subscriptions/11111111-1111-4111-8111-111111111111'
const graph = '/providers/Microsoft.ResourceGraph/resources'

describe('the buckets of ARM', () => {
  it('are 250 reads and 25 a second, for each principal and subscription', () => {
    const { burst } = meter()
    expect(burst(['arm-read'], subscription)).toBe(250)
    expect(burst(['arm-read'], subscription, 1000)).toBe(25)
    expect(burst(['arm-read'], subscription, 1000, 'two')).toBe(250)
    expect(burst(['arm-read'], '/subscriptions/another', 1000)).toBe(250)
    expect(burst(['arm-read'], '/subscriptions', 1000)).toBe(250)
  })

  it('limit all principals of a subscription together to fifteen times as many', () => {
    const { burst } = meter()
    const granted = Array.from({ length: 16 }, (_, index) => burst(['arm-read'], subscription, 0, `user ${index}`))
    expect(granted.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 250))
    expect(granted[15]).toBe(0)
  })

  it('answer 429 with Retry-After and the text of ARM', () => {
    const { burst, draw } = meter()
    burst(['arm-read'], subscription)
    const { refusal, headers } = draw(['arm-read'], subscription)
    expect(refusal).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1' },
      json: { error: { code: 'SubscriptionRequestsThrottled' } },
    })
    expect(headers['x-ms-ratelimit-remaining-subscription-reads']).toBe('0')
  })

  it('shrink and grow with the scale, rate included', () => {
    const { burst } = meter(0.04)
    expect(burst(['arm-read'], subscription)).toBe(10)
    expect(burst(['arm-read'], subscription, 1000)).toBe(1)
    expect(meter(10).burst(['arm-read'], subscription)).toBe(2500)
  })
})

describe('the buckets of compute', () => {
  it('give one VM 36 reads and 12 a minute, all callers together', () => {
    const { world, burst, draw } = meter()
    const [id] = world.vms.keys()
    expect(burst(['compute-low-cost'], `${id!}/instanceView`)).toBe(36)
    expect(draw(['compute-low-cost'], id!.toUpperCase(), 0, 'two').refusal).toMatchObject({
      status: 429,
      headers: { 'retry-after': '5' },
    })
    expect(burst(['compute-low-cost'], id!, 60_000)).toBe(12)
    expect(draw(['compute-low-cost'], [...world.vms.keys()][1]!).headers['x-ms-ratelimit-remaining-resource']).toMatch(
      /^Microsoft\.Compute\/LowCostGetSubscription;\d+,Microsoft\.Compute\/LowCostGetResource;35$/,
    )
  })

  it('give lists 900 and 300 a minute for a subscription', () => {
    const { burst } = meter()
    expect(burst(['compute-high-cost'], subscription)).toBe(900)
    expect(burst(['compute-high-cost'], subscription, 60_000, 'two')).toBe(300)
  })
})

describe('the quota of Resource Graph', () => {
  it('is 15 queries in five seconds for a user, shown in its headers', () => {
    const { burst, draw } = meter()
    expect(draw(['resource-graph'], graph).headers).toEqual({
      'x-ms-user-quota-remaining': '14',
      'x-ms-user-quota-resets-after': '00:00:05',
      'x-ms-ratelimit-remaining-tenant-resource-requests': '14',
      'x-ms-throttling-version': 'v2',
    })
    expect(burst(['resource-graph'], graph)).toBe(14)
    const { headers, refusal } = draw(['resource-graph'], graph, 3000)
    expect(refusal).toMatchObject({ status: 429, json: { error: { code: 'RateLimiting' } } })
    expect(refusal?.headers).toBeUndefined()
    expect(headers['x-ms-user-quota-resets-after']).toBe('00:00:02')
    expect(burst(['resource-graph'], graph, 3000, 'two')).toBe(15)
    expect(burst(['resource-graph'], graph, 5000)).toBe(15)
  })
})

it('uses every bucket of a call, and stops at the first empty one', () => {
  const { draw, burst } = meter()
  expect(Object.keys(draw(['arm-read', 'compute-high-cost'], subscription).headers)).toHaveLength(3)
  expect(burst(['arm-read', 'compute-high-cost'], subscription)).toBe(249)
  expect(draw(['free'], subscription)).toEqual({ headers: {}, refusal: null })
})
