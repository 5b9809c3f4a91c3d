import type { Fragment } from '@/lib/facts/paste/fragments/types'
import { catalogue } from '@/lib/messages/catalogue'
import type { MessageTarget } from '@/lib/messages/entry'
import { outer, type ReadMessage } from '@/lib/messages/normalise/read-block'
import type { ReadMessages } from '@/lib/messages/normalise/read-messages'
import type { MessageKind } from '@/lib/messages/types'
import { startedBy } from '../steps/work'
import type { PlacedMessage } from './entries'
import type { OrderedMessages } from './order'

/** A text with the message that decides. */
export interface Decided {
  readonly text: string
  readonly read: ReadMessages
  readonly ordered: OrderedMessages
  readonly deciding: ReadMessage
  readonly fragments: readonly Fragment[]
}

/** Origins of texts that contain the answer of the extension or of Azure. */
const answers: ReadonlySet<MessageTarget> = new Set([
  'status-message',
  'arm-error-message',
  'arm-error-code',
  'client-output',
  'policy-reason',
])
/** Below this weight a log line says too little to outweigh another message. */
const weak = 20

/** 2: an answer or a step; 1: a log line that reports a fault; 0: a log line that explains. */
function weightOf(kind: MessageKind): 0 | 1 | 2 {
  const { target, severity, machineState, specificity } = catalogue[kind]
  if (answers.has(target) || machineState !== undefined) return 2
  if (specificity < weak) return 0
  return severity === 'error' || severity === 'action' ? 2 : severity === 'warning' ? 1 : 0
}

/** A failure that names its own cause, before a sentence or code that only says that there was one. */
function failureBefore(known: readonly ReadMessage[], wrapper: ReadMessage): ReadMessage | null {
  const before = known
    .slice(0, known.indexOf(wrapper))
    .findLast(({ kind }) => kind !== null && !outer.has(kind) && weightOf(kind) === 2)
  return before?.kind !== undefined && before.kind !== null && catalogue[before.kind].severity === 'error'
    ? before
    : null
}

/** The last message that says how a run ended or stands; `null` if there is no such message. */
export function decidingOf(all: readonly ReadMessage[]): ReadMessage | null {
  // An address alone can also be a printed setting: it decides where nothing else was said.
  const others = all.filter(({ kind }) => kind !== 'dual-secret-url')
  const known = others.length === 0 ? all : others
  for (const least of [2, 1, 0]) {
    const found = known.findLast(({ kind }) => kind !== null && weightOf(kind) >= least)
    if (found !== undefined) return (outer.has(found.kind) ? failureBefore(known, found) : null) ?? found
  }
  return null
}

/** How dangerous a wrong step is where this message is the last one: the higher, the more steps it forbids. */
function dangerOf(kind: MessageKind): number {
  const { phase, group, severity } = catalogue[kind]
  if (phase === 'os-encrypting') return 7
  if (phase === 'os-preparing' || phase === 'finalizing') return 6
  if (group === 'keyUpdate') return 5
  if (phase === 'data-encrypting' || phase === 'decrypting') return 4
  if (phase === 'starting') return 3
  return severity === 'error' ? 2 : severity === 'action' ? 1 : 0
}

/** Where the last message is unknown: the one that forbids most steps. `null` where no message is known. */
export function mostDangerousOf(known: readonly ReadMessage[]): ReadMessage | null {
  let most: ReadMessage | null = null
  for (const message of known) {
    if (message.kind === null || weightOf(message.kind) === 0) continue
    if (most?.kind === undefined || most.kind === null || dangerOf(message.kind) >= dangerOf(most.kind)) most = message
  }
  return most ?? decidingOf(known)
}

/** Messages of the same run as the deciding one: those after the last message before it that ended a job. */
export function lastRun(known: readonly ReadMessage[], deciding: ReadMessage): readonly ReadMessage[] {
  const at = known.indexOf(deciding)
  const ended = known
    .slice(0, at)
    .findLastIndex(({ kind }) => kind !== null && catalogue[kind].terminal && answers.has(catalogue[kind].target))
  return known.slice(ended + 1)
}

/** A log line that reports another fault than the deciding message. */
export function isFinding({ kind }: ReadMessage): boolean {
  return kind !== null && catalogue[kind].target === 'log-line' && catalogue[kind].machineState === undefined
}

const isOfExtension = ({ message: { kind } }: PlacedMessage): boolean =>
  kind !== null && catalogue[kind].origin.endsWith('-extension')

/**
 * The work of the extension that a later line of another source does not end: what a client, the agent or an audit says
 * without a failure is no newer word of the extension, and lines without times prove no order. `null` where the newest
 * message is the extension's own, reports a failure, or follows no work.
 */
export function workBefore(newest: ReadMessage, messages: readonly PlacedMessage[]): ReadMessage | null {
  const at = messages.findIndex(({ message }) => message === newest)
  const own = messages[at]
  if (own === undefined || newest.kind === null || isOfExtension(own)) return null
  if (own.time !== null || catalogue[newest.kind].severity === 'error') return null
  const last = messages.slice(0, at).findLast(isOfExtension)?.message
  return last?.kind === undefined || last.kind === null || startedBy(last.kind) === null ? null : last
}
