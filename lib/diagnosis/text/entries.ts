import { readLogEntries, type LogEntry } from '@/lib/facts/paste/log-entries'
import { machineNameOf } from '@/lib/facts/paste/named-line'
import { catalogue } from '@/lib/messages/catalogue'
import { linesOf } from '@/lib/messages/normalise/clean'
import { readMessages, type ReadMessage, type ReadMessages } from '@/lib/messages/normalise/read-messages'
import { recogniseText } from '@/lib/messages/normalise/recognise-text'
import { timeOfLine, type LineTime } from './line-time'

/** A message with the time and the voice of its place in the text. */
export interface PlacedMessage {
  readonly message: ReadMessage
  readonly time: LineTime | null
  /** Equal for messages of one writer; different for the parts of a chain of mails. */
  readonly voice: string
  /** The machine that its prompt or its syslog line names, in lower case and without its domain. */
  readonly machine: string | null
}

export interface PlacedMessages extends Pick<ReadMessages, 'unknown' | 'foreign' | 'cut'> {
  readonly known: readonly PlacedMessage[]
}

function readEntries(entries: readonly LogEntry[]): PlacedMessages {
  const read = entries.map(({ message, time }, at) => ({
    ...readMessages(message),
    time: time === null ? null : timeOfLine(time),
    line: at + 1,
  }))
  const at = (message: ReadMessage, line: number): ReadMessage => ({ ...message, line, lastLine: line })
  return {
    known: read.flatMap(({ known, time, line }) =>
      known.map((message) => ({ message: at(message, line), time, voice: '', machine: null })),
    ),
    unknown: read.flatMap(({ unknown, line }) => unknown.map((message) => at(message, line))),
    foreign: read.flatMap(({ foreign, line }) => foreign.map((message) => at(message, line))),
    cut: read.some(({ cut }) => cut),
  }
}

const quoteMarks = /^(?:[ \t]{0,3}>){1,8}/
const depthOf = (line: string): number => (quoteMarks.exec(line.slice(0, 64))?.[0].match(/>/g) ?? []).length
/** The header line of a quoted mail; the paste can also begin with one. */
const mailHead =
  /^(?:-{2,10} ?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Forwarded message|元のメッセージ|転送されたメッセージ)|(?:From|Von|De|Da): \S|差出人: ?\S|On \S[^\n]{4,120} wrote:$|\S[^\n]{4,120}(?:のメール|さんは書きました|のメッセージ):?$)/

/** A line of a person above what it announces: "Now:", "Status this morning:". Log lines and outputs have other forms. */
const announcement = /^(?!Traceback|std(?:out|err)|ERROR|Error|Message|Code|Exception)\p{L}[\p{L} ]{1,40}[:\uFF1A]$/u

/** The voice of each line: its depth of quotation, and the number of headers and announcements above it. */
function voicesOf(lines: readonly string[]): readonly string[] {
  let heads = 0
  return lines.map((line) => {
    const depth = depthOf(line)
    const bare = line.replace(quoteMarks, '').trim().slice(0, 200)
    if (mailHead.test(bare) || announcement.test(bare)) heads += 1
    return `${depth}/${heads}`
  })
}

const promptHost = /^[\w.-]{1,32}@([\w.-]{1,64}):[^$#\n]{0,120}[$#]/
const syslogHost =
  /^(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)) ([\w.-]{1,64}) [\w().@/-]{1,64}(?:\[\d{1,7}\])?: /

/** The machine of each line: from its own head, or from the prompt above it. Cloud Shell does not count as one. */
function machinesOf(lines: readonly string[]): readonly (string | null)[] {
  let prompt: string | null = null
  const nameOf = (host: string | undefined): string | null => host?.toLowerCase().split('.')[0] ?? null
  return lines.map((line) => {
    const host = nameOf(promptHost.exec(line.slice(0, 300))?.[1])
    if (host !== null) prompt = host === 'azure' ? null : host
    return nameOf(syslogHost.exec(line.slice(0, 300))?.[1]) ?? prompt
  })
}

/** Whether a message was read on the machine itself: an error of a client is about another one than it was typed on. */
const isOfGuest = ({ kind, around }: ReadMessage): boolean =>
  kind !== null && around.length === 0 && ['status-message', 'log-line'].includes(catalogue[kind].target)

const linesAbove = 120

/**
 * The time of a line, or of the line that it continues: the nearest line with a time above it, in the same paragraph.
 */
function timeAt(lines: readonly string[], line: number): LineTime | null {
  const depth = depthOf(lines[line - 1] ?? '')
  for (let at = line - 1; at >= 0 && line - at <= linesAbove; at -= 1) {
    const text = lines[at] ?? ''
    if (text.trim() === '' || depthOf(text) !== depth) return null
    const time = timeOfLine(text.replace(quoteMarks, ''))
    if (time !== null) return time
  }
  return null
}

/**
 * The messages of a list in which a name stands before each, as a script prints it for several VMs. `null` where fewer
 * than two names stand before known messages.
 */
function readNamedLines(lines: readonly string[]): PlacedMessages | null {
  const named = lines.flatMap((line, index) => {
    const found = machineNameOf(line)
    if (found === null || recogniseText(found.rest).kind === null) return []
    return [{ ...found, line: index + 1 }]
  })
  if (new Set(named.map(({ name }) => name)).size < 2) return null
  const known = named.flatMap(({ name, rest, line }) =>
    readMessages(rest).known.map((message) => ({
      message: { ...message, line, lastLine: line },
      time: null,
      voice: '',
      machine: name,
    })),
  )
  return { known, unknown: [], foreign: [], cut: false }
}

/** The messages of a paste, each with the time and the voice of its line. Takes any text; never throws. */
export function readPlaced(text: string): PlacedMessages {
  const entries = readLogEntries(text)
  if (entries !== null) return readEntries(entries)
  const lines = linesOf(text)
  const named = readNamedLines(lines)
  if (named !== null) return named
  const { known, ...rest } = readMessages(text)
  if (known.length === 0) return { ...rest, known: [] }
  const voices = voicesOf(lines)
  const machines = machinesOf(lines)
  return {
    known: known.map((message) => ({
      message,
      time: timeAt(lines, message.line),
      voice: voices[message.line - 1] ?? '',
      machine: isOfGuest(message) ? (machines[message.line - 1] ?? null) : null,
    })),
    ...rest,
  }
}
