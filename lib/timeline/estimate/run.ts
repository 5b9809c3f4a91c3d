import type { MessageKind } from '@/lib/messages/types'
import { livesOf } from '../lives'
import type { Observation, ObservedFacts } from '../observation'
import { paint, type Piece } from '../paint'
import { allowedSilence, isMoving, type Polling } from '../polling'
import { sightingsOf } from '../sighting'
import type { WorkKind } from './types'

/** Texts that stand while a kind of work goes on. The offline copy of an OS disk has one text for all its hours. */
const workOfKind: Readonly<Partial<Record<MessageKind, WorkKind>>> = {
  'linux-os-encryption-started': 'os-copy',
  'linux-os-encryption-already-running': 'os-copy',
  'linux-online-os-progress': 'online-os',
  'linux-online-os-progress-unparsed': 'online-os',
  'linux-data-count': 'data-volumes',
  'linux-data-percent': 'data-volumes',
  'linux-data-resume-percent': 'data-volumes',
  'linux-decryption-started': 'decryption',
  'linux-decrypting-count': 'decryption',
  'linux-decrypting-percent': 'decryption',
}

/** The work that the extension's text tells of; null for any other text. */
export function workOf({ message, state }: ObservedFacts): WorkKind | null {
  if (message === null || message.kind === null || message.kind === 'unrecognised') return null
  // A text that outlived its job says nothing of work.
  if (state === 'failed' || state === 'encrypted') return null
  return workOfKind[message.kind] ?? null
}

/** One stretch of one kind of work, as the looks at it tell. Times are milliseconds since 1970. */
export interface WorkRun {
  readonly work: WorkKind
  /** Looks at it, in order. */
  readonly pieces: readonly Piece[]
  /** The last look before it that saw something else, if not too long before; null where the beginning is not known. */
  readonly notBefore: number | null
  /** The last look before it that saw something else, however long ago: it had not begun then. Null where there is none. */
  readonly after: number | null
  /** The first look after it, if not too long after; null while it goes on or where its end is not known. */
  readonly endedBy: number | null
}

const sequenceOf = ({ sighting }: Piece): string => sighting.facts.extension?.sequence ?? ''

interface OpenRun {
  readonly work: WorkKind
  readonly pieces: Piece[]
  readonly notBefore: number | null
  readonly after: number | null
  endedBy: number | null
}

/**
 * Parts the looks at one machine into runs of work. A silence does not end a run where the same work of the same
 * request stands after it: what nobody saw is still one copy. The inventory reads no texts, so it does not count.
 */
function runsOfPieces(pieces: readonly Piece[], polling: Polling): readonly WorkRun[] {
  const runs: WorkRun[] = []
  let open: OpenRun | null = null
  let last: Piece | undefined
  for (const piece of pieces) {
    if (piece.sighting.facts.depth === 'inventory') continue
    const work = workOf(piece.sighting.facts)
    const near = last !== undefined && piece.from - last.to <= allowedSilence(last.sighting.facts, polling)
    if (open !== null && last !== undefined && open.work === work && sequenceOf(last) === sequenceOf(piece)) {
      open.pieces.push(piece)
    } else {
      if (open !== null) open.endedBy = near ? piece.from : null
      const after = last?.to ?? null
      open = work === null ? null : { work, pieces: [piece], notBefore: near ? after : null, after, endedBy: null }
      if (open !== null) runs.push(open)
    }
    last = piece
  }
  return runs
}

/** The newest machine's pieces and runs of work, from the observations of a place. */
export function workRunsOf(
  observations: readonly Observation[],
  polling: Polling,
  now: number,
): { readonly pieces: readonly Piece[]; readonly runs: readonly WorkRun[]; readonly current: WorkRun | null } {
  const life = livesOf(sightingsOf(observations, now).sightings).at(-1)
  const pieces = life === undefined ? [] : paint(life.sightings)
  const runs = runsOfPieces(pieces, polling)
  const newest = pieces.findLast(({ sighting }) => sighting.facts.depth === 'vm')
  const run = runs.at(-1)
  const goesOn =
    run !== undefined && newest !== undefined && run.pieces.at(-1) === newest && isMoving(newest.sighting.facts)
  return { pieces, runs, current: goesOn ? run : null }
}
