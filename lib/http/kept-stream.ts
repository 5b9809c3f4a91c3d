import 'server-only'
import { isLoadOf } from './load-key'
import { cutOffAnswersTo } from './while-signed-in'

/** A stream goes on for so long without anybody reading it: a connection that dropped may come back. */
const graceMilliseconds = 10_000
/** The lines of a stream that is over stay for so long, for a reader that missed the last of them. */
const overMilliseconds = 60_000
/** Characters of lines kept in this process, of all streams together. */
const mostCharacters = 96_000_000

/**
 * A stream of lines that can be read again from any of them. Lines are fetched from the source only as fast as the
 * fastest reader reads, and once each, however many readers there are.
 */
export class KeptStream {
  readonly #lines: string[] = []
  #forgotten = 0
  #next: Promise<void> | null = null
  #readers = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  characters = 0
  isOver = false

  /**
   * @param source gives the lines
   * @param stop ends the source where nobody came back
   * @param onEnd called once nothing of this stream can be asked for any more
   */
  constructor(
    private readonly source: AsyncIterator<string, unknown, undefined>,
    private readonly stop: () => void,
    private readonly onEnd: () => void,
  ) {}

  /** Whether a reader that has seen so many lines misses none. */
  has(seen: number): boolean {
    return seen >= this.#forgotten && seen <= this.#forgotten + this.#lines.length
  }

  /** Lines after the first `seen`, as they come. Whoever stops reading must say so with `return`. */
  async *read(seen: number): AsyncGenerator<string, void, undefined> {
    this.#readers += 1
    clearTimeout(this.#timer)
    try {
      for (let at = seen; ; at += 1) {
        while (at >= this.#forgotten + this.#lines.length && !this.isOver) await this.#fetch()
        const line = this.#lines[at - this.#forgotten]
        if (line === undefined) return
        yield line
      }
    } finally {
      this.#readers -= 1
      this.#wait()
    }
  }

  /** Gives the memory of all lines back; readers that are further on read on. */
  forget(): void {
    this.#forgotten += this.#lines.length
    this.#lines.length = 0
    this.characters = 0
  }

  /** Ends the source at once; nobody wants the rest. */
  end(): void {
    clearTimeout(this.#timer)
    this.#end()
  }

  #fetch(): Promise<void> {
    this.#next ??= this.#take().finally(() => {
      this.#next = null
    })
    return this.#next
  }

  async #take(): Promise<void> {
    const next = await this.source.next()
    if (next.done === true) {
      this.isOver = true
      return
    }
    this.#lines.push(next.value)
    this.characters += next.value.length
  }

  #wait(): void {
    if (this.#readers > 0) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#end(), this.isOver ? overMilliseconds : graceMilliseconds)
    this.#timer.unref()
  }

  #end(): void {
    if (!this.isOver) this.stop()
    this.isOver = true
    this.forget()
    this.onEnd()
  }
}

declare global {
  // Next bundles each route by itself; signing out, at one of them, ends what another keeps.
  var sealwatchStreams: Map<string, KeptStream> | undefined
}

/** The streams of all people in this process. Each key names its person, so nobody can reach another's. */
const streams = (globalThis.sealwatchStreams ??= new Map<string, KeptStream>())

/** The stream of that key with every line after the first `seen`; undefined where there is none. */
export function keptStream(key: string, seen: number): KeptStream | undefined {
  const stream = streams.get(key)
  return stream?.has(seen) === true ? stream : undefined
}

/** Ends every stream of these keys, as its person asked. */
export function endStreams(isMeant: (key: string) => boolean): void {
  for (const [key, stream] of streams) if (isMeant(key)) stream.end()
}

/** Ends every stream of a person, kept or not; `person` as `personKey` has it. */
export function endStreamsOf(person: string): void {
  cutOffAnswersTo(person)
  endStreams((key) => isLoadOf(key, person))
}

/** Keeps a stream, in the place of what had its key. Where there is too much, what is over goes first, then the oldest. */
export function keepStream(
  key: string,
  source: AsyncIterator<string, unknown, undefined>,
  stop: () => void,
): KeptStream {
  const stream: KeptStream = new KeptStream(source, stop, () => {
    if (streams.get(key) === stream) streams.delete(key)
  })
  streams.delete(key)
  streams.set(key, stream)
  const all = [...streams.values()].sort((left, right) => Number(right.isOver) - Number(left.isOver))
  let characters = all.reduce((sum, each) => sum + each.characters, 0)
  for (const each of all) {
    if (characters <= mostCharacters) break
    characters -= each.characters
    each.forget()
  }
  return stream
}
