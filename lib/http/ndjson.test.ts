import { describe, expect, it, vi } from 'vitest'
import { ndjsonStream } from './ndjson'

async function* numbers(upTo: number, seen: number[] = []): AsyncGenerator<number | string, void, undefined> {
  for (let value = 1; value <= upTo; value += 1) {
    seen.push(value)
    yield await Promise.resolve(value)
  }
}

const never = new AbortController().signal

function hooks(breakOff = never) {
  return { onEnd: vi.fn<(lines: number) => void>(), onError: vi.fn(() => 'broken'), onCancel: vi.fn(), breakOff }
}

describe('ndjsonStream', () => {
  it('writes one value per line and ends once', async () => {
    const watched = hooks()
    const stream = ndjsonStream<number | string>({ first: 'a\nb', rest: numbers(2) }, watched)
    expect(await new Response(stream).text()).toBe('"a\\nb"\n1\n2\n')
    expect(watched.onEnd.mock.calls).toEqual([[3]])
  })

  it('fetches no more than is read', async () => {
    const seen: number[] = []
    const stream = ndjsonStream<number | string>({ first: 0, rest: numbers(1000, seen) }, hooks())
    const reader = stream.getReader()
    await reader.read()
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    expect(seen.length).toBeLessThanOrEqual(2)
    await reader.cancel()
  })

  it('breaks off when the server shuts down: it sends no last line, and ends the source', async () => {
    const stopping = new AbortController()
    const watched = hooks(stopping.signal)
    const source = numbers(1000)
    const stream = ndjsonStream<number | string>({ first: 'begin', rest: source }, watched)
    const text = new Response(stream).text()
    stopping.abort()
    expect((await text).split('\n').slice(0, 1)).toEqual(['"begin"'])
    expect(await source.next()).toEqual({ done: true, value: undefined })
    expect(watched.onEnd).toHaveBeenCalledTimes(1)
  })

  it('ends with a last line where the source fails', async () => {
    async function* breaking(): AsyncGenerator<number | string, void, undefined> {
      yield await Promise.resolve(1)
      throw new Error('secret text')
    }
    const watched = hooks()
    const text = await new Response(ndjsonStream<number | string>({ first: 0, rest: breaking() }, watched)).text()
    expect(text).toBe('0\n1\n"broken"\n')
    expect(watched.onEnd).toHaveBeenCalledTimes(1)
  })

  it('ends the source where the reader disconnects', async () => {
    const source = numbers(1000)
    const stopped = vi.spyOn(source, 'return')
    const watched = hooks()
    const stream = ndjsonStream<number | string>({ first: 0, rest: source }, watched)
    await stream.cancel()
    expect(watched.onCancel).toHaveBeenCalledTimes(1)
    expect(watched.onEnd).toHaveBeenCalledTimes(1)
    expect(stopped).toHaveBeenCalledTimes(1)
  })
})
