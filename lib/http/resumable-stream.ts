import 'server-only'
import { isLoadOf } from './load-key'
import { abortResponsesOf } from './abort-on-sign-out'

/** How long a stream continues without a reader: a lost connection may be restored. */
const graceMilliseconds = 10_000
/** How long the lines of a finished stream are kept, for a reader that missed the last of them. */
const overMilliseconds = 60_000
/** Characters of lines that this process keeps, for all streams together. */
const mostCharacters = 96_000_000

/**
 * A stream of lines that can be read again from any line. Lines are fetched from the source only as fast as the fastest
 * reader reads, and once each, for any number of readers.
 */
export class ResumableStream {
  readonly #lines: string[] = []
  #forgotten = 0
  #next: Promise<void> | null = null
  #readers = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  characters = 0
  isOver = false

  /**
   * @param source gives the lines
   * @param stop ends the source where no reader returned
   * @param onEnd called once, when no reader can resume this stream any more
   * @param work what the source reads, and for which user; null where no other load may share it
   */
  constructor(
    private readonly source: AsyncIterator<string, unknown, undefined>,
    private readonly stop: () => void,
    private readonly onEnd: () => void,
    private readonly work: string | null,
  ) {}

  /** Whether it is still running with that work, and can be read from its first line. */
  canShare(work: string): boolean {
    return this.work === work && !this.isOver && this.has(0)
  }

  /** Whether a reader that has received so many lines can continue without a gap. */
  has(seen: number): boolean {
    return seen >= this.#forgotten && seen <= this.#forgotten + this.#lines.length
  }

  /** Lines after the first `seen`, as they come. A reader that stops early must call `return`. */
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

  /** Frees the memory of all lines; readers that are further ahead continue. */
  forget(): void {
    this.#forgotten += this.#lines.length
    this.#lines.length = 0
    this.characters = 0
  }

  /** Ends the source at once; no reader needs the rest. */
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
  // Next.js bundles each route separately; signing out through one route ends the streams of another.
  var sealwatchStreams: Map<string, ResumableStream> | undefined
}

/** The streams of all users in this process. Each key contains its user, so no user can reach another's. */
const streams = (globalThis.sealwatchStreams ??= new Map<string, ResumableStream>())

/** The stream of that key with every line after the first `seen`; undefined where it does not exist. */
export function resumableStream(key: string, seen: number): ResumableStream | undefined {
  const stream = streams.get(key)
  return stream?.has(seen) === true ? stream : undefined
}

/** Gives a running stream with the same work one more key; undefined where none is running. */
export function shareStream(key: string, work: string): ResumableStream | undefined {
  const stream = [...streams.values()].find((each) => each.canShare(work))
  if (stream !== undefined) streams.set(key, stream)
  return stream
}

/** Removes these keys, as their user asked, and ends every stream that has no other key. */
export function endStreams(isMeant: (key: string) => boolean): void {
  const meant = [...streams].filter(([key]) => isMeant(key))
  for (const [key] of meant) streams.delete(key)
  const shared = new Set(streams.values())
  for (const [, stream] of meant) if (!shared.has(stream)) stream.end()
}

/** Ends every stream of a user, whether a reader is connected or not; `person` in the form of `personKey`. */
export function endStreamsOf(person: string): void {
  abortResponsesOf(person)
  endStreams((key) => isLoadOf(key, person))
}

/**
 * Stores a stream, replacing the one with the same key. Over the limit, finished streams are dropped first, then the
 * oldest.
 */
export function openResumableStream(
  key: string,
  source: AsyncIterator<string, unknown, undefined>,
  stop: () => void,
  work: string | null = null,
): ResumableStream {
  const onEnd = (): void => {
    for (const [known, each] of streams) if (each === stream) streams.delete(known)
  }
  const stream: ResumableStream = new ResumableStream(source, stop, onEnd, work)
  streams.delete(key)
  streams.set(key, stream)
  const all = [...new Set(streams.values())].sort((left, right) => Number(right.isOver) - Number(left.isOver))
  let characters = all.reduce((sum, each) => sum + each.characters, 0)
  for (const each of all) {
    if (characters <= mostCharacters) break
    characters -= each.characters
    each.forget()
  }
  return stream
}
