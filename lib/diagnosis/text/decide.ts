import { catalogue } from '@/lib/messages/catalogue'
import type { MessageTarget } from '@/lib/messages/entry'
import type { ReadMessage } from '@/lib/messages/normalise/read-messages'
import type { MessageKind } from '@/lib/messages/types'

/** Places of texts with which the extension or Azure gives its answer. */
const answers: ReadonlySet<MessageTarget> = new Set([
  'status-message',
  'arm-error-message',
  'arm-error-code',
  'client-output',
  'policy-reason',
])
/** Below this a line of a log says too little to outweigh another message. */
const weak = 20

/** 2: an answer or a step; 1: a line of a log that tells of a fault; 0: a line that explains. */
function weightOf(kind: MessageKind): 0 | 1 | 2 {
  const { target, severity, machineState, specificity } = catalogue[kind]
  if (answers.has(target) || machineState !== undefined) return 2
  if (specificity < weak) return 0
  return severity === 'error' || severity === 'action' ? 2 : severity === 'warning' ? 1 : 0
}

/** The last message that says how a run ended or stands; `null` without one. */
export function blockingOf(known: readonly ReadMessage[]): ReadMessage | null {
  for (const least of [2, 1, 0]) {
    const found = known.findLast(({ kind }) => kind !== null && weightOf(kind) >= least)
    if (found !== undefined) return found
  }
  return null
}

/** What a wrong step costs where this message is the last one: the higher, the more of them it forbids. */
function dangerOf(kind: MessageKind): number {
  const { phase, group, severity } = catalogue[kind]
  if (phase === 'os-preparing' || phase === 'os-encrypting' || phase === 'finalizing') return 6
  if (group === 'keyUpdate') return 5
  if (phase === 'data-encrypting' || phase === 'decrypting') return 4
  if (phase === 'starting') return 3
  return severity === 'error' ? 2 : severity === 'action' ? 1 : 0
}

/** Where it is not known which message is the last: the one that forbids most. `null` without a known one. */
export function mostDangerousOf(known: readonly ReadMessage[]): ReadMessage | null {
  let most: ReadMessage | null = null
  for (const message of known) {
    if (message.kind === null || weightOf(message.kind) === 0) continue
    if (most?.kind === undefined || most.kind === null || dangerOf(message.kind) >= dangerOf(most.kind)) most = message
  }
  return most ?? blockingOf(known)
}

/** Messages of the run that the decisive one belongs to: behind the last one that ended a job before it. */
export function lastRun(known: readonly ReadMessage[], decisive: ReadMessage): readonly ReadMessage[] {
  const at = known.indexOf(decisive)
  const ended = known
    .slice(0, at)
    .findLastIndex(({ kind }) => kind !== null && catalogue[kind].terminal && answers.has(catalogue[kind].target))
  return known.slice(ended + 1)
}

/** A line of the log that tells of a fault of its own beside the message that decides. */
export function isFinding({ kind }: ReadMessage): boolean {
  return kind !== null && catalogue[kind].target === 'log-line' && catalogue[kind].machineState === undefined
}
