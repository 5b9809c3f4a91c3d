import { afterAll, beforeAll, expect, it } from 'vitest'
import { GET } from '@/app/deployment/route'
import { deploymentSchema } from '@/lib/contract/deployment'
import { startStack, type Stack } from '../faults/support'
import { productApi, productSpa } from '../simulator/names'

let stack: Stack
beforeAll(async () => {
  stack = await startStack()
})
afterAll(() => stack.stop())

it('returns what the sign-in page shows to all, the number of forwarded addresses, and no secret', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.1, 192.0.2.2, 203.0.113.9' }
  const request = new Request('http://localhost/deployment', { headers })
  const response = await GET(request, { params: Promise.resolve({}) })
  const text = await response.text()
  expect(deploymentSchema.parse(JSON.parse(text))).toMatchObject({
    product: 'sealwatch',
    authorityHost: stack.server,
    armEndpoint: stack.server,
    spaClientId: productSpa.clientId,
    apiScope: `${productApi.identifierUri}/${productApi.scope}`,
    forwardedFor: 3,
    proxies: 0,
  })
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(text).not.toContain(productApi.clientSecret)
})
