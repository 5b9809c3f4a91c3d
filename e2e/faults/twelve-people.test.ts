import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/fleet/route'
import type { TenantClient } from '../simulator/control/client'
import { ask, startStack, type Stack } from './support'
import { VirtualTime } from './testing/virtual-time'

const time = new VirtualTime()
const [latencyMs, people, loadsOfEach] = [200, 12, 5]
let stack: Stack
beforeAll(async () => {
  stack = await startStack(time.hold)
})
afterAll(async () => {
  await stack.stop()
  time.end()
})

/** Virtual milliseconds from the request to the first row; the rest of the load is not read. */
async function firstRow(tenant: TenantClient, person: string): Promise<number> {
  const startedAt = time.clock.now()
  const response = await ask(GET, tenant, person)
  const reader = response.body?.getReader()
  let text = ''
  while (!text.includes('"type":"rows"')) {
    const next = await reader?.read()
    if (next?.value === undefined) throw new Error('the load ended without a row')
    text += Buffer.from(next.value).toString()
  }
  const took = time.clock.now() - startedAt
  await reader?.cancel()
  return took
}

it('shows the first row to the twelfth person within a second of what it takes alone, whatever the others load', async () => {
  const tenant = await stack.tenant({
    scenario: 'fleet',
    vms: 40,
    subscriptions: 2,
    ade: 0.4,
    seed: 7,
    still: true,
    readers: people,
    latencyMs,
    bucketScale: 1000,
  })
  globalThis.sealwatchSchedulers = new Map(
    (await tenant.summary()).people.map(({ objectId }) => [`public|${tenant.tenantId}|${objectId}`, time.scheduler()]),
  )
  const alone = await firstRow(tenant, `Reader ${people}`)
  const others = await Promise.all(
    Array.from({ length: (people - 1) * loadsOfEach }, (_one, index) =>
      ask(GET, tenant, `Reader ${(index % (people - 1)) + 1}`),
    ),
  )
  const readings = others.map((response) => response.text())
  const among = await firstRow(tenant, `Reader ${people}`)
  expect(alone).toBeGreaterThanOrEqual(2 * latencyMs)
  expect(among - alone).toBeLessThanOrEqual(1000)
  const texts = await Promise.all(readings)
  for (const text of texts) expect(text).toMatch(/"type":"end".+"complete":true/)
  expect(texts.filter((text) => !text.includes('"type":"queued"'))).toHaveLength((people - 1) * 2)
})
