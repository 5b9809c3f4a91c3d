// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFetchApi } from './fetch-api'
import type { TokenOutcome, TokenRequest } from './session-types'

const problem = (code: string, claims: string | null = null) => ({
  code,
  requestId: 'r1',
  retryAfterSeconds: null,
  claims,
  parameter: null,
  azureCodes: [],
  azureVersions: [],
})
const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const token = (text: string): TokenOutcome => ({ kind: 'token', token: text, tenantId: 't' })
const challenge = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'

const fetched = vi.fn<typeof fetch>()
let active = false

beforeEach(() => {
  active = false
  fetched.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('navigator', {
    userActivation: {
      get isActive() {
        return active
      },
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

function api(...outcomes: TokenOutcome[]) {
  const acquire = vi.fn<(request: TokenRequest) => Promise<TokenOutcome>>()
  for (const outcome of outcomes) acquire.mockResolvedValueOnce(outcome)
  return { acquire, fetchApi: createFetchApi(acquire) }
}

describe('fetchApi', () => {
  it("sends the token only to the product's own API", async () => {
    fetched.mockResolvedValue(answer(200, {}))
    const { fetchApi } = api(token('a'))
    expect((await fetchApi('/api/v1/x', { headers: { accept: 'application/json' } })).ok).toBe(true)
    const [url, init] = fetched.mock.calls[0]!
    expect(url).toBe(`${window.location.origin}/api/v1/x`)
    expect(new Headers(init?.headers).get('authorization')).toBe('Bearer a')
    expect(new Headers(init?.headers).get('accept')).toBe('application/json')
  })

  it.each(['https://evil.example/api/x', '//evil.example/api/x', '/other', '/api/../secret'])(
    'refuses %s',
    async (path) => {
      const { fetchApi, acquire } = api()
      expect(await fetchApi(path)).toMatchObject({ ok: false, failure: { code: 'request-invalid' } })
      expect(acquire).not.toHaveBeenCalled()
      expect(fetched).not.toHaveBeenCalled()
    },
  )

  it('answers a claims challenge once', async () => {
    fetched.mockResolvedValueOnce(answer(401, problem('claims-challenge', btoa(challenge))))
    fetched.mockResolvedValueOnce(answer(200, {}))
    const { fetchApi, acquire } = api(token('a'), token('b'))
    expect((await fetchApi('/api/x')).ok).toBe(true)
    expect(acquire.mock.calls[1]![0]).toMatchObject({ claims: challenge })
  })

  it('lets the user consent once, and reports a consent that did not help', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer(403, problem('consent-required'))))
    const { fetchApi, acquire } = api(token('a'), { kind: 'failed', code: 'consent-required' })
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'consent-required' } })
    expect(acquire.mock.calls[1]![0]).toMatchObject({ consent: true, mayLeave: true })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('does not loop: a second challenge is the answer', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer(401, problem('claims-challenge', btoa(challenge)))))
    const { fetchApi } = api(token('a'), token('b'))
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'claims-challenge' } })
    expect(fetched).toHaveBeenCalledTimes(2)
  })

  it.each(['not base64!', btoa('not json'), null])('returns a challenge that it cannot parse: %s', async (claims) => {
    fetched.mockResolvedValueOnce(answer(401, problem('claims-challenge', claims)))
    const { fetchApi } = api(token('a'))
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'claims-challenge' } })
    expect(fetched).toHaveBeenCalledTimes(1)
  })

  it('requests a new token when the first was refused', async () => {
    fetched.mockResolvedValueOnce(answer(401, problem('token-expired')))
    fetched.mockResolvedValueOnce(answer(200, {}))
    const { fetchApi, acquire } = api(token('a'), token('b'))
    expect((await fetchApi('/api/x')).ok).toBe(true)
    expect(acquire.mock.calls[1]![0]).toMatchObject({ fresh: true })
  })

  it('leaves the page only before the first answer or right after a user action', async () => {
    fetched.mockImplementation(() => Promise.resolve(answer(200, {})))
    const { fetchApi, acquire } = api(token('a'), token('a'), token('a'))
    await fetchApi('/api/x')
    await fetchApi('/api/x')
    active = true
    await fetchApi('/api/x')
    expect(acquire.mock.calls.map(([request]) => request.mayLeave)).toEqual([true, false, true])
  })

  it('distinguishes offline from cancelled', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const { fetchApi } = api(token('a'), token('a'))
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'offline' } })
    fetched.mockRejectedValueOnce(new DOMException('', 'AbortError'))
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  })

  it('classifies an unreadable failure by its status', async () => {
    fetched.mockResolvedValueOnce(new Response('<html>', { status: 502 }))
    const { fetchApi } = api(token('a'), token('a'))
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'internal' } })
  })

  it('returns the reason when there is no token', async () => {
    const { fetchApi } = api({ kind: 'failed', code: 'entra-down' })
    expect(await fetchApi('/api/x')).toMatchObject({ ok: false, failure: { code: 'entra-down' } })
    expect(fetched).not.toHaveBeenCalled()
  })
})
