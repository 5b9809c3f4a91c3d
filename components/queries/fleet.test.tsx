// @vitest-environment jsdom
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, configure, render, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localProblem } from '@/components/providers/api-problem'
import type { FetchApi } from '@/components/providers/fetch-api'
import { shouldRetry } from '@/components/providers/query-provider'
import type { FleetEvent } from '@/lib/contract/fleet'
import { fail, ok } from '@/lib/shared/result'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'
import { setAutoRefreshPaused } from './auto-refresh'
import { paceOf } from './fleet-pace'
import { FleetStateProvider } from './fleet-state'
import { linesOf } from './lines'
import { readFleet } from './read-fleet'
import { openBody } from './testing/open-body'
import { useFleet } from './use-fleet'
import { useKeptFleet } from './use-kept-fleet'

// Only ends tests that hang; no test measures it.
configure({ asyncUtilTimeout: 300_000 })

const session = { status: 'signed-in', tenantId: 't1', account: { homeAccountId: 'a1' } }
let fetchApi: FetchApi
vi.mock('@/components/providers/session-context', () => ({ useSession: () => session, useIsLocal: () => false }))
vi.mock('@/components/providers/use-api', () => ({
  useApi: () => ({ fetchApi: (...args: Parameters<FetchApi>) => fetchApi(...args) }),
}))

const answering =
  (body: ReadableStream<Uint8Array>): FetchApi =>
  () =>
    Promise.resolve(ok(new Response(body)))
const error = {
  code: 'arm-down' as const,
  requestId: 'r',
  retryAfterSeconds: null,
  claims: null,
  parameter: null,
  azureCodes: [],
  azureVersions: [],
}

afterEach(() => {
  cleanup()
  setAutoRefreshPaused(false)
  vi.useRealTimers()
})

describe('lines of a stream', () => {
  const collect = async (pieces: Uint8Array[]) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece)
        controller.close()
      },
    })
    const lines: string[] = []
    for await (const line of linesOf(body, 1000)) lines.push(line)
    return lines
  }

  it('are complete, wherever the chunks were split', async () => {
    const bytes = new TextEncoder().encode('{"a":"暗号化"}\n\n{"b":1}\n{"c":2}')
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(await collect([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(['{"a":"暗号化"}', '{"b":1}', '{"c":2}'])
    }
  })

  it('are complete where a busy page gets many at once', async () => {
    // Not a power of two: characters are cut wherever parts are.
    const many = Array.from({ length: 9001 }, (_unused, index) => `{"name":"暗号化-${index}"}`)
    expect(await collect([new TextEncoder().encode(many.join('\n'))])).toEqual(many)
  })

  it('end with an error after silence', async () => {
    const { body } = openBody()
    await expect(linesOf(body, 10).next()).rejects.toThrow('silent')
  })
})

describe('reading the fleet once', () => {
  it('delivers the first rows at once and the rest at most twice a second', async () => {
    vi.useFakeTimers()
    const stream = openBody()
    const batches: (readonly FleetEvent[])[] = []
    const done = readFleet(answering(stream.body), new AbortController().signal, (events) => void batches.push(events))
    stream.send(start())
    await vi.advanceTimersByTimeAsync(1)
    stream.send(rows(fleetRow('a')))
    await vi.advanceTimersByTimeAsync(1)
    expect(batches.flat().map((event) => event.type)).toEqual(['start', 'rows'])
    stream.send(rows(fleetRow('b')))
    stream.send(rows(fleetRow('c')))
    await vi.advanceTimersByTimeAsync(400)
    expect(batches).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(200)
    expect(batches).toHaveLength(3)
    stream.send(end())
    stream.close()
    expect(await done).toBeNull()
    expect(batches.flat()).toHaveLength(5)
  })

  it('names the problem and keeps what was read before it', async () => {
    const read = async (fill: (stream: ReturnType<typeof openBody>) => void) => {
      const stream = openBody()
      const events: FleetEvent[] = []
      fill(stream)
      const problem = await readFleet(
        answering(stream.body),
        new AbortController().signal,
        (batch) => void events.push(...batch),
        [],
      )
      return { code: problem?.code, events: events.length }
    }
    const endless = await read((stream) => {
      stream.send(start())
      stream.close()
    })
    const failed = await read((stream) => {
      stream.send(start(), { type: 'failure', error })
      stream.close()
    })
    const strange = await read((stream) => {
      stream.raw('{"type":"start"}\n')
      stream.close()
    })
    const html = await read((stream) => {
      stream.raw('<html>\n')
      stream.close()
    })
    const broken = await read((stream) => {
      stream.breakOff()
    })
    expect(endless).toEqual({ code: 'offline', events: 1 })
    expect(failed).toEqual({ code: 'arm-down', events: 2 })
    expect(strange).toEqual({ code: 'internal', events: 0 })
    expect(html).toEqual({ code: 'internal', events: 0 })
    expect(broken.code).toBe('offline')
  })

  it('returns a refusal', async () => {
    const refused: FetchApi = () => Promise.resolve(fail(localProblem('tenant-not-allowed')))
    expect((await readFleet(refused, new AbortController().signal, vi.fn()))?.code).toBe('tenant-not-allowed')
  })
})

describe('useFleet', () => {
  let client: QueryClient
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <FleetStateProvider>{children}</FleetStateProvider>
    </QueryClientProvider>
  )
  beforeEach(() => {
    client = new QueryClient({ defaultOptions: { queries: { retry: shouldRetry, retryDelay: 1 } } })
  })

  it('shows rows while the load is running, and aborts it when the page is closed', async () => {
    const stream = openBody()
    let signal: AbortSignal | null | undefined
    fetchApi = (_path, init) => {
      signal = init?.signal
      return Promise.resolve(ok(new Response(stream.body)))
    }
    const hook = renderHook(() => useFleet(), { wrapper })
    stream.send(start(), rows(fleetRow('a')))
    await waitFor(() => expect(hook.result.current.fleet.entries).toHaveLength(1))
    expect(hook.result.current.isReading).toBe(true)
    hook.unmount()
    expect(signal?.aborted).toBe(true)
    const again = renderHook(() => useFleet(), { wrapper })
    expect(again.result.current.fleet.entries).toHaveLength(1)
    expect(again.result.current.isReading).toBe(true)
  })

  it('keeps the last good rows when a refresh fails, with the cause', async () => {
    const first = openBody()
    fetchApi = answering(first.body)
    const hook = renderHook(() => useFleet(), { wrapper })
    first.send(start(), rows(fleetRow('a')), end())
    first.close()
    await waitFor(() => expect(hook.result.current.isReading).toBe(false))
    const calls = vi.fn()
    fetchApi = (...args) => {
      calls(args[0])
      return Promise.resolve(fail({ ...error, code: 'sign-in-expired' as const }))
    }
    act(() => hook.result.current.refresh())
    await waitFor(() => expect(hook.result.current.problem?.code).toBe('sign-in-expired'))
    expect(calls).toHaveBeenCalledTimes(1)
    expect(hook.result.current.fleet.entries).toHaveLength(1)
    expect(hook.result.current.fleet.load).toMatchObject({ phase: 'failed', failure: { code: 'sign-in-expired' } })
  })

  it('does not read in a hidden tab, and reads when the tab becomes visible again', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    let asked = 0
    fetchApi = () => {
      asked += 1
      const stream = openBody()
      stream.send(start(), rows(fleetRow('a', { state: 'encrypting' })), end())
      stream.close()
      return Promise.resolve(ok(new Response(stream.body)))
    }
    const hook = renderHook(() => useFleet(), { wrapper })
    await waitFor(() => expect(hook.result.current.fleet.settledAt).not.toBeNull())
    focusManager.setFocused(false)
    await act(() => vi.advanceTimersByTimeAsync(5 * 60_000))
    expect(asked).toBe(1)
    act(() => focusManager.setFocused(true))
    await waitFor(() => expect(asked).toBe(2))
    focusManager.setFocused(undefined)
  })

  it('shows one state in every part of the page, at each change of the page', async () => {
    const stream = openBody()
    fetchApi = answering(stream.body)
    const Page = () => useFleet().fleet.entries.length
    const Badge = () => useKeptFleet().fleet.entries.length
    const { container } = render(
      <>
        <b>
          <Badge />
        </b>
        <p>
          <Page />
        </p>
      </>,
      { wrapper },
    )
    const seen = new Set<string>()
    new MutationObserver(() => void seen.add(container.textContent)).observe(container, {
      characterData: true,
      childList: true,
      subtree: true,
    })
    stream.send(start(), rows(fleetRow('a')))
    await waitFor(() => expect(container.textContent).toBe('11'))
    stream.send(rows(fleetRow('b'), fleetRow('c')), end())
    stream.close()
    await waitFor(() => expect(container.textContent).toBe('33'))
    expect([...seen]).toEqual(['11', '33'])
  })

  it('can be stopped by the user', async () => {
    const stream = openBody()
    const asked: string[] = []
    fetchApi = (path, init) => {
      asked.push(`${init?.method ?? 'GET'} ${path}`)
      if (init?.method === 'DELETE') return Promise.resolve(ok(new Response(null, { status: 204 })))
      return answering(stream.body)(path, init)
    }
    const hook = renderHook(() => useFleet(), { wrapper })
    stream.send(start(), rows(fleetRow('a')))
    await waitFor(() => expect(hook.result.current.fleet.entries).toHaveLength(1))
    act(() => hook.result.current.stop())
    // The server is informed at once, by the id of the load; the next load is another.
    const load = /load=([-0-9a-f]+)/.exec(asked[0] ?? '')?.[1] ?? ''
    expect(asked[1]).toBe(`DELETE /api/v1/fleet?load=${load}`)
    expect(sessionStorage.getItem('sealwatch.running-load')).toBeNull()
    await waitFor(() => expect(hook.result.current.isReading).toBe(false))
    expect(hook.result.current.fleet.load.failure?.code).toBe('cancelled')
    expect(hook.result.current.fleet.entries).toHaveLength(1)
  })
})

describe('the refresh interval', () => {
  it('follows what is in motion, and stops when only a user can help', async () => {
    const { applyFleetEvents } = await import('@/lib/views/fleet-merge')
    const { emptyFleet } = await import('@/lib/views/fleet-model')
    const resting = applyFleetEvents(emptyFleet, [start(), rows(fleetRow('a')), end()])
    const moving = applyFleetEvents(resting, [rows(fleetRow('b', { state: 'encrypting' }))])
    expect(paceOf(resting, null)).toBe(300_000)
    expect(paceOf(moving, null)).toBe(30_000)
    expect(paceOf(applyFleetEvents(emptyFleet, [start(), end(false)]), null)).toBe(60_000)
    expect(paceOf(moving, localProblem('sign-in-required'))).toBeNull()
    expect(shouldRetry(0, new Error('x'))).toBe(true)
  })
})
