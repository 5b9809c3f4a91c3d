import { beforeEach, describe, expect, it, vi } from 'vitest'
import { peerHeader } from './peer'
import { countUnauthenticated, unauthenticatedRefusal } from './unauthenticated-rate-limit'

const guid = '33333333-3333-4333-8333-333333333333'
let now = 1_000

beforeEach(() => {
  Object.assign(process.env, {
    SEALWATCH_SPA_CLIENT_ID: guid,
    SEALWATCH_API_CLIENT_ID: guid,
    SEALWATCH_API_CLIENT_SECRET: 'x',
    SEALWATCH_TENANT: guid,
    SEALWATCH_UNAUTHENTICATED_PER_MINUTE: '30',
  })
  globalThis.sealwatchUnauthenticated = undefined
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})

const from = (peer: string, forwardedFor = '203.0.113.1'): Request =>
  new Request('http://localhost/', { headers: { [peerHeader()]: peer, 'x-forwarded-for': forwardedFor } })

describe('requests without a valid token', () => {
  it('are limited by the address of the connection, for any headers they send, and the limit refills with time', () => {
    for (let request = 0; request < 30; request += 1) {
      expect(unauthenticatedRefusal(from('198.51.100.1', `203.0.113.${request}`))).toBeNull()
      countUnauthenticated(from('198.51.100.1', `203.0.113.${request}`), 'token-invalid')
    }
    const refusal = { code: 'too-many-requests', retryAfterSeconds: 2 }
    expect(unauthenticatedRefusal(from('198.51.100.1', '203.0.113.99'))).toMatchObject(refusal)
    expect(unauthenticatedRefusal(from('::ffff:198.51.100.1'))).toMatchObject(refusal)
    expect(unauthenticatedRefusal(from('198.51.100.2'))).toBeNull()
    now += 2_000
    expect(unauthenticatedRefusal(from('198.51.100.1'))).toBeNull()
  })

  it('are not counted where the token is valid except that it expired', () => {
    for (let request = 0; request < 100; request += 1) countUnauthenticated(from('198.51.100.1'), 'token-expired')
    expect(unauthenticatedRefusal(from('198.51.100.1'))).toBeNull()
  })

  it('share one limit where the address is unknown', () => {
    const unknown = () => new Request('http://localhost/', { headers: { 'x-forwarded-for': '203.0.113.1' } })
    for (let request = 0; request < 30; request += 1) countUnauthenticated(unknown(), 'sign-in-required')
    expect(unauthenticatedRefusal(unknown())).toMatchObject({ code: 'too-many-requests' })
  })
})
