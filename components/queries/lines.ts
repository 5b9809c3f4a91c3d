/** Most characters of one line: the server sends about 60,000. */
const longestLine = 8_000_000

/**
 * Bytes decoded at once. While the page was busy, browsers collect megabytes into one chunk, and decoding those would
 * keep it busy further.
 */
const decodedAtOnce = 65_536

function* partsOf(bytes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += decodedAtOnce) yield bytes.subarray(at, at + decodedAtOnce)
}

/** A line without end, or a stream that stays silent although the server sends heartbeats. */
export class BrokenStream extends Error {}

/** The next chunk of a stream, or an error after this many milliseconds of silence. */
async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, silenceMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BrokenStream('silent')), silenceMs)
  })
  try {
    return await Promise.race([reader.read(), silence])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The lines of a stream of UTF-8 text, each as soon as it is complete.
 * @param silenceMs longest silence before the stream counts as broken
 */
export async function* linesOf(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let over = false
  try {
    for (;;) {
      const piece = await readWithin(reader, silenceMs)
      over = piece.done
      if (piece.done) break
      for (const part of partsOf(piece.value)) {
        rest += decoder.decode(part, { stream: true })
        const lines = rest.split('\n')
        rest = lines.pop() ?? ''
        if (rest.length > longestLine) throw new BrokenStream('line too long')
        for (const line of lines) if (line.trim() !== '') yield line
      }
    }
    rest += decoder.decode()
    if (rest.trim() !== '') yield rest
  } finally {
    // A finished stream needs no cancelling: the browser would count the request as aborted.
    if (!over) await reader.cancel().catch(() => undefined)
  }
}
