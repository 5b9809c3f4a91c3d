/** A list of a subscription can be 32 MiB long, as ARM's answers are limited to that. */
const longestLine = 40_000_000

/** A file holds more than its reader takes. */
export class TooLarge extends Error {}

/**
 * The lines of a decompressed file, without their line feeds. Throws where a line or the whole is too long, or the bytes
 * are not UTF-8.
 * @param mostCharacters of the whole: a small file can hold a thousand times its size
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>, mostCharacters: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let total = 0
  let rest: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    total += text.length
    if (total > mostCharacters) throw new TooLarge()
    const parts = text.split('\n')
    for (const part of parts.slice(0, -1)) {
      yield rest.length === 0 ? part : [...rest, part].join('')
      rest = []
      length = 0
    }
    const last = parts.at(-1) ?? ''
    length += last.length
    if (length > longestLine) throw new TooLarge()
    if (last !== '') rest.push(last)
  }
  decoder.decode()
  if (rest.length > 0) yield rest.join('')
}
