import type { ForeignText, UnknownText } from '@/lib/diagnosis/text/explain-text'
import { isOfSeveral, valueOf, type Fragment, type FragmentRow } from '@/lib/facts/paste/fragments/types'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { formatItems, formatSentences } from '@/lib/i18n/format'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { withValues } from '@/lib/i18n/with-values'
import { quoteOf } from '@/lib/messages/passages'

interface Words {
  readonly language: Language
}

/** A text on one line, of at most 300 characters. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 300 ? `${line.slice(0, 300)}…` : line
}

/** The value behind the words of a finding. */
function valueIn(row: FragmentRow): string {
  const value = valueOf(row)
  return value === null ? '' : ` (${value})`
}

/** What tools and parts of answers show of each volume. */
export function fragmentLines(fragments: readonly Fragment[], { language }: Words): readonly string[] {
  const { fragment, finding, listedTwice } = messages[language].explain
  return fragments.flatMap((part) => {
    const { title, proves, cannot } = fragment[part.kind]
    return [
      '',
      title,
      ...part.rows.map((row) => `  ${row.subject.replace(/:$/, '')}: ${finding[row.finding]}${valueIn(row)}`),
      ...(isOfSeveral(part) ? [`  ${listedTwice}`] : []),
      `  ${proves}`,
      `  ${cannot}`,
    ]
  })
}

/** Texts without an entry, with the known ones that are nearest. */
export function unknownLines(unknown: readonly UnknownText[], words: Words): readonly string[] {
  const { language } = words
  const { unknownTitle, nearest, missing: lacking } = messages[language].explain
  return unknown.slice(0, 5).flatMap(({ text, nearest: near }) => [
    '',
    `${unknownTitle}: ${oneLine(text)}`,
    ...near.map(({ kind, missing }) => {
      const why = missing.length === 0 ? '' : ` (${lacking.replace('{words}', formatItems(language, missing))})`
      return `  ${nearest}: ${quoteOf(kind) ?? kind}${why}`
    }),
  ])
}

/** Messages of other extensions: the last of each. */
export function foreignLines(foreign: readonly ForeignText[], { language }: Words): readonly string[] {
  const { foreignTitle, foreignText } = messages[language].explain
  if (foreign.length === 0) return []
  const last = new Map(foreign.map((each) => [each.extension, each]))
  return [
    '',
    foreignTitle,
    `  ${foreignText}`,
    ...[...last.values()].map(({ extension, text }) => `  ${extension}: ${oneLine(text)}`),
  ]
}

/** Why Azure Disk Encryption does not support the VM. */
export function unsupportedLines(
  { unsupported }: Troubleshooting,
  { remedies, language }: Words & { readonly remedies: Pick<Remedies, 'steps' | 'reasons'> },
): readonly string[] {
  if (unsupported.length === 0) return []
  const reasons = unsupported.map(({ reason, values }) => withValues(remedies.reasons[reason], values))
  return [`  - ${remedies.steps['request-unsupported'].title}`, `    ${formatSentences(language, reasons)}`]
}
