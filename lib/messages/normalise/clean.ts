/** The part of a paste's line that is read: an answer of ARM is one line. The rest of a longer line is ignored. */
export const lineLimit = 1_000_000

const escape = String.fromCharCode(0x1b)
const ansi = new RegExp(`${escape}\\[[0-?]{0,16}[ -/]{0,2}[@-~]`, 'g')
/** The same after a copy that lost the escape character. */
const ansiRest = /\[(?:\d{1,3}(?:;\d{1,3}){0,3}m|2K)/g
// Zero-width characters, direction and byte-order marks, soft hyphens, and what UTF-16 leaves between letters.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const zero = String.fromCharCode(0)
/** Every blank of Unicode that ends no line; copies from mails, chats and pages contain them in place of a plain one. */
const blanks = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\f\v]|&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/gi
const singleQuotes = /[\u2018\u2019\u201A\u2032]/g
const doubleQuotes = /[\u201C\u201D\u201E\u2033]/g
const fullWidth = /[\uFF01-\uFF5E]/g
const entity = /&(?:quot|apos|amp|lt|gt|nbsp|#39|#34|#x27|#x22|#10|#xa);/gi
const tags = /<\/?(?:br|span|p|code|pre|div|b|em|strong)(?: [^<>\n]{0,120})?\/?>/gi

const entities: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#x22;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&#x27;': "'",
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#10;': '\n',
  '&#xa;': '\n',
}

/** A text in which every blank is a plain one, so that each rule finds its words. Line ends and tabs stay. */
export const withPlainBlanks = (text: string): string => text.replace(blanks, ' ')

/** Decodes one level of HTML or XML entities. */
export const decoded = (text: string): string => text.replace(entity, (found) => entities[found.toLowerCase()] ?? found)

/**
 * A line without the artefacts of copying: colours, bytes of encodings, HTML, typographic and full-width characters.
 * Keeps every letter of the message itself. Linear in the line, of which 1,000,000 characters are read; never throws.
 */
export function cleanLine(line: string): string {
  const read = line.length > lineLimit ? line.slice(0, lineLimit) : line
  // Almost every line is plain ASCII without a mark: nothing to do.
  if (/^[\t\x20-\x25\x27-\x3b\x3d-\x5a\x5c-\x7e]*$/.test(read)) return read
  const plain = withPlainBlanks(read)
    .replaceAll(zero, '')
    .replace(ansi, '')
    .replace(ansiRest, '')
    .replace(invisible, '')
    .replace(fullWidth, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
  const decodedText = plain.includes('&') ? decoded(decoded(plain)) : plain
  return decodedText
    .replace(tags, (tag) => (/^<\/?br/i.test(tag) ? '\n' : ''))
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
}

/** The lines of a text, with any kind of line end. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}
