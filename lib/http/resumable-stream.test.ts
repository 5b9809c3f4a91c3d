import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { endStreams, openResumableStream, resumableStream } from './resumable-stream'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function* counting(upTo: number, asked: number[] = []): AsyncGenerator<string, void, undefined> {
  for (let line = 0; line < upTo; line += 1) {
    asked.push(line)
    yield await Promise.resolve(`line ${line}`)
  }
}

async function take(lines: AsyncGenerator<string, void, undefined>, count: number): Promise<string[]> {
  const taken: string[] = []
  while (taken.length < count) {
    const next = await lines.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  return taken
}

describe('a resumable stream', () => {
  it('continues after the lines that arrived: none is lost and none comes twice', async () => {
    const asked: number[] = []
    const first = openResumableStream('resume', counting(10, asked), vi.fn()).read(0)
    // Five were sent, and two of them were lost with the connection.
    expect(await take(first, 5)).toHaveLength(5)
    await first.return()
    const again = resumableStream('resume', 3)?.read(3)
    expect(await take(again!, 100)).toEqual([3, 4, 5, 6, 7, 8, 9].map((line) => `line ${line}`))
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('is read from its start by a reloaded page, beside the old connection', async () => {
    const stream = openResumableStream('reload', counting(4), vi.fn())
    const old = stream.read(0)
    await take(old, 2)
    expect(await take(resumableStream('reload', 0)!.read(0), 100)).toHaveLength(4)
    expect(await take(old, 100)).toEqual(['line 2', 'line 3'])
  })

  it('fetches no more from its source than is read', async () => {
    const asked: number[] = []
    await take(openResumableStream('slow', counting(1000, asked), vi.fn()).read(0), 3)
    expect(asked).toHaveLength(3)
  })

  it('ends where no reader returns, and not before', async () => {
    const stop = vi.fn()
    const lines = openResumableStream('left', counting(10), stop).read(0)
    await take(lines, 1)
    await lines.return()
    await vi.advanceTimersByTimeAsync(9_000)
    expect(stop).not.toHaveBeenCalled()
    expect(resumableStream('left', 1)).toBeDefined()
    await vi.advanceTimersByTimeAsync(2_000)
    expect(stop).toHaveBeenCalledTimes(1)
    expect(resumableStream('left', 1)).toBeUndefined()
  })

  it('ends at once where its user asks for it, and no other stream with it', async () => {
    const [stop, other] = [vi.fn(), vi.fn()]
    const lines = openResumableStream('["ada","load"]null', counting(10), stop).read(0)
    openResumableStream('["bob","load"]null', counting(10), other)
    await take(lines, 1)
    endStreams((key) => key.startsWith('["ada","load"]'))
    expect([stop.mock.calls.length, other.mock.calls.length]).toEqual([1, 0])
    expect(resumableStream('["ada","load"]null', 1)).toBeUndefined()
    expect(await take(lines, 100)).toEqual([])
  })

  it('is a new stream for another key, and unknown where lines are requested that never existed', () => {
    openResumableStream('mine', counting(1), vi.fn())
    expect(resumableStream('yours', 0)).toBeUndefined()
    expect(resumableStream('mine', 7)).toBeUndefined()
  })
})
