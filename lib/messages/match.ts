import { bestEntry, type MatchHints } from './candidates'
import { catalogue } from './catalogue'
import type { MessageTarget, ReportedStatus } from './entry'
import { extract, percentOf, type Extracted } from './extract'
import { capText, readText } from './input'
import { stripFirstLine } from './normalise/strip'
import { reportedStatus } from './reported-status'
import type { MessageKind, MessagePhase } from './types'

export type { MatchHints } from './candidates'
export type { Extracted } from './extract'

/** The recognised meaning of a text. */
export interface MessageMatch {
  /** `null` only without any text: nothing was written, so nothing can be unrecognised. */
  readonly kind: MessageKind | 'unrecognised' | null
  readonly phase: MessagePhase | null
  /** The percentage in the text, 0 to 100. */
  readonly percent: number | null
  readonly extracted: Extracted
}

/** A status of the extension as in the instance view. */
export interface StatusMessage {
  readonly message: string | null
  readonly displayStatus: string | null
  readonly level: string | null
  readonly code: string | null
  /** `Linux` or `Windows` in any case; anything else is unknown. */
  readonly osType: string | null
  /** `none` counts as unknown. */
  readonly pass: 'single' | 'dual' | 'none' | null
}

export interface StatusMessageMatch extends MessageMatch {
  /** The status-file word behind code and level. */
  readonly status: ReportedStatus | null
  /** For a failure of OS encryption, the entry of the step at which it failed. */
  readonly machineStateKind: MessageKind | null
}

/** A whole fleet has few distinct texts: recognised statuses of ordinary length are cached, up to this number. */
const recognised = new Map<string, StatusMessageMatch>()
const mostRecognised = 1000
const longestKept = 2000

/**
 * Recognises an extension's status message.
 * An empty message has separate entries by operating system, pass and status. Where no such entry fits, and where a
 * pasted message repeats a display status (Get-AzVMDiskEncryptionStatus shows it for an empty message), the display
 * status is recognised.
 * https://github.com/Azure/azure-powershell/tree/main/src/Compute/Compute/Extension/AzureDiskEncryption
 */
export function matchStatusMessage(signs: StatusMessage): StatusMessageMatch {
  const { message, displayStatus, level, code, osType, pass } = signs
  if ((message?.length ?? 0) > longestKept || (displayStatus?.length ?? 0) > longestKept) return recogniseStatus(signs)
  const key = JSON.stringify([message, displayStatus, level, code, osType, pass])
  const known = recognised.get(key)
  if (known !== undefined) return known
  const match = recogniseStatus(signs)
  if (recognised.size >= mostRecognised) recognised.clear()
  recognised.set(key, match)
  return match
}

function recogniseStatus(signs: StatusMessage): StatusMessageMatch {
  const status = reportedStatus(signs)
  const os = knownOs(signs.osType)
  const hints = { os, pass: signs.pass === 'none' ? null : signs.pass, status }
  const message = signs.message ?? ''
  if (message.trim() === '') return { ...matchEmpty(signs.displayStatus, hints), status, machineStateKind: null }
  const said = matchStatus(message, hints)
  return {
    ...(said.kind === 'unrecognised' ? matchText('display-status', message, hints) : said),
    status,
    machineStateKind: knownKind(matchText('status-message', message, { ...hints, facet: 'machine-state' })),
  }
}

/** A run reports the end of each of its steps as a success; Azure can show it with the code of the run that goes on. */
function matchStatus(message: string, hints: MatchHints): MessageMatch {
  const said = matchText('status-message', message, hints)
  if (said.kind !== 'unrecognised' || hints.status !== 'transitioning') return said
  return matchText('status-message', message, { ...hints, status: 'success' })
}

/** The empty text has another meaning on each system and in each pass, so both must be known. */
function matchEmpty(displayStatus: string | null, hints: MatchHints): MessageMatch {
  const known = hints.os !== null && hints.status !== null && (hints.os === 'windows' || hints.pass !== null)
  const empty = known ? matchText('status-message', '', hints) : null
  if (empty !== null && empty.kind !== 'unrecognised') return empty
  const shown = matchText('display-status', displayStatus ?? '', hints)
  return shown.kind === 'unrecognised' ? { ...shown, kind: null } : shown
}

/** Places whose texts can have a prefix from a logger or a tool. */
const decorated: ReadonlySet<MessageTarget> = new Set(['log-line', 'client-output'])

/**
 * Recognises a text or code of any other place; a log line or the output of a tool may have a prefix from its logger or
 * tool. A text without an entry is `unrecognised`, never guessed.
 */
export function matchText(target: MessageTarget, text: string, hints: MatchHints = {}): MessageMatch {
  const readable = readText(
    decorated.has(target) ? stripFirstLine(capText(text).trim()) : capText(text),
    target === 'substatus-message',
  )
  const id = bestEntry(target, readable, hints)
  return {
    kind: id ?? 'unrecognised',
    phase: id === null ? null : catalogue[id].phase,
    percent: id === null ? null : percentOf(id, readable.text),
    extracted: extract(readable.text),
  }
}

function knownKind({ kind }: MessageMatch): MessageKind | null {
  return kind === 'unrecognised' ? null : kind
}

function knownOs(osType: string | null): 'linux' | 'windows' | null {
  const word = osType?.toLowerCase()
  return word === 'linux' || word === 'windows' ? word : null
}
