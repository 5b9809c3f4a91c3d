/** A run of unchanged text, or one character that would be invisible or would change how the text is shown. */
export type GuestTextPart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'hidden'; readonly code: string }

/**
 * Terminal colour and cursor sequences (ECMA-48, https://ecma-international.org/publications-and-standards/standards/ecma-48/):
 * they contain no text, so they are removed.
 */
// oxlint-disable-next-line no-control-regex -- the point is to find control characters
const terminalSequence = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]{0,256}(?:\u0007|\u001b\\)|[@-Z\\-_])/g

/**
 * Control characters, direction marks and overrides (Unicode TR 9, https://www.unicode.org/reports/tr9/), zero-width
 * characters, fillers, tags and variation selectors. Line feed and tab are kept.
 */
const hiddenCharacter =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u115f\u1160\u3164\uffa0\u2800]|\u034f|\u17b4|\u17b5|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u

/**
 * Makes a text from inside a VM safe to display: invisible characters become visible, no character changes the reading
 * direction, nothing is interpreted. Line ends become line feeds.
 * @param raw Text as Azure returned it.
 * @param limit Most characters to keep.
 */
export function guestText(
  raw: string,
  limit: number,
): { readonly parts: readonly GuestTextPart[]; readonly cut: boolean } {
  const text = raw.slice(0, limit).replace(terminalSequence, '').replace(/\r\n?/g, '\n')
  const parts: GuestTextPart[] = []
  let plain = ''
  const flush = () => {
    if (plain !== '') parts.push({ kind: 'text', text: plain })
    plain = ''
  }
  for (const character of text) {
    if (character === '\n' || character === '\t' || !hiddenCharacter.test(character)) {
      plain += character
      continue
    }
    flush()
    parts.push({ kind: 'hidden', code: (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0') })
  }
  flush()
  return { parts, cut: raw.length > limit }
}

/** The same as one line and one string: hidden characters are left out, runs of white space become one space. */
export function guestLine(raw: string, limit: number): string {
  const { parts, cut } = guestText(raw, limit)
  const line = parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
  return line.replace(/\s+/g, ' ').trim() + (cut ? '…' : '')
}
