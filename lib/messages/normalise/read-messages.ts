import type { ReportedStatus } from '../entry'
import { reportedStatuses } from '../entry'
import { carriedLines } from './carried'
import { lineLimit } from './clean'
import type { DecorationId } from './decorations'
import {
  isForeignBlock,
  outer,
  readBlock,
  type Context,
  type Line,
  type ReadMessage,
  type Recognise,
} from './read-block'
import { recogniseText, type RecognisedText } from './recognise-text'
import { stripLine } from './strip'
import { opensQuotation } from './unwrap'

export type { ReadMessage } from './read-block'

/** Limits of a paste in characters and lines; the last ones are read: the end of a log says most. */
export const messagesLimit = 1_000_000
export const messageLinesLimit = 20_000
/** A message of many lines: the longest stack traces of the extension have about sixty. */
const blockLines = 120
const keptLimit = 300

export interface ReadMessages {
  /** Known messages, in order; an event that is logged several times is one message. */
  readonly known: readonly ReadMessage[]
  /** Unknown texts of the extension or of a client, in order. */
  readonly unknown: readonly ReadMessage[]
  /** Texts of other extensions, and of Azure about them, in order. */
  readonly foreign: readonly ReadMessage[]
  readonly cut: boolean
}

function readLines(text: string): { readonly lines: readonly Line[]; readonly cut: boolean } {
  const isLong = text.length > messagesLimit
  const start = isLong ? text.indexOf('\n', text.length - messagesLimit) + 1 : 0
  const all = carriedLines(text.slice(start))
  const skipped = Math.max(0, all.length - messageLinesLimit)
  const before = isLong ? text.slice(0, start).split('\n').length - 1 : 0
  const lines = all.slice(skipped).map(({ raw, no }) => ({ ...stripLine(raw), raw, no: before + no }))
  return { lines, cut: isLong || skipped > 0 || all.some(({ raw }) => raw.length > lineLimit) }
}

/** The name of a stream precedes its output, which may contain empty lines. */
function isOutput(line: Line | undefined): boolean {
  return line !== undefined && /(?:std(?:out|err):|\[std(?:out|err)\])$/.test(line.text)
}

/** Whether a paragraph below a block is a message by itself and not part of what the block quotes or prints. */
function isApart(line: Line, block: readonly Line[], recognise: Recognise): boolean {
  if (isOutput(block.at(-1)) || block.some(({ text }) => opensQuotation(text))) return false
  const { kind } = recognise(line.text, null)
  return kind !== null && !outer.has(kind)
}

/** An empty line ends a bare paragraph; after a head it can be part of a command's output. */
const endsAtBlank = (block: readonly Line[]): boolean => block[0]?.role !== 'head' && !isOutput(block.at(-1))
const isFull = (block: readonly Line[]): boolean => block.length >= blockLines

/** A head with its bare lines; a bare paragraph is a separate block, and so is one that is a message by itself. */
function blocksOf(lines: readonly Line[], recognise: Recognise): readonly (readonly Line[])[] {
  const blocks: Line[][] = []
  let current: Line[] | null = null
  let isAfterBlank = false
  for (const line of lines) {
    if (line.role === 'dropped' || line.role === 'command') continue
    const isHead = line.role === 'head'
    if (line.text === '' && !isHead && line.layers.length === 0) {
      if (current !== null && endsAtBlank(current)) current = null
      isAfterBlank = true
      continue
    }
    const startsAnew =
      isHead || current === null || isFull(current) || (isAfterBlank && isApart(line, current, recognise))
    isAfterBlank = false
    if (startsAnew) {
      current = [line]
      blocks.push(current)
    } else current?.push(line)
  }
  return blocks
}

function remembering(): Recognise {
  const known = new Map<string, RecognisedText>()
  return (text, status) => {
    const key = `${status ?? ''}|${text}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = recogniseText(text, status)
    known.set(key, found)
    return found
  }
}

const isReported = (word: string): word is ReportedStatus => reportedStatuses.some((status) => status === word)

/** Reads the five lines of a status report: its status and code determine the meaning of the text after them. */
function contextAfter(context: Context, [first]: readonly Line[]): Context {
  if (first === undefined || !first.layers.includes('status-report') || isForeignBlock([first])) return context
  const word = first.text.trim()
  if (first.label === 'op') return { status: null, code: null }
  if (first.label === 'status') return { ...context, status: isReported(word) ? word : null }
  return first.label === 'code' ? { ...context, code: word.slice(0, 12) } : context
}

/** Labels that no message follows. */
const silentLabels = new Set(['op', 'status', 'code', 'substatus', 'StartTime', 'EndTime', 'OperationID', 'StatusCode'])

/** Whether an unknown text is an answer of the extension or a client; logs contain much else. */
function isAnswer({ around, layers, raw, text }: ReadMessage): boolean {
  if (/^Long[ -]running operation failed/.test(text)) return false
  if (around.length > 0) return true
  if (layers.some((layer) => layer === 'extension' || layer === 'console')) {
    return layers.includes('status-report') || layers.includes('exit-line') || /\[[Ee]rror\] |ERROR:/.test(raw)
  }
  return layers.some((layer) => answers.has(layer))
}
const answers: ReadonlySet<DecorationId> = new Set(['status-report', 'exit-line', 'windows-log', 'cmdlet', 'code-head'])

/** One event is logged, reported and repeated at the exit: three lines with one text. */
function isRepeated(message: ReadMessage, before: ReadMessage | undefined): boolean {
  if (before?.kind !== message.kind) return false
  return squeezed(before.text) === squeezed(message.text) || (isLabelled(before) && isLabelled(message))
}
const squeezed = (text: string): string => text.slice(0, 2_000).replace(/[\s'"]/g, '')
/** The fields of one error record describe the same error. */
const isLabelled = ({ layers }: ReadMessage): boolean =>
  layers.some(
    (layer) => layer === 'record-field' || layer === 'sdk-label' || layer === 'code-head' || layer === 'cmdlet',
  )

/** Whether two lines are close together, in the paste or as their writer wrote them: a mail can break a line into many. */
type IsClose = (line: number, other: number) => boolean

function closeIn(lines: readonly Line[]): IsClose {
  const places = new Map(lines.map(({ no }, at) => [no, at]))
  return (line, other) => line - other <= 3 || (places.get(line) ?? line) - (places.get(other) ?? other) <= 3
}

/** Merges a code into the wrapping of the message that follows it. */
function merged(known: readonly ReadMessage[], isClose: IsClose): readonly ReadMessage[] {
  const kept: ReadMessage[] = []
  for (const message of known) {
    const before = kept.at(-1)
    const isAround = before !== undefined && outer.has(before.kind) && isClose(message.line, before.lastLine)
    if (isAround && before.kind !== null && before.kind !== message.kind) {
      kept[kept.length - 1] = { ...message, around: [...new Set([before.kind, ...message.around])] }
    } else kept.push(message)
  }
  return kept
}

/** A code beside a sentence about another extension is that one's. */
function isCodeOf({ kind, line, lastLine }: ReadMessage, foreign: readonly ReadMessage[], isClose: IsClose): boolean {
  return outer.has(kind) && foreign.some((each) => isClose(line, each.lastLine) && isClose(each.line, lastLine))
}

/** Lines that a run writes by the hundred: messages only where nothing else is. Other programs write similar ones. */
export const routine: ReadonlySet<string | null> = new Set([
  'linux-log-command-question',
  'linux-log-command-failed',
  'linux-log-normal-step',
])
const ownLog: ReadonlySet<DecorationId> = new Set(['extension', 'console'])
const faults = /\b(?:error|exception|traceback|fatal|failed)\b/i

/** Routine lines say something only where the log contains nothing else that does: then the weightiest one. */
function withoutRoutine(known: readonly ReadMessage[], unknown: readonly ReadMessage[]): readonly ReadMessage[] {
  const others = known.filter(({ kind }) => !routine.has(kind))
  if (others.length > 0 || unknown.some(({ text }) => faults.test(text))) return others
  const own = unknown.length === 0 ? known : known.filter(({ layers }) => layers.some((layer) => ownLog.has(layer)))
  const shown = own.findLast(({ kind }) => kind === 'linux-log-command-failed') ?? own.at(-1)
  return shown === undefined ? [] : [shown]
}

/** Blocks that are read in one turn: some milliseconds. */
const blocksOfTurn = 50

function* readInTurns(text: string): Generator<undefined, ReadMessages> {
  const { lines, cut } = readLines(text)
  const known: ReadMessage[] = []
  const unknown: ReadMessage[] = []
  const foreign: ReadMessage[] = []
  const recognise = remembering()
  let context: Context = { status: null, code: null }
  for (const [at, block] of blocksOf(lines, recognise).entries()) {
    if (at % blocksOfTurn === blocksOfTurn - 1) yield undefined
    context = contextAfter(context, block)
    const label = block[0]?.label ?? null
    if (label !== null && silentLabels.has(label)) continue
    for (const message of readBlock(block, context, recognise)) {
      if (message.isForeign) foreign.push(message)
      else if (message.kind === null) unknown.push(message)
      else if (!isRepeated(message, known.at(-1))) known.push(message)
    }
  }
  const answered = unknown.filter(isAnswer)
  const isClose = closeIn(lines)
  const own = merged(withoutRoutine(known, unknown), isClose).filter((message) => !isCodeOf(message, foreign, isClose))
  return {
    known: own.slice(-keptLimit),
    foreign: foreign.slice(-keptLimit),
    unknown: (own.length + foreign.length === 0 && answered.length === 0 ? unknown.slice(0, 1) : answered).slice(
      -keptLimit,
    ),
    cut,
  }
}

/**
 * The messages of a paste, in order. Linear in the text, of which the last 1,000,000 characters and 20,000 lines are
 * read; never throws.
 */
export function readMessages(text: string): ReadMessages {
  const turns = readInTurns(text)
  for (;;) {
    const turn = turns.next()
    if (turn.done === true) return turn.value
  }
}

/**
 * The same, a few lines at a time: reading a long log in one turn would delay other requests.
 * @param giveWay yields to other work
 */
export async function readMessagesInTurns(text: string, giveWay: () => Promise<unknown>): Promise<ReadMessages> {
  const turns = readInTurns(text)
  for (;;) {
    const turn = turns.next()
    if (turn.done === true) return turn.value
    await giveWay()
  }
}
