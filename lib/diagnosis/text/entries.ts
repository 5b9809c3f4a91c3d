import { readLogEntries, type LogEntry } from '@/lib/facts/paste/log-entries'
import { machineNameOf } from '@/lib/facts/paste/named-line'
import { catalogue } from '@/lib/messages/catalogue'
import { linesOf } from '@/lib/messages/normalise/clean'
import { readMessages, type ReadMessage, type ReadMessages } from '@/lib/messages/normalise/read-messages'
import { recogniseText } from '@/lib/messages/normalise/recognise-text'
import { timeOfLine, type LineTime } from './line-time'
import { machinesOf } from './machines'
import { depthOf, quoteMarks, voicesOf } from './voices'

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
