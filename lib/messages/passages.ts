import { catalogue } from './catalogue'
import type { TextMatch } from './entry'
import { literalText, type Alternatives } from './literal-text'
import type { MessageKind } from './types'

function textsOf(match: TextMatch, alternatives: Alternatives): readonly string[] {
  switch (match.kind) {
    case 'exact':
      return match.texts
    case 'prefix':
      return [match.text]
    case 'whole':
    case 'start':
      return [literalText(match.pattern, alternatives)]
    case 'contains': {
      const { start } = match
      return [
        ...(start === undefined ? [] : [typeof start === 'string' ? start : literalText(start, alternatives)]),
        ...match.passages,
      ]
    }
    case 'any-of':
      return match.forms.flatMap((form) => textsOf(form, alternatives))
    case 'json':
      return Object.values(match.fields)
  }
}

/**
 * The constant part of a known text, for a user to compare with their own: "resize2fs failed, desired: …". The first of
 * its forms; null where no form has literal words.
 */
export function quoteOf(kind: MessageKind | 'unrecognised'): string | null {
  if (kind === 'unrecognised') return null
  const { match } = catalogue[kind]
  const form = match.kind === 'any-of' ? (match.forms[0] ?? match) : match
  const pieces = textsOf(form, 'first').map((text) => text.trim())
  const shown = form.kind === 'exact' ? pieces.slice(0, 1) : pieces
  const quote = shown.filter((piece) => /\w{3}/.test(piece)).join(' … ')
  return quote === '' ? null : quote
}

/** The literal words of a known text: they lead to it even where only some of them are typed. */
export function passagesOf(kind: MessageKind | 'unrecognised'): string {
  return kind === 'unrecognised' ? '' : textsOf(catalogue[kind].match, 'all').join(' ')
}
