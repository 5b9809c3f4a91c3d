import { catalogue } from '@/lib/messages/catalogue'
import type { TextMatch } from '@/lib/messages/entry'
import type { GuidedKind } from '@/lib/i18n/guidance/kinds'

/** The letters of a pattern, without its control characters. */
const lettersOf = (pattern: RegExp): string =>
  pattern.source.replace(/\[[^\]]*\]|\\[dDwWsSbB]|\{[\d,]+\}|[\\^$()[\]?*+|]/g, ' ')

function textsOf(match: TextMatch): readonly string[] {
  switch (match.kind) {
    case 'exact':
      return match.texts
    case 'prefix':
      return [match.text]
    case 'whole':
    case 'start':
      return [lettersOf(match.pattern)]
    case 'contains': {
      const { start } = match
      return [...(start === undefined ? [] : [typeof start === 'string' ? start : lettersOf(start)]), ...match.passages]
    }
    case 'any-of':
      return match.forms.flatMap(textsOf)
    case 'json':
      return Object.values(match.fields)
  }
}

/**
 * The constant part of a known text, for a user to compare with their own: "resize2fs failed, desired: …". The first of
 * its forms; null where no form has literal words.
 */
export function quoteOf(kind: GuidedKind): string | null {
  if (kind === 'unrecognised') return null
  const { match } = catalogue[kind]
  const form = match.kind === 'any-of' ? (match.forms[0] ?? match) : match
  const pieces = textsOf(form).map((text) => text.trim().replace(/\s{2,}/g, ' … '))
  const shown = form.kind === 'exact' ? pieces.slice(0, 1) : pieces
  const quote = shown.filter((piece) => /\w{3}/.test(piece)).join(' … ')
  return quote === '' ? null : quote
}

/** The literal words of a known text: they lead to it even where only some of them are typed. */
export function passagesOf(kind: GuidedKind): string {
  return kind === 'unrecognised' ? '' : textsOf(catalogue[kind].match).join(' ')
}
