import type { MachineState, ReportedStatus } from '@/lib/messages/entry'
import { nearestTexts, type NearText } from '@/lib/messages/normalise/nearest'
import type { ReadMessage, ReadMessages } from '@/lib/messages/normalise/read-messages'
import type { WrapperId } from '@/lib/messages/normalise/unwrap'
import type { MessageKind } from '@/lib/messages/types'
import { readInside } from '../inside/read-inside'
import { troubleshootWords, type Troubleshooting } from '../troubleshoot'
import { blockingOf, isFinding, lastRun, mostDangerousOf } from './decide'
import { readPlaced, type PlacedMessage } from './entries'
import { isoOf } from './line-time'
import { ordered, type TextOrder } from './order'
import { verdictOfMessage } from './verdict-of-message'

/** One message that was found in a text. */
export interface TextMessage {
  readonly kind: MessageKind | 'unrecognised'
  /** The message without what stood around it. */
  readonly text: string
  readonly line: number
  /** Known sentences around it, and the forms in which it stood, from the outside in. */
  readonly around: readonly MessageKind[]
  readonly within: readonly WrapperId[]
  /** What the extension reported with it, where its log says so. */
  readonly status: ReportedStatus | null
  readonly code: string | null
  /** ISO time of its line, with `Z` where the zone is known; `null` where the line names no day. */
  readonly at: string | null
  /** Whether this one decides what the text is taken to say. */
  readonly decides: boolean
}

/** A text that no entry knows, with the known texts that come nearest, and what of them is missing in it. */
export interface UnknownText {
  readonly line: number
  readonly text: string
  readonly nearest: readonly NearText[]
}

export interface ExplainedText extends Troubleshooting {
  /** How the messages follow each other; where that is unknown, the one that forbids most steps decides. */
  readonly order: TextOrder
  /** The oldest first where the order is known, otherwise as they stand. */
  readonly messages: readonly TextMessage[]
  readonly unknown: readonly UnknownText[]
  /** Steps of OS encryption that the text goes through. */
  readonly osSteps: readonly MachineState[]
  /** Whether more text came than is read. */
  readonly cut: boolean
}

function messageOf({ message, time }: PlacedMessage, decisive: ReadMessage | null): TextMessage {
  const { kind, text, line, around, within, reported } = message
  return {
    kind: kind ?? 'unrecognised',
    text,
    line,
    around,
    within,
    status: reported.status,
    code: reported.code,
    at: isoOf(time),
    decides: message === decisive,
  }
}

/** Problems that lines beside the deciding message name: those of the same run that it does not name itself. */
function withFindings(decided: Troubleshooting, findings: readonly Troubleshooting[]): Troubleshooting {
  const problems = new Map(decided.problems.map((problem) => [problem.kind, problem]))
  const steps = new Map(decided.steps.map((step) => [step.kind, step]))
  for (const found of findings) {
    const named = found.problems.filter(({ kind }) => kind !== 'failed-without-known-cause' && !problems.has(kind))
    for (const problem of named) problems.set(problem.kind, problem)
    const wanted = new Set(named.flatMap(({ causes }) => causes.flatMap((cause) => cause.steps)))
    for (const step of found.steps) if (wanted.has(step.kind)) steps.set(step.kind, step)
  }
  return { problems: [...problems.values()], steps: [...steps.values()] }
}

function troubleshootingOf(text: string, read: ReadMessages, decisive: ReadMessage, order: TextOrder): Troubleshooting {
  const inside = readInside(text, 'pasted', read)
  // Of messages without a known order none is known to belong to the run of another.
  const run = decisive.kind === null || order === 'unknown' ? [] : lastRun(read.known, decisive)
  const findings = run.filter((message) => message !== decisive && isFinding(message))
  const byKind = new Map(findings.map((message) => [message.kind, message]))
  return withFindings(
    troubleshootWords(verdictOfMessage(decisive), inside),
    [...byKind.values()].map((message) => troubleshootWords(verdictOfMessage(message), null)),
  )
}

const noTroubles: Troubleshooting = { problems: [], steps: [] }

/**
 * What the messages in a text say: a line of a log, a console, an error of a client, a message alone. The last one that
 * decides how a run ended or stands is judged, by the times of the lines where they carry some; the others are given in
 * order. Nothing is concluded on a disk. Takes any text; never throws.
 * @returns the messages, none where the text holds no known one and is no answer of the extension
 */
export function explainText(text: string): ExplainedText {
  const { known: placed, ...rest } = readPlaced(text)
  const { order, messages } = ordered(placed)
  const read: ReadMessages = { ...rest, known: messages.map(({ message }) => message) }
  const last = order === 'unknown' ? mostDangerousOf(read.known) : blockingOf(read.known)
  const decisive = last ?? read.unknown.findLast(({ around }) => around.length > 0) ?? null
  const shown = decisive?.kind === null ? [{ message: decisive, time: null, voice: '' }] : messages
  return {
    order,
    messages: shown.map((message) => messageOf(message, decisive)),
    unknown: read.unknown.map(({ line, text: unknown }) => ({
      line,
      text: unknown.slice(0, 2_000),
      nearest: nearestTexts(unknown),
    })),
    osSteps: readInside(text, 'pasted', read).steps,
    cut: read.cut,
    ...(decisive === null ? noTroubles : troubleshootingOf(text, read, decisive, order)),
  }
}
