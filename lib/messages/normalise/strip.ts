import { carriedLines } from './carried'
import { cleanLine } from './clean'
import { decorations, type Decoration, type DecorationId } from './decorations'

/** A line without its decorations, and the values read from them. */
export interface StrippedLine {
  readonly text: string
  /** The same with its quotes, if present: they can belong to a message of several lines. */
  readonly quoted: string
  /** Outermost first. */
  readonly layers: readonly DecorationId[]
  readonly role: 'text' | 'head' | 'continuation' | 'command' | 'dropped'
  /** The label of a line in a status report or an error record. */
  readonly label: string | null
  /** The extension whose log or handler wrote the line, where its head names one. */
  readonly extension: string | null
}

/** More than any real line has; the remaining decorations of a hostile line stay. */
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

/** Some decorations also stand at the end of a line. */
function withoutClosing(text: string, { id }: Decoration): string {
  if (id === 'code-mark') return text.replace(closing, '')
  return id === 'table-bar' ? text.replace(/ {0,4}\|$/, '') : text
}

/** The name without its version: `[Microsoft.Azure.Monitor.AzureMonitorLinuxAgent-1.2]`, `Event: name=…`. */
function extensionOf({ role }: Decoration, found: string): string | null {
  if (role !== 'head') return null
  return (
    /\[([A-Za-z][\w.-]{2,119}?)-\d[\d.]{0,24}\]/.exec(found)?.[1] ??
    /^Event: name=([\w.-]{1,160}),/.exec(found)?.[1] ??
    null
  )
}

function findFirst(
  text: string,
  layers: readonly DecorationId[],
  table: readonly Decoration[],
): { by: Decoration; found: string } | null {
  const head = text.slice(0, window)
  for (const by of table) {
    // A program traced by its shell marks its lines as PowerShell marks the place of an error.
    if (by.id === 'powershell-place' && layers.includes('program')) continue
    const found = by.pattern.exec(head)?.[0]
    if (found === undefined || found === '') continue
    if (layers.filter((id) => id === by.id).length < sameLimit) return { by, found }
  }
  return null
}

/** The indentation of a stack trace belongs to the trace; that of a line with a head belongs to the paste. */
function findIndented(
  text: string,
  layers: readonly DecorationId[],
  table: readonly Decoration[],
): { by: Decoration; found: string } | null {
  const blanks = /^[ \t]{1,40}/.exec(text)?.[0] ?? ''
  const next = blanks === '' ? null : findFirst(text.slice(blanks.length), layers, table)
  return next === null ? null : { by: next.by, found: blanks + next.found }
}

/** Carriers of whole texts: mails, jobs, containers, syslog. */
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

/** Removes the given decorations from the beginning of a cleaned line, one after the other. */
function peel(line: string, table: readonly Decoration[] = decorations): StrippedLine {
  let text = line
  let role: StrippedLine['role'] = 'text'
  let label: string | null = null
  let extension: string | null = null
  const layers: DecorationId[] = []
  while (layers.length < layerLimit) {
    const next = findFirst(text, layers, table) ?? findIndented(text, layers, table)
    if (next === null) break
    const { by, found } = next
    layers.push(by.id)
    if (by.role === 'dropped') return { text: '', quoted: '', layers, role: 'dropped', label, extension }
    text = text.slice(found.length)
    label = labelOf(by, found) ?? label
    extension = extensionOf(by, found.trimStart()) ?? extension
    text = withoutClosing(text, by)
    if (by.role === 'command') return { text, quoted: text, layers, role: 'command', label, extension }
    if (by.role === 'head' || (by.role === 'continuation' && role === 'text')) role = by.role
    if (by.role === 'head' && by.id !== 'extension') text = text.replace(/^ {1,4}(?=\S)/, '')
  }
  return { text, quoted: text, layers, role, label, extension }
}

/** A text in quotes, with or without a punctuation mark after them. */
const quoted = /^(?:"([^"\n]{1,4000})"|'([^'\n]{1,4000})'|`([^`\n]{1,4000})`)[.,;]?$/

export function withoutQuotes(text: string): string {
  const found = quoted.exec(text.slice(0, 4010))
  return found === null ? text : (found[1] ?? found[2] ?? found[3] ?? text)
}

/**
 * Removes the decorations around the text of a line; see `decorations`. A line without decorations is returned
 * unchanged, except for artefacts of copying. Linear in the line; never throws.
 */
export function stripLine(line: string): StrippedLine {
  const cleaned = cleanLine(line)
  const peeled = peel(cleaned)
  const shown = peeled.text.trimEnd()
  return { ...peeled, quoted: shown, text: withoutQuotes(shown) }
}

/**
 * A text without its carrier: mails, jobs, containers and syslog write before each line, and broke some of them. The
 * text's own line beginnings stay. Linear in the text; never throws.
 */
export function withoutCarriers(text: string): string {
  return carriedLines(text)
    .map(({ raw }) => peel(cleanLine(raw), carriers).quoted)
    .join('\n')
}

/** A text of several lines without the decorations of the first line. */
export function stripFirstLine(text: string): string {
  const end = text.search(/[\r\n]/)
  if (end < 0) return stripLine(text).text
  const { quoted: first } = stripLine(text.slice(0, end))
  return first + text.slice(end)
}
