import { catalogue } from './catalogue'
import type { TextMatch } from './entry'
import { catalogueIds, type CatalogueId } from './ids'

/** Shorter passages would occur in too many texts. */
const leastLength = 4
const tableSize = 4096

/** The literal beginning of an anchored pattern; empty where it has none, or several. */
function beginningOf({ source, flags }: RegExp): string {
  if (flags !== '' || !source.startsWith('^') || source.includes('|')) return ''
  const literal = /^[\w :=,'"/<>-]*/.exec(source.slice(1))?.[0] ?? ''
  // A quantifier can leave out the character before it.
  return /^[?*{]/.test(source.slice(1 + literal.length)) ? literal.slice(0, -1) : literal
}

const longest = (passages: readonly string[]): string =>
  passages.reduce((one, other) => (other.length > one.length ? other : one), '')

/** Passages of which every text that fits contains at least one; `null` where no such passages are known. */
function passagesOf(match: TextMatch): readonly string[] | null {
  switch (match.kind) {
    case 'exact':
      return match.texts
    case 'prefix':
      return [match.text]
    case 'whole':
    case 'start':
      return [beginningOf(match.pattern)]
    case 'contains': {
      const beginning = typeof match.start === 'string' ? match.start : ''
      return [longest([beginning, ...match.passages])]
    }
    case 'any-of': {
      const forms = match.forms.map(passagesOf)
      return forms.includes(null) ? null : forms.flatMap((form) => form ?? [])
    }
    case 'json':
      return null
  }
}

interface Marker {
  readonly passage: string
  readonly ids: CatalogueId[]
}

interface Index {
  /** Entries without such passages: they can fit any text. */
  readonly unmarked: ReadonlySet<CatalogueId>
  /** The passages by a number of their first four characters. */
  readonly table: readonly (readonly Marker[])[]
}

function indexed(): Index {
  const unmarked = new Set<CatalogueId>()
  const markers = new Map<string, Marker>()
  for (const id of catalogueIds) {
    const passages = passagesOf(catalogue[id].match)
    if (passages === null || passages.some(({ length }) => length < leastLength)) unmarked.add(id)
    else
      for (const passage of passages) {
        const marker = markers.get(passage) ?? { passage, ids: [] }
        marker.ids.push(id)
        markers.set(passage, marker)
      }
  }
  const table: Marker[][] = Array.from({ length: tableSize }, () => [])
  for (const marker of markers.values()) table[numberAt(marker.passage, 0)]?.push(marker)
  return { unmarked, table }
}

const numberAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 7 + text.charCodeAt(at + 1) * 61 + text.charCodeAt(at + 2) * 331 + text.charCodeAt(at + 3)) %
  tableSize

const { unmarked: withoutPassage, table } = indexed()

/** Entries that can fit a text whatever passages it contains. */
export const unmarked: ReadonlySet<CatalogueId> = withoutPassage

/**
 * The entries of which a text contains a passage: beside these only the unmarked ones can fit. To try all of them on every
 * line of a log takes ten times as long. One pass over the text; never throws.
 */
export function markedIn(text: string): ReadonlySet<CatalogueId> {
  const found = new Set<CatalogueId>()
  const seen = new Set<Marker>()
  for (let at = 0; at + leastLength <= text.length; at += 1) {
    const markers = table[numberAt(text, at)]
    if (markers === undefined || markers.length === 0) continue
    for (const marker of markers) {
      if (seen.has(marker) || !text.startsWith(marker.passage, at)) continue
      seen.add(marker)
      for (const id of marker.ids) found.add(id)
    }
  }
  return found
}
