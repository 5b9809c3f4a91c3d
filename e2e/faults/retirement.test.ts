import { afterAll, beforeAll, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/retirement/route'
import { mostPlaces, mostSizesInAll, retirementSchema } from '@/lib/contract/retirement'
import type { TenantClient } from '../simulator/control/client'
import { ask, startStack, type Stack } from './support'

let stack: Stack
let tenant: TenantClient
const person = 'Aiko Tanaka'
beforeAll(async () => {
  stack = await startStack()
  tenant = await stack.tenant({ scenario: 'fleet', vms: 8, subscriptions: 2, seed: 3, still: true })
})
afterAll(() => stack.stop())

const post = (places: readonly unknown[]) => ask(POST, tenant, person, { query: '', body: { places } })

it('reads each place once, however often and in whatever spelling a request names it', async () => {
  const [id = ''] = (await tenant.summary()).subscriptions.map((each) => each.id)
  const sizes = ['Standard_D2s_v5', 'Standard_D4s_v5']
  const before = (await tenant.traffic({ limit: 0 })).counts
  const places = Array.from({ length: mostPlaces }, (_one, index) => ({
    subscriptionId: index % 2 === 0 ? id.toLowerCase() : id.toUpperCase(),
    region: 'westeurope',
    sizes,
  }))
  const answer = retirementSchema.parse(await (await post(places)).json())
  expect(answer.sizes.map(({ size }) => size)).toEqual(sizes)
  expect(answer.features).toHaveLength(1)
  const after = (await tenant.traffic({ limit: 0 })).counts
  const sent = (route: string) => (after[route]?.['200'] ?? 0) - (before[route]?.['200'] ?? 0)
  const routes = Object.keys(after).filter((route) => sent(route) > 0 && !route.startsWith('entra-'))
  expect(Object.fromEntries(routes.map((route) => [route, sent(route)]))).toEqual({
    'subscriptions-list': 1,
    'resource-graph': 5,
    'feature-get': 1,
    'skus-list': 1,
  })
})

it('sends no request about subscriptions that the user cannot list, and claims nothing about them', async () => {
  const before = (await tenant.traffic({ limit: 0 })).counts
  const places = Array.from({ length: 400 }, (_one, index) => ({
    subscriptionId: `99999999-9999-4999-8999-${String(index).padStart(12, '0')}`,
    region: 'westeurope',
    sizes: ['Standard_D2s_v5'],
  }))
  const answer = retirementSchema.parse(await (await post(places)).json())
  expect(answer.sizes).toHaveLength(400)
  expect(new Set(answer.sizes.map(({ atHost }) => JSON.stringify(atHost)))).toEqual(
    new Set(['{"known":false,"why":"denied"}']),
  )
  expect(new Set(answer.features.map(({ registered }) => registered.known))).toEqual(new Set([false]))
  const after = (await tenant.traffic({ limit: 0 })).counts
  const changed = Object.keys(after).filter((route) => JSON.stringify(after[route]) !== JSON.stringify(before[route]))
  expect(changed.filter((route) => !/subscriptions-list|resource-graph|token/.test(route))).toEqual([])
})

it('refuses a request whose answer would be many times its size', async () => {
  const [id = ''] = (await tenant.summary()).subscriptions.map((each) => each.id)
  const sizes = Array.from({ length: 500 }, (_one, index) => `s${index}`)
  const places = Array.from({ length: mostSizesInAll / 500 + 1 }, (_one, index) => ({
    subscriptionId: id,
    region: `region${index}`,
    sizes,
  }))
  const refused = await post(places)
  expect([refused.status, await refused.json()]).toMatchObject([400, { parameter: 'places' }])
})
