import { describe, expect, it, vi } from 'vitest'
import { ok } from '@/lib/shared/result'
import { TokenCache } from './token-cache'

const hour = 3_600_000
const never = new AbortController().signal

function setup(capacity = 3) {
  const clock = { now: 0 }
  const cache = new TokenCache(capacity, () => clock.now)
  const exchange = vi.fn(() =>
    Promise.resolve(ok({ token: `t${exchange.mock.calls.length}`, expiresAt: clock.now + hour })),
  )
  return { clock, cache, exchange }
}

describe('TokenCache', () => {
  it('makes one exchange for concurrent requests and for those that follow', async () => {
    const { cache, exchange } = setup()
    const together = await Promise.all([1, 2, 3].map(() => cache.get('a', hour, exchange, never)))
    await cache.get('a', hour, exchange, never)
    expect(exchange).toHaveBeenCalledTimes(1)
    expect(new Set(together.map((result) => result.ok && result.value.token)).size).toBe(1)
  })

  it('never serves the token of one key for another', async () => {
    const { cache, exchange } = setup()
    const a = await cache.get('a', hour, exchange, never)
    const b = await cache.get('b', hour, exchange, never)
    expect(a).not.toEqual(b)
  })

  it('expires with the incoming token, and a minute before the exchanged one', async () => {
    const { cache, exchange, clock } = setup()
    await cache.get('a', 2 * hour, exchange, never)
    clock.now = hour - 60_001
    await cache.get('a', 2 * hour, exchange, never)
    expect(exchange).toHaveBeenCalledTimes(1)
    clock.now = hour - 60_000
    await cache.get('a', 2 * hour, exchange, never)
    expect(exchange).toHaveBeenCalledTimes(2)
    clock.now = 2 * hour
    expect(await cache.get('a', 2 * hour, exchange, never)).toEqual({
      ok: false,
      failure: { code: 'token-expired', claims: null },
    })
    expect(cache.size).toBe(0)
  })

  it('stays within its bound', async () => {
    const { cache, exchange } = setup(3)
    for (const key of ['a', 'b', 'c', 'd', 'e']) await cache.get(key, hour, exchange, never)
    expect(cache.size).toBe(3)
  })

  it('exchanges again after ARM refused a token', async () => {
    const { cache, exchange } = setup()
    await cache.get('a', hour, exchange, never)
    cache.drop('a')
    await cache.get('a', hour, exchange, never)
    expect(exchange).toHaveBeenCalledTimes(2)
  })

  it('lets one waiter give up without cancelling the exchange for the others', async () => {
    const { cache } = setup()
    const leaving = new AbortController()
    let finish: (value: ReturnType<typeof ok<{ token: string; expiresAt: number }>>) => void = () => undefined
    const slow = () =>
      new Promise<ReturnType<typeof ok<{ token: string; expiresAt: number }>>>((resolve) => (finish = resolve))
    const first = cache.get('a', hour, slow, leaving.signal)
    const second = cache.get('a', hour, slow, never)
    leaving.abort()
    expect(await first).toEqual({ ok: false, failure: { code: 'cancelled', claims: null } })
    finish(ok({ token: 'late', expiresAt: hour }))
    expect(await second).toMatchObject({ ok: true, value: { token: 'late' } })
  })
})
