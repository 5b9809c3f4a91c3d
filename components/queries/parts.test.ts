// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import type { FetchApi } from '@/components/providers/fetch-api'
import { ok } from '@/lib/shared/result'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'
import { readFleet } from './read-fleet'
import { openBody } from './testing/open-body'

afterEach(() => {
  vi.useRealTimers()
})

it('passes thousands of rows in parts, which become due together', async () => {
  vi.useFakeTimers()
  const stream = openBody()
  const answer: FetchApi = () => Promise.resolve(ok(new Response(stream.body)))
  const parts: { readonly rows: number; readonly isDue: boolean }[] = []
  const done = readFleet(answer, new AbortController().signal, (events, isDue) => {
    parts.push({ rows: events.flatMap((event) => (event.type === 'rows' ? event.rows : [])).length, isDue })
  })
  stream.send(start(), rows(fleetRow('first')))
  await vi.advanceTimersByTimeAsync(1)
  parts.length = 0
  const hundred = rows(...Array.from({ length: 100 }, (_none, index) => fleetRow(`vm-${index}`)))
  stream.send(...Array.from({ length: 12 }, () => hundred))
  await vi.advanceTimersByTimeAsync(100)
  expect(parts).toEqual([
    { rows: 500, isDue: false },
    { rows: 500, isDue: false },
  ])
  await vi.advanceTimersByTimeAsync(500)
  expect(parts.at(-1)).toEqual({ rows: 200, isDue: true })
  // Also where the last part is full: the end shows what was merged before.
  stream.send(...Array.from({ length: 5 }, () => hundred), end())
  stream.close()
  await vi.advanceTimersByTimeAsync(1)
  expect(await done).toBeNull()
  expect(parts.at(-2)).toEqual({ rows: 500, isDue: false })
  expect(parts.at(-1)).toEqual({ rows: 0, isDue: true })
})
