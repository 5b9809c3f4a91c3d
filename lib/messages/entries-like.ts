import type { CatalogueEntry, TextMatch } from './entry'
import type { CatalogueId } from './ids'

/** A part of the catalogue; all parts together hold every id. */
export type CatalogueGroup = Partial<Record<CatalogueId, CatalogueEntry>>

type Traits = Omit<CatalogueEntry, 'match'>

/** Makes entries that share their traits, but for the ones named. */
export function entriesLike(shared: Traits): (match: TextMatch, differing?: Partial<Traits>) => CatalogueEntry {
  return (match, differing = {}) => ({ ...shared, ...differing, match })
}
