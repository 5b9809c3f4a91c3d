import type { FleetFilters, TagFilter } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { changedSince } from './visit'
import { facetNames, facetValues, type FacetName, type SubscriptionNames } from './fleet-fields'
import { columnOf, keptByRows } from './value-column'

/** Folds letter case and width, so that full-width input finds half-width names. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const searchable = new WeakMap<FleetEntry, { readonly names: SubscriptionNames; readonly text: string }>()

// Folding ten thousand rows at each key press is noticeably slow; an entry never changes, so its folded text is cached.
function textOf(entry: FleetEntry, names: SubscriptionNames): string {
  const kept = searchable.get(entry)
  if (kept?.names === names) return kept.text
  const tags = Object.entries(entry.tags).map(([name, value]) => `${name}=${value}`)
  const parts = [
    entry.name,
    entry.id,
    names.get(entry.subscriptionId.toLowerCase()),
    entry.region,
    entry.osType,
    entry.osName,
    entry.size,
    entry.extensionVersion,
    entry.progress.message,
    entry.keyVault,
    entry.keyEncryptionKey,
    ...tags,
  ]
  const text = folded(parts.filter((part) => typeof part === 'string').join('\n'))
  searchable.set(entry, { names, text })
  return text
}

function hasTag(entry: FleetEntry, wanted: TagFilter): boolean {
  return Object.entries(entry.tags).some(
    ([name, value]) => name.toLowerCase() === wanted.name && (wanted.value === null || wanted.value === value),
  )
}

/** By row: 1 where it matches. */
type Mask = Uint8Array

function maskBy(entries: readonly FleetEntry[], fits: (entry: FleetEntry, index: number) => boolean): Mask {
  const mask = new Uint8Array(entries.length)
  entries.forEach((entry, index) => {
    if (fits(entry, index)) mask[index] = 1
  })
  return mask
}

function tagMask(entries: readonly FleetEntry[], tags: readonly TagFilter[]): Mask {
  const byName = new Map<string, TagFilter[]>()
  for (const tag of tags) byName.set(tag.name, [...(byName.get(tag.name) ?? []), tag])
  return maskBy(entries, (entry) => [...byName.values()].every((choices) => choices.some((tag) => hasTag(entry, tag))))
}

const noNames = {}
const keptColumn = keptByRows((entries, name: Exclude<FacetName, 'tag'>) =>
  columnOf(entries, facetValues[name], (values) => (values.length === 1 ? values[0] : values.join('\n'))),
)
/** The values of a facet by row. Tags have no column: every row may have a different set of them. */
const facetColumn = (entries: readonly FleetEntry[], name: Exclude<FacetName, 'tag'>) =>
  keptColumn(entries, name, noNames)

/** Which rows have one of the selected values; null when none is selected. */
function facetMask(entries: readonly FleetEntry[], name: FacetName, filters: FleetFilters): Mask | null {
  if (filters[name].length === 0) return null
  if (name === 'tag') return tagMask(entries, filters.tag)
  const wanted = new Set<string>(filters[name])
  const { rows, values } = facetColumn(entries, name)
  const fits = Uint8Array.from(values, (each) => (each.some((value) => wanted.has(value)) ? 1 : 0))
  const mask = new Uint8Array(rows.length)
  for (let index = 0; index < rows.length; index += 1) mask[index] = fits[rows[index] ?? 0] ?? 0
  return mask
}

const keptTexts = keptByRows((entries, _text: 'text', names: SubscriptionNames) =>
  entries.map((entry) => textOf(entry, names)),
)

function textMask(entries: readonly FleetEntry[], text: string, names: SubscriptionNames): Mask | null {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  const texts = keptTexts(entries, 'text', names)
  return maskBy(entries, (_entry, index) => words.every((word) => texts[index]?.includes(word) === true))
}

/** Rows that match both; null when neither filters. */
function bothOf(masks: readonly Mask[]): Mask | null {
  const [first, ...others] = masks
  if (first === undefined) return null
  const mask = Uint8Array.from(first)
  for (const other of others)
    for (let index = 0; index < mask.length; index += 1) mask[index] = (mask[index] ?? 0) & (other[index] ?? 0)
  return mask
}

/** A value of a facet with the number of rows it would show. */
export type FacetCounts = ReadonlyMap<string, number>

/**
 * For each facet, the rows that match every *other* filter, by value: what one more tick would show. Tags are counted
 * by name and by name with value, both as the URL writes them. A facet is counted only on first use.
 */
export type Facets = Readonly<Record<FacetName, FacetCounts>>

/** Which rows match. Separate from their order, so that sorting needs no new filtering. */
export interface Matches {
  /** By index of the row; null when no filter is set. */
  readonly mask: Uint8Array | null
  readonly facets: Facets
}

export interface FilteredFleet {
  readonly entries: readonly FleetEntry[]
  readonly facets: Facets
}

function countTags(entries: readonly FleetEntry[], mask: Mask | null): FacetCounts {
  const counts = new Map<string, number>()
  entries.forEach((entry, index) => {
    if (mask !== null && mask[index] === 0) return
    for (const value of facetValues.tag(entry)) counts.set(value, (counts.get(value) ?? 0) + 1)
  })
  return counts
}

function countFacet(entries: readonly FleetEntry[], name: FacetName, mask: Mask | null): FacetCounts {
  if (name === 'tag') return countTags(entries, mask)
  const { rows, values } = facetColumn(entries, name)
  const rowsOf = new Uint32Array(values.length)
  for (let index = 0; index < rows.length; index += 1) {
    const number = rows[index] ?? 0
    rowsOf[number] = (rowsOf[number] ?? 0) + (mask === null ? 1 : (mask[index] ?? 0))
  }
  const counts = new Map<string, number>()
  values.forEach((each, number) => {
    const count = rowsOf[number] ?? 0
    if (count > 0) for (const value of each) counts.set(value, (counts.get(value) ?? 0) + count)
  })
  return counts
}

/**
 * Finds the rows that match all filters, and the counts for the filter menus.
 * @param entries all rows
 * @param names subscription names, which the search text matches as well
 */
export function matchFleet(entries: readonly FleetEntry[], filters: FleetFilters, names: SubscriptionNames): Matches {
  const byFacet = facetNames.flatMap((name) => {
    const mask = facetMask(entries, name, filters)
    return mask === null ? [] : [{ name, mask }]
  })
  const { changedSince: time } = filters
  const since = time === '' ? null : maskBy(entries, (entry) => changedSince(entry, time))
  const always = [since, textMask(entries, filters.text, names)].filter((mask) => mask !== null)
  const counted = new Map<FacetName, FacetCounts>()
  const countsOf = (name: FacetName): FacetCounts => {
    const others = byFacet.filter((one) => one.name !== name).map(({ mask }) => mask)
    const counts = counted.get(name) ?? countFacet(entries, name, bothOf([...others, ...always]))
    counted.set(name, counts)
    return counts
  }
  return { mask: bothOf([...byFacet.map(({ mask }) => mask), ...always]), facets: lazyFacets(countsOf) }
}

function lazyFacets(countsOf: (name: FacetName) => FacetCounts): Facets {
  return {
    get state() {
      return countsOf('state')
    },
    get subscription() {
      return countsOf('subscription')
    },
    get group() {
      return countsOf('group')
    },
    get region() {
      return countsOf('region')
    },
    get os() {
      return countsOf('os')
    },
    get pass() {
      return countsOf('pass')
    },
    get needs() {
      return countsOf('needs')
    },
    get power() {
      return countsOf('power')
    },
    get otherEncryption() {
      return countsOf('otherEncryption')
    },
    get readiness() {
      return countsOf('readiness')
    },
    get tag() {
      return countsOf('tag')
    },
  }
}
