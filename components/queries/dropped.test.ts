// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest'
import { localProblem } from '@/components/providers/api-problem'
import type { FetchApi } from '@/components/providers/fetch-api'
import type { FleetEvent } from '@/lib/contract/fleet'
import { fail, ok } from '@/lib/shared/result'
import { end, fleetRow, rows, start } from '@/lib/views/testing/fleet-rows'
import { readFleet } from './read-fleet'
import { openBody } from './testing/open-body'

describe('a dropped connection', () => {
  const lineOf = (address: string) => Number(new URL(address, 'http://x').searchParams.get('after'))
  const loadOf = (address: string) => new URL(address, 'http://x').searchParams.get('load')
  const names = (events: readonly FleetEvent[]) =>
    events.flatMap((event) => (event.type === 'rows' ? event.rows.map(({ name }) => name) : [event.type]))

  it('is resumed where it stopped: no VM is lost or repeated', async () => {
    const lines = [start(), rows(fleetRow('a')), rows(fleetRow('b')), rows(fleetRow('c')), end()]
    const asked: string[] = []
    const dropping: FetchApi = (path) => {
      asked.push(path)
      const stream = openBody()
      // Two lines, then the connection drops; the page requests the rest again.
      stream.send(...lines.slice(lineOf(path), lineOf(path) + 2))
      if (lineOf(path) + 2 >= lines.length) stream.close()
      else stream.breakOff()
      return Promise.resolve(ok(new Response(stream.body)))
    }
    const events: FleetEvent[] = []
    const problem = await readFleet(
      dropping,
      new AbortController().signal,
      (batch) => void events.push(...batch),
      [1, 1],
    )
    expect(problem).toBeNull()
    expect(asked.map(lineOf)).toEqual([0, 2, 4])
    expect(new Set(asked.map(loadOf)).size).toBe(1)
    expect(names(events)).toEqual(['start', 'a', 'b', 'c', 'end'])
  })

  it('is given up after all retries, with what was read', async () => {
    const stream = openBody()
    stream.send(start(), rows(fleetRow('a')))
    stream.breakOff()
    let asked = 0
    const gone: FetchApi = () => {
      asked += 1
      return Promise.resolve(asked === 1 ? ok(new Response(stream.body)) : fail(localProblem('offline')))
    }
    const events: FleetEvent[] = []
    const problem = await readFleet(gone, new AbortController().signal, (batch) => void events.push(...batch), [1, 1])
    expect(problem?.code).toBe('offline')
    expect(asked).toBe(3)
    expect(names(events)).toEqual(['start', 'a'])
  })

  it('is resumed with the same load after a page reload; after its end the next load is another', async () => {
    const asked: string[] = []
    const leaving = new AbortController()
    const first = openBody()
    const answers = [first]
    const api: FetchApi = (path) => {
      asked.push(path)
      return Promise.resolve(ok(new Response((answers.pop() ?? ended()).body)))
    }
    const ended = () => {
      const stream = openBody()
      stream.send(start(), end())
      stream.close()
      return stream
    }
    first.send(start())
    const left = readFleet(api, leaving.signal, vi.fn())
    await expect.poll(() => asked).toHaveLength(1)
    leaving.abort()
    first.close()
    await left
    await readFleet(api, new AbortController().signal, vi.fn())
    await readFleet(api, new AbortController().signal, vi.fn())
    const [before, reloaded, next] = asked.map(loadOf)
    expect(reloaded).toBe(before)
    expect(next).not.toBe(before)
  })
})
