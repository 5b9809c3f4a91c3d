import { carriedLines } from './carried'
import { cleanLine } from './clean'
import { decorations, type Decoration, type DecorationId } from './decorations'

/** A line without its decorations, and what they told. */
export interface StrippedLine {
  readonly text: string
  /** The same with quotes around it, if present: they can belong to a message that is broken over lines. */
  readonly quoted: string
  /** From the outside in. */
  readonly layers: readonly DecorationId[]
  readonly role: 'text' | 'head' | 'continuation' | 'command' | 'dropped'
  /** What a line of a status report or of an error record is labelled with. */
  readonly label: string | null
}

/** More than any real line has; a hostile one is left at that. */
const layerLimit = 14
const window = 600
/** One level can occur twice: the log of a pod inside the log of a job. */
const sameLimit = 2

const closing = /(?:`{1,2}|\*\*)$/

function labelOf({ id }: Decoration, found: string): string | null {
  if (id === 'status-report') return /\] (\w{1,12})/.exec(found)?.[1] ?? null
  if (id === 'record-field' || id === 'sdk-label') return found.trim().replace(/ ?:$/, '')
  return id === 'code-head' ? found.trim().slice(1, -1) : null
}

function findFirst(
  text: string,
  layers: readonly DecorationId[],
  table: readonly Decoration[],
): { by: Decoration; found: string } | null {
  const head = text.slice(0, window)
  for (const by of table) {
    const found = by.pattern.exec(head)?.[0]
    if (found === undefined || found === '') continue
    if (layers.filter((id) => id === by.id).length < sameLimit) return { by, found }
  }
  return null
}

/** The indentation of a stack trace is its own; that of a line with a head of its own is the paste's. */
function findIndented(
  text: string,
  layers: readonly DecorationId[],
  table: readonly Decoration[],
): { by: Decoration; found: string } | null {
  const blanks = /^[ \t]{1,40}/.exec(text)?.[0] ?? ''
  const next = blanks === '' ? null : findFirst(text.slice(blanks.length), layers, table)
  return next === null ? null : { by: next.by, found: blanks + next.found }
}

/** What carries whole texts on, of many lines: mails, jobs, containers, syslog. */
const carrierIds: ReadonlySet<DecorationId> = new Set([
  'quote',
  'fence',
  'job-columns',
  'container',
  'compose',
  'ci-time',
  'ci-mark',
  'terraform-box',
  'syslog',
  'syslog-iso',
])

const carriers = decorations.filter(({ id }) => carrierIds.has(id))

/** Peels decoration after decoration off the beginning of a cleaned line, of those in the table. */
function peel(line: string, table: readonly Decoration[] = decorations): StrippedLine {
  let text = line
  let role: StrippedLine['role'] = 'text'
  let label: string | null = null
  const layers: DecorationId[] = []
  while (layers.length < layerLimit) {
    const next = findFirst(text, layers, table) ?? findIndented(text, layers, table)
    if (next === null) break
    const { by, found } = next
    layers.push(by.id)
    if (by.role === 'dropped') return { text: '', quoted: '', layers, role: 'dropped', label }
    text = text.slice(found.length)
    label = labelOf(by, found) ?? label
    if (by.id === 'code-mark') text = text.replace(closing, '')
    if (by.id === 'table-bar') text = text.replace(/ {0,4}\|$/, '')
    if (by.role === 'command') return { text, quoted: text, layers, role: 'command', label }
    if (by.role === 'head' || (by.role === 'continuation' && role === 'text')) role = by.role
    if (by.role === 'head' && by.id !== 'extension') text = text.replace(/^ {1,4}(?=\S)/, '')
  }
  return { text, quoted: text, layers, role, label }
}

/** A text in quotes of its own, with or without a mark behind them. */
const quoted = /^(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})'|`([^`\n]{1,4000})`)[.,;]?$/

export function withoutQuotes(text: string): string {
  const found = quoted.exec(text.slice(0, 4010))
  return found === null ? text : (found[1] ?? found[2] ?? found[3] ?? text)
}

/**
 * Takes off a line what stands around its text; see `decorations`. A line without decorations comes back as it is, but
 * for artefacts of copying. Linear in the line; never throws.
 */
export function stripLine(line: string): StrippedLine {
  const cleaned = cleanLine(line)
  const peeled = peel(cleaned)
  const shown = peeled.text.trimEnd()
  return { ...peeled, quoted: shown, text: withoutQuotes(shown) }
}

/**
 * A text without what carried it: mails, jobs, containers and syslog write before each line, and broke some of them. What
 * the text itself begins its lines with stays. Linear in the text; never throws.
 */
export function withoutCarriers(text: string): string {
  return carriedLines(text)
    .map(({ raw }) => peel(cleanLine(raw), carriers).quoted)
    .join('\n')
}

/** A text of several lines without the decorations of its first one. */
export function stripFirstLine(text: string): string {
  const end = text.search(/[\r\n]/)
  if (end < 0) return stripLine(text).text
  const { quoted: first } = stripLine(text.slice(0, end))
  return first + text.slice(end)
}
