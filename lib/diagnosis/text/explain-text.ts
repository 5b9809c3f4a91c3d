import type { Fragment } from '@/lib/facts/paste/fragments/types'
import type { MachineState, ReportedStatus } from '@/lib/messages/entry'
import { nearestTexts, type NearText } from '@/lib/messages/normalise/nearest'
import { catalogue } from '@/lib/messages/catalogue'
import { endedWell, outer, type ReadMessage } from '@/lib/messages/normalise/read-block'
import type { ReadMessages } from '@/lib/messages/normalise/read-messages'
import type { WrapperId } from '@/lib/messages/normalise/unwrap'
import { withoutCredentials } from '@/lib/messages/report/redact'
import type { MessageKind } from '@/lib/messages/types'
import { saidOff } from '../checks/machine'
import { readInside } from '../inside/read-inside'
import { ownStepsFit, type OwnStepsGate } from '../steps/own-steps'
import { startedBy, workAfter, workInAny } from '../steps/work'
import { troubleshootWords, type Troubleshooting } from '../troubleshoot'
import { besideOf } from './beside'
import { answeredScreens, screensOutsideAzure } from './boot-screens'
import { decidingOf, isFinding, lastRun, mostDangerousOf, workBefore, type Decided } from './decide'
import { readPlaced, type PlacedMessage } from './entries'
import { isoOf } from './line-time'
import { ordered, type OrderedMessages, type TextOrder } from './order'
import { stateFindings, verdictOfMessage } from './verdict-of-message'

/** One message that was found in a text. */
export interface TextMessage {
  readonly kind: MessageKind | 'unrecognised'
  /** The message without its wrapping. */
  readonly text: string
  readonly line: number
  /** Known sentences around it, and the formats that wrapped it, outermost first. */
  readonly around: readonly MessageKind[]
  readonly within: readonly WrapperId[]
  /** The extension's reported values on the same log line. */
  readonly status: ReportedStatus | null
  readonly code: string | null
  /** ISO time of its line, with `Z` where the zone is known; `null` where the line contains no date. */
  readonly at: string | null
  /** The machine that its prompt or its syslog line names. */
  readonly machine: string | null
  /** Whether this message decides the result. */
  readonly decides: boolean
  /** Whether the next steps of its entry fit the whole text: a failure's may stop a VM that still copies. */
  readonly showsNext: boolean
}

/** A text of another extension, or of Azure about one: nothing is concluded from it. */
export interface ForeignText {
  readonly line: number
  readonly extension: string
  readonly text: string
}

/** A text without an entry, with the nearest known texts and the words of them that it lacks. */
export interface UnknownText {
  readonly line: number
  readonly text: string
  readonly nearest: readonly NearText[]
}

export interface ExplainedText extends Troubleshooting {
  /** The order of the messages; where it is unknown, the message that forbids most steps decides. */
  readonly order: TextOrder
  /** Oldest first where the order is known, otherwise in the order of the text. */
  readonly messages: readonly TextMessage[]
  /** Whether the message that would decide is a boot screen, and a later line shows that the system started. */
  readonly answered: boolean
  readonly unknown: readonly UnknownText[]
  readonly foreign: readonly ForeignText[]
  /** Steps of OS encryption that the text contains. */
  readonly osSteps: readonly MachineState[]
  /** Whether the text was longer than what is read. */
  readonly cut: boolean
}

function messageOf(
  { message, time, machine }: PlacedMessage,
  deciding: ReadMessage | null,
  gate: OwnStepsGate,
): TextMessage {
  const { kind, text, line, around, within, reported } = message
  return {
    kind: kind ?? 'unrecognised',
    text: withoutCredentials(text),
    line,
    around,
    within,
    status: reported.status,
    code: reported.code,
    at: isoOf(time),
    machine,
    decides: message === deciding,
    showsNext: ownStepsFit(kind ?? 'unrecognised', gate),
  }
}

function troubleshootingOf(decided: Decided): Troubleshooting {
  const { text, read, deciding, ordered: found } = decided
  // In an unknown order, no message is known to belong to the run of another.
  const run = deciding.kind === null || found.order === 'unknown' ? [] : lastRun(read.known, deciding)
  const findings = run.filter((message) => message !== deciding && isFinding(message))
  const byKind = new Map(findings.map((message) => [message.kind, message]))
  const beside = besideOf(decided)
  return troubleshootWords({
    verdict: verdictOfMessage(deciding),
    inside: readInside(text, 'pasted', read),
    findings: [...byKind.values()].map(verdictOfMessage).concat(stateFindings(beside)),
    beside,
  })
}

/** A failure that quotes what was said before it, a job that ended well, stays a failure. */
function asFailure(placed: PlacedMessage): PlacedMessage {
  const { message } = placed
  const failure = message.around.findLast((kind) => catalogue[kind].severity === 'error')
  if (message.kind === null || failure === undefined || !endedWell(message.kind)) return placed
  const around = message.around.filter((kind) => kind !== failure)
  return { ...placed, message: { ...message, kind: failure, text: message.raw.trim(), around } }
}

/**
 * A text without times in which success follows a failure that wrote to the OS disk: either can be the later one. A
 * wrong guess would restart a VM from a half-written disk.
 */
function withoutGuess(inOrder: OrderedMessages): OrderedMessages {
  const { order, messages } = inOrder
  if (order !== 'text' || messages.every(({ time }) => time !== null)) return inOrder
  const said = messages.flatMap(({ message: { kind, text } }) => (kind === null ? [] : [{ kind, text }]))
  const failures = said.filter(({ kind }) => catalogue[kind].severity === 'error')
  const isGuess = workInAny(failures).osDiskTouched && !workAfter(said).osDiskTouched
  return isGuess ? { order: 'unknown', messages } : inOrder
}

/** No work goes on in a VM that is off, whichever line is the newer one. */
function unlessOff(newest: ReadMessage | null, known: readonly ReadMessage[]): ReadMessage | null {
  const kind = newest?.kind ?? null
  if (kind === null || startedBy(kind) === null) return newest
  return known.findLast((message) => message.kind !== null && saidOff.includes(message.kind)) ?? newest
}

/** The newest message, or the work or the stop that it does not end. */
function latestOf(
  newest: ReadMessage | null,
  { order, messages }: OrderedMessages,
  known: readonly ReadMessage[],
): ReadMessage | null {
  const running = newest === null || order !== 'text' ? null : workBefore(newest, messages)
  return unlessOff(running ?? newest, known)
}

const noTroubles: Troubleshooting = {
  problems: [],
  steps: [],
  restIsShown: false,
  unsupported: [],
  changesAllowed: false,
  isDown: false,
  keyAtRisk: false,
}

/**
 * What the messages in a text mean: a line of a log, a console, an error of a client, a message alone. The last message
 * that says how a run ended or stands is judged, by the times of the lines where they have times; the others are listed
 * in order. Nothing is concluded about any disk. Takes any text; never throws.
 * @param fragments parts of answers in the same text: they count for what may be advised
 * @returns the messages; empty where the text holds no known one and is no answer of the extension
 */
export function explainText(text: string, fragments: readonly Fragment[] = []): ExplainedText {
  const { known: placed, ...rest } = readPlaced(text)
  const outside = screensOutsideAzure(
    text,
    placed.map(({ message }) => message),
  )
  // The word of a status whose message is empty: beside a sub-status the message is not empty.
  const isReport = fragments.some(({ kind }) => kind === 'substatus')
  const own = placed.filter(
    ({ message }) => !outside.has(message) && !(isReport && message.kind === 'display-provisioning-succeeded'),
  )
  const inOrder = withoutGuess(ordered(own.map(asFailure)))
  const { order, messages } = inOrder
  const read: ReadMessages = { ...rest, known: messages.map(({ message }) => message) }
  const last = order === 'unknown' ? mostDangerousOf(read.known) : decidingOf(read.known)
  const answer = read.unknown.findLast(({ around }) => around.length > 0)
  // A sentence or code that only says that there was a failure gives way to what was said.
  const newest = last === null || (answer !== undefined && outer.has(last.kind)) ? (answer ?? last) : last
  const latest = latestOf(newest, inOrder, read.known)
  const over = order === 'unknown' ? new Set<ReadMessage>() : answeredScreens(text, read.known)
  const answered = latest !== null && over.has(latest)
  // The messages of one machine decide nothing of another, and neither does a screen before a start.
  const deciding = order === 'machines' || answered ? null : latest
  const valid = { ...read, known: read.known.filter((message) => !over.has(message)) }
  const shown = deciding?.kind === null ? [{ message: deciding, time: null, voice: '', machine: null }] : messages
  const troubles =
    deciding === null ? noTroubles : troubleshootingOf({ text, read: valid, ordered: inOrder, deciding, fragments })
  return {
    order,
    answered,
    messages: shown.map((message) => messageOf(message, deciding, troubles)),
    unknown: read.unknown.map(({ line, text: unknown }) => ({
      line,
      text: withoutCredentials(unknown).slice(0, 2_000),
      nearest: nearestTexts(unknown),
    })),
    foreign: read.foreign.map(({ line, text: said, extension }) => ({
      line,
      extension: extension?.name ?? '',
      text: withoutCredentials(said).slice(0, 2_000),
    })),
    osSteps: readInside(text, 'pasted', read).steps,
    cut: read.cut,
    ...troubles,
  }
}

/** Whether answers without an entry stand behind the deciding message: the newest state may be in them. */
export function hasUnknownAfter({ order, messages, unknown }: ExplainedText): boolean {
  const deciding = messages.find(({ decides }) => decides)
  if (deciding === undefined || deciding.kind === 'unrecognised' || order !== 'text') return false
  return unknown.some(({ line }) => line > deciding.line)
}
