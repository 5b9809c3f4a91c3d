import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AccessToken } from '@/lib/auth/access-token'
import type { Caller } from '@/lib/auth/caller'
import { admitRequest } from './request-limit'

const tenant = '11111111-1111-4111-8111-111111111111'
const person = (objectId: string, tenantId = tenant): Caller => ({
  cloud: 'public',
  tenantId,
  objectId,
  roles: [],
  accessToken: new AccessToken('a.b.c'),
  expiresAt: 0,
})
const [aiko, ben] = [person('aiko'), person('ben')]
let now = 1_000.25

beforeEach(() => {
  Object.assign(process.env, {
    SEALWATCH_SPA_CLIENT_ID: '22222222-2222-4222-8222-222222222222',
    SEALWATCH_API_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
    SEALWATCH_API_CLIENT_SECRET: 'not-a-real-secret',
    SEALWATCH_TENANT: tenant,
    SEALWATCH_REQUESTS_PER_MINUTE: '90',
  })
  globalThis.sealwatchRequests = undefined
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.restoreAllMocks()
})

describe('requests of one user', () => {
  it('get headers with what is left, then are refused with the seconds to wait, while other users are admitted', () => {
    for (let request = 1; request <= 90; request += 1) {
      expect(admitRequest(aiko)).toMatchObject({ refusal: null })
    }
    const refused = admitRequest(aiko)
    expect(refused.refusal).toMatchObject({ code: 'too-many-requests', retryAfterSeconds: 1 })
    expect(refused.headers).toEqual({ 'ratelimit-policy': '"person";q=90;w=60', ratelimit: '"person";r=0;t=60' })
    expect(admitRequest(ben).headers['ratelimit']).toBe('"person";r=89;t=1')
    expect(admitRequest(person('aiko', '99999999-9999-4999-8999-999999999999')).refusal).toBeNull()
    now += 1_000
    expect(admitRequest(aiko).refusal).toBeNull()
    expect(admitRequest(aiko).refusal).toMatchObject({ code: 'too-many-requests' })
  })

  it('cost nothing where they are refused, and do not follow a clock that is set back', () => {
    for (let request = 0; request < 500; request += 1) admitRequest(aiko)
    const setBack = vi.spyOn(Date, 'now').mockReturnValue(0)
    now += 60_000
    expect(admitRequest(aiko).headers['ratelimit']).toBe('"person";r=89;t=1')
    setBack.mockRestore()
  })
})
