import type { CatalogueEntry, MessageFamily, TextMatch } from './entry'
import type { CatalogueId } from './ids'

/** A part of the catalogue; the parts together contain every id. */
export type CatalogueGroup = Partial<Record<CatalogueId, CatalogueEntry>>

type Traits = Omit<CatalogueEntry, 'match' | 'group'>
type Harmless = Exclude<CatalogueEntry['severity'], 'error'>
/** An entry of severity error must name its message group; `null` states that its text names no cause. */
type Differing = Partial<Omit<Traits, 'severity'>> &
  (
    | { readonly severity?: Harmless; readonly group?: MessageFamily }
    | { readonly severity: 'error'; readonly group: MessageFamily | null }
  )

/**
 * Creates entries with shared traits and the given exceptions. They report no failure unless they name a message group.
 */
export function entriesLike(
  shared: Traits & { readonly severity: Harmless },
): (match: TextMatch, differing?: Differing) => CatalogueEntry {
  return (match, differing = {}) => ({ group: null, ...shared, ...differing, match })
}

/**
 * Creates entries of texts that report an error. Each must name its message group; `null` states that the text names no
 * cause, so that no group can be forgotten.
 */
export function failuresLike(
  shared: Traits,
): (match: TextMatch, group: MessageFamily | null, differing?: Partial<Traits>) => CatalogueEntry {
  return (match, group, differing = {}) => ({ ...shared, ...differing, group, match })
}
