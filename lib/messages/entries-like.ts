import type { CatalogueEntry, MessageFamily, TextMatch } from './entry'
import type { CatalogueId } from './ids'

/** A part of the catalogue; all parts together hold every id. */
export type CatalogueGroup = Partial<Record<CatalogueId, CatalogueEntry>>

type Traits = Omit<CatalogueEntry, 'match' | 'group'>
type Harmless = Exclude<CatalogueEntry['severity'], 'error'>
/** An entry that becomes an error must name its family, or say with `null` that its text names no cause. */
type Differing = Partial<Omit<Traits, 'severity'>> &
  (
    | { readonly severity?: Harmless; readonly group?: MessageFamily }
    | { readonly severity: 'error'; readonly group: MessageFamily | null }
  )

/** Makes entries that share their traits, but for the ones named. They report no failure unless they name a family. */
export function entriesLike(
  shared: Traits & { readonly severity: Harmless },
): (match: TextMatch, differing?: Differing) => CatalogueEntry {
  return (match, differing = {}) => ({ group: null, ...shared, ...differing, match })
}

/**
 * Makes entries of texts that report an error. Each must name its family; `null` says that the text names no cause,
 * so that none can be left out by mistake.
 */
export function failuresLike(
  shared: Traits,
): (match: TextMatch, group: MessageFamily | null, differing?: Partial<Traits>) => CatalogueEntry {
  return (match, group, differing = {}) => ({ ...shared, ...differing, group, match })
}
