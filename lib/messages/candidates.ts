import { catalogue } from './catalogue'
import type { CatalogueEntry, MessageFacet, MessageOrigin, MessageTarget, ReportedStatus } from './entry'
import { catalogueIds, type CatalogueId } from './ids'
import { unmarked } from './markers'
import { matchesText, type ReadableText } from './matches-text'
import type { MessagePhase } from './types'

/** What is known about the origin of a text. An unknown value (`null` or omitted) excludes nothing. */
export interface MatchHints {
  readonly facet?: MessageFacet
  readonly os?: 'linux' | 'windows' | null
  readonly pass?: 'single' | 'dual' | null
  readonly status?: ReportedStatus | null
  /** Distinguishes the few words that two tools share. */
  readonly origin?: MessageOrigin | null
  /** Distinguishes the few words that two jobs share. */
  readonly phase?: MessagePhase | null
}

interface Candidate {
  readonly id: CatalogueId
  readonly entry: CatalogueEntry
}

const byFalling = (left: Candidate, right: Candidate): number => right.entry.specificity - left.entry.specificity

/** All entries, the most specific first. */
const byExactness: readonly Candidate[] = catalogueIds.map((id) => ({ id, entry: catalogue[id] })).toSorted(byFalling)

/** Entries of one origin by what is known about it, the most specific first; there are few such combinations. */
const byHints = new Map<string, readonly Candidate[]>()

function candidatesFor(target: MessageTarget, hints: MatchHints, isUnmarked: boolean): readonly Candidate[] {
  const { facet, os, pass, status, origin, phase } = hints
  const key = [target, facet, os, pass, status, origin, phase, isUnmarked].join('|')
  const known = byHints.get(key)
  if (known !== undefined) return known
  const fitting = byExactness.filter(
    ({ id, entry }) => entry.target === target && (!isUnmarked || unmarked.has(id)) && fitsHints(entry, hints),
  )
  byHints.set(key, fitting)
  return fitting
}

function candidatesIn(target: MessageTarget, hints: MatchHints, marked?: ReadonlySet<CatalogueId>) {
  if (marked === undefined) return candidatesFor(target, hints, false)
  const found = [...marked]
    .map((id) => ({ id, entry: catalogue[id] }))
    .filter(({ id, entry }) => entry.target === target && !unmarked.has(id) && fitsHints(entry, hints))
  const others = candidatesFor(target, hints, true)
  return found.length === 0 ? others : [...found, ...others].toSorted(byFalling)
}

/**
 * The one entry that fits best, or `null`. Two entries of equal specificity are two causes in one text: neither is
 * chosen; the next wider entry that is unique (normally the sentence around both) is the honest reading.
 * @param marked the entries of which the text contains a passage; without them all are tried
 */
export function bestEntry(
  target: MessageTarget,
  readable: ReadableText,
  hints: MatchHints,
  marked?: ReadonlySet<CatalogueId>,
): CatalogueId | null {
  let level = Number.POSITIVE_INFINITY
  let found: CatalogueId[] = []
  for (const { id, entry } of candidatesIn(target, hints, marked)) {
    if (entry.specificity < level) {
      if (found.length === 1) break
      found = []
      level = entry.specificity
    }
    if (matchesText(entry.match, readable)) found.push(id)
  }
  return found.length > 1 ? null : (found[0] ?? null)
}

function fitsHints(entry: CatalogueEntry, hints: MatchHints): boolean {
  return (
    entry.facet === (hints.facet ?? 'main') &&
    fits(entry.os, hints.os) &&
    fits(entry.pass, hints.pass) &&
    fits(entry.origin, hints.origin) &&
    fits(entry.phase, hints.phase) &&
    (entry.status === null || isUnknown(hints.status) || entry.status.includes(hints.status))
  )
}

function fits<T>(asked: T | null, hint: T | null | undefined): boolean {
  return asked === null || isUnknown(hint) || asked === hint
}

function isUnknown<T>(hint: T | null | undefined): hint is null | undefined {
  return hint === null || hint === undefined
}
