import { catalogue } from './catalogue'
import type { CatalogueEntry, MessageFacet, MessageOrigin, MessageTarget, ReportedStatus } from './entry'
import { catalogueIds, type CatalogueId } from './ids'
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

/** All entries, the most specific first. */
const byExactness: readonly Candidate[] = catalogueIds
  .map((id) => ({ id, entry: catalogue[id] }))
  .toSorted((left, right) => right.entry.specificity - left.entry.specificity)

/** Entries of one origin by what is known about it, the most specific first; there are few such combinations. */
const byHints = new Map<string, readonly Candidate[]>()

function candidatesFor(target: MessageTarget, hints: MatchHints): readonly Candidate[] {
  const { facet, os, pass, status, origin, phase } = hints
  const key = [target, facet, os, pass, status, origin, phase].join('|')
  const known = byHints.get(key)
  if (known !== undefined) return known
  const fitting = byExactness.filter(({ entry }) => entry.target === target && fitsHints(entry, hints))
  byHints.set(key, fitting)
  return fitting
}

/**
 * The one entry that fits best, or `null`. Two entries of equal specificity are two causes in one text: neither is
 * chosen; the next wider entry that is unique (normally the sentence around both) is the honest reading.
 */
export function bestEntry(target: MessageTarget, readable: ReadableText, hints: MatchHints): CatalogueId | null {
  let level = Number.POSITIVE_INFINITY
  let found: CatalogueId[] = []
  for (const { id, entry } of candidatesFor(target, hints)) {
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
