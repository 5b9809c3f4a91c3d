import type { UnreadCode } from './errors'

/** How files that gzip has compressed begin, decoded as text. */
export const gzipStart = '\u001f\ufffd'
/** How compressed files begin, decoded as text: gzip, zip, xz. */
const compressedStarts = [gzipStart, 'PK\u0003\u0004', '\ufffd7zXZ']

/** Within this many characters, the first line of a bundle names its format. */
const headerLength = 300

/**
 * Which other kind of file a text is, by its beginning; null where it may be read. A bundle is a whole fleet as requests
 * and answers: its parts alone would show less than they do together.
 */
export function otherFileOf(text: string): Extract<UnreadCode, 'compressed' | 'bundle'> | null {
  if (compressedStarts.some((start) => text.startsWith(start))) return 'compressed'
  return text.startsWith('{') && text.slice(0, headerLength).includes('"sealwatch-bundle"') ? 'bundle' : null
}
