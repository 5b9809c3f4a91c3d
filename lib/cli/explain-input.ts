import { decoderFor } from '@/lib/shared/decode-text'

/** Bytes as Node's streams give them. */
export type Bytes = AsyncIterable<Uint8Array | string>

/** A larger text is not the answer for a VM; the rest of it is not read. */
export const inputLimit = 8 * 1024 * 1024

const toBytes = (chunk: Uint8Array | string): Uint8Array =>
  typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk

/** Decodes a stream chunk by chunk; the first chunk has at least the two bytes of a possible byte-order mark. */
async function* decode(input: Bytes): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let held: readonly number[] = []
  for await (const chunk of input) {
    const bytes = held.length === 0 ? toBytes(chunk) : Uint8Array.from([...held, ...toBytes(chunk)])
    held = []
    if (decoder === null && bytes.length < 2) {
      held = [...bytes]
      continue
    }
    decoder ??= decoderFor(bytes)
    yield decoder.decode(bytes, { stream: true })
  }
  yield (decoder ?? decoderFor(Uint8Array.from(held))).decode(Uint8Array.from(held))
}

/** The whole text; `null` where it exceeds the limit. */
export async function readText(input: Bytes): Promise<string | null> {
  const parts: string[] = []
  let length = 0
  for await (const part of decode(input)) {
    length += part.length
    if (length > inputLimit) return null
    parts.push(part)
  }
  return parts.join('')
}

/**
 * Splits a stream of texts into lines without ever holding more of a line than the limit; `null` marks a longer one.
 */
class LineCutter {
  private parts: string[] = []
  private length = 0

  /** Takes a text and returns the lines that it completes. */
  push(text: string): readonly (string | null)[] {
    const lines: (string | null)[] = []
    let start = 0
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      this.add(text.slice(start, end))
      lines.push(this.take())
      start = end + 1
    }
    this.add(text.slice(start))
    return lines
  }

  /** The last line, which has no line end; `undefined` without one. */
  rest(): string | null | undefined {
    return this.length === 0 ? undefined : this.take()
  }

  private add(part: string): void {
    this.length += part.length
    if (this.length > inputLimit) this.parts = []
    else this.parts.push(part)
  }

  private take(): string | null {
    const line = this.length > inputLimit ? null : this.parts.join('').replace(/\r$/, '')
    this.parts = []
    this.length = 0
    return line
  }
}

/** The lines of a text, one by one; `null` for one that exceeds the limit. */
export async function* readLines(input: Bytes): AsyncGenerator<string | null> {
  const cutter = new LineCutter()
  for await (const text of decode(input)) yield* cutter.push(text)
  const rest = cutter.rest()
  if (rest !== undefined) yield rest
}
