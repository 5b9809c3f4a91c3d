/**
 * The decoder for a text whose first bytes are given. Windows PowerShell writes UTF-16 when its output is redirected to a
 * file, with a byte order mark at the start.
 */
export function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder('utf-16le')
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8')
}

/** The text of a whole file. */
export const decodeText = (bytes: Uint8Array): string => decoderFor(bytes).decode(bytes)
