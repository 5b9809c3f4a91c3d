import type { VmState } from '@/lib/encryption/types'
import type { Observation } from '../observation'
import type { StallSign } from '../stuck/signs'
import type { Notice, NoticeKind, WatchMemory } from './types'

export interface NoticeInput {
  /** Null at the first observation after a user started to follow the VM. */
  readonly memory: WatchMemory | null
  readonly observation: Observation
  /** Stall rules that hold at the time of the observation. */
  readonly signs: readonly StallSign[]
  /** Whether the first observation already reports a state that needs a person. Otherwise only changes are reported. */
  readonly notifyCurrent: boolean
  /** A state that returns within this time (milliseconds) counts as not left: two readers overlapped. */
  readonly flapMs: number
}

export interface NoticeOutcome {
  /** The same object when nothing changed; null when nothing was ever known. */
  readonly memory: WatchMemory | null
  readonly notice: Notice | null
}

/** States that end only when a person acts, with the notice for each. */
const needing: Readonly<Partial<Record<VmState, NoticeKind>>> = {
  'restart-pending': 'needs-person',
  conflict: 'needs-person',
  failed: 'failed',
}

/** States after which "encrypted" ends a run even if the run was not observed. */
const unfinished: ReadonlySet<VmState> = new Set([
  'not-encrypted',
  'partly-encrypted',
  'protected-otherwise',
  'failed',
  'restart-pending',
])

/**
 * The run between two states of which no observation showed it: observations of a VM at rest are hours apart. A failure
 * is missing here: its run may have left a part of the volumes encrypted.
 */
const unseenRun: Readonly<Partial<Record<VmState, WatchMemory['working']>>> = {
  'not-encrypted': 'encrypting',
  'protected-otherwise': 'encrypting',
  encrypted: 'decrypting',
}

/**
 * Whether a run that leaves a VM partly encrypted is over: a running extension reports so for the requested volumes. A
 * request for all volumes continues with the OS disk after the data disks, so the end of the data disks ends only a
 * request for data.
 */
function partlyEnded(working: WatchMemory['working'], { facts }: Observation): boolean {
  const { power, reported, request, message } = facts
  if (power !== 'running') return false
  const isDataOnly = request.volumeType?.toLowerCase() === 'data'
  if (working === 'decrypting') return isDataOnly && reported.data === 'NotEncrypted'
  if (working !== 'encrypting') return false
  return (
    reported.os === 'Encrypted' || (isDataOnly && (reported.data === 'Encrypted' || message?.phase === 'succeeded'))
  )
}

const wasEncrypted = (state: VmState): boolean => state === 'partly-encrypted' || state === 'encrypted-unverified'

/** Without such a request, an encrypted disk may only have been detached. */
const asksToDecrypt = ({ facts }: Observation): boolean => facts.request.operation?.startsWith('Disable') === true

/**
 * Whether this observation shows that a run ended successfully. A stamp without a live report ends nothing; a VM that
 * is partly encrypted is done only when a running extension reports so for its volumes.
 */
function ended({ state, working }: WatchMemory, observation: Observation): boolean {
  switch (observation.facts.state) {
    case 'encrypted':
      return working === 'encrypting' || unfinished.has(state)
    case 'partly-encrypted':
      return partlyEnded(working ?? unseenRun[state] ?? null, observation)
    case 'not-encrypted':
    case 'protected-otherwise':
      return working === 'decrypting' || state === 'encrypted' || (wasEncrypted(state) && asksToDecrypt(observation))
    default:
      return false
  }
}

function workAfter(state: VmState, before: Pick<WatchMemory, 'state' | 'working'> | null, over: boolean) {
  if (over || state === 'failed') return null
  if (state === 'encrypting' || state === 'decrypting') return state
  const working = before?.working ?? null
  if (state === 'restart-pending') return working ?? 'encrypting'
  // Stamps appeared or went without a live report: a run that no observation showed, and whose end is still to come.
  const isOpen = state === 'encrypted-unverified' || state === 'partly-encrypted'
  return working ?? (isOpen && before !== null ? (unseenRun[before.state] ?? null) : null)
}

function firstSight({ observation, notifyCurrent }: NoticeInput, state: VmState): NoticeOutcome {
  const kind = notifyCurrent ? (needing[state] ?? null) : null
  const memory: WatchMemory = {
    vmId: observation.vmId?.toLowerCase() ?? null,
    at: observation.lastSeen,
    state,
    working: workAfter(state, null, false),
    left: null,
    stuck: false,
    episodes: kind === null ? 0 : 1,
  }
  const notice = kind && { kind, state, before: null, at: observation.lastSeen, rule: null, episode: 1 }
  return { memory, notice }
}

/** Whether a state that needs a person is the one that was left a moment ago. */
function isBack({ left }: WatchMemory, { facts, lastSeen }: Observation, flapMs: number): boolean {
  return left?.state === facts.state && Date.parse(lastSeen) - Date.parse(left.at) <= flapMs
}

/** The notice that this observation causes, if any. A run is reported as possibly stuck once. */
function kindOf(memory: WatchMemory, { observation, signs, flapMs }: NoticeInput, over: boolean): NoticeKind | null {
  const { state } = observation.facts
  if (over) return 'finished'
  if (state !== memory.state) return isBack(memory, observation, flapMs) ? null : (needing[state] ?? null)
  const isWork = state === 'encrypting' || state === 'decrypting'
  return isWork && signs.length > 0 && !memory.stuck ? 'stuck' : null
}

/** Whether the observation adds nothing to the memory: it is empty, or older than the memory. */
function isOld(memory: WatchMemory, observation: Observation): boolean {
  return Date.parse(observation.lastSeen) <= Date.parse(memory.at)
}

function isOther({ vmId }: WatchMemory, observation: Observation): boolean {
  return vmId !== null && observation.vmId !== null && vmId !== observation.vmId.toLowerCase()
}

function leftAfter(memory: WatchMemory, observation: Observation, changed: boolean): WatchMemory['left'] {
  if (!changed) return memory.left
  return needing[memory.state] === undefined ? memory.left : { state: memory.state, at: observation.lastSeen }
}

function advance(memory: WatchMemory, input: NoticeInput): NoticeOutcome {
  const { observation, signs } = input
  const { state } = observation.facts
  const over = ended(memory, observation)
  const kind = kindOf(memory, input, over)
  const changed = state !== memory.state
  if (kind === null && !changed && (memory.vmId !== null || observation.vmId === null)) return { memory, notice: null }
  const episodes = memory.episodes + (kind === null ? 0 : 1)
  const next: WatchMemory = {
    vmId: observation.vmId?.toLowerCase() ?? memory.vmId,
    at: observation.lastSeen,
    state,
    working: workAfter(state, memory, over),
    left: leftAfter(memory, observation, changed),
    stuck: kind === 'stuck' || (memory.stuck && !changed),
    episodes,
  }
  const rule = kind === 'stuck' ? (signs[0]?.rule ?? null) : null
  const notice = kind && { kind, state, before: memory.state, at: observation.lastSeen, rule, episode: episodes }
  return { memory: next, notice }
}

/**
 * The notice that an observation of a followed VM causes, and the memory to keep. A repeated, late or empty observation
 * causes no notice; a VM that was created again starts over as a first observation. Pure.
 */
export function noticeOf(input: NoticeInput): NoticeOutcome {
  const { memory, observation } = input
  const { state } = observation.facts
  if (state === 'unknown') return { memory, notice: null }
  if (memory === null || isOther(memory, observation)) return firstSight(input, state)
  return isOld(memory, observation) ? { memory, notice: null } : advance(memory, input)
}

/** Whether a user who watches for these kinds is notified of this one. */
export function isWanted(kind: NoticeKind, wanted: readonly NoticeKind[]): boolean {
  return wanted.includes(kind) || (kind === 'failed' && wanted.includes('needs-person'))
}
