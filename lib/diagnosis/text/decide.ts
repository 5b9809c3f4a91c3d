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
export function decisiveOf(known: readonly ReadMessage[]): ReadMessage | null {
  for (const least of [2, 1, 0]) {
    const found = known.findLast(({ kind }) => kind !== null && weightOf(kind) >= least)
    if (found !== undefined) return found
  }
  return null
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
