import type { FleetFilters, TagFilter } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { facetNames, facetValues, type FacetName, type SubscriptionNames } from './fleet-fields'

/** Folds letter case and width, so that full-width typing finds half-width names. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

const searchable = new WeakMap<FleetEntry, { readonly names: SubscriptionNames; readonly text: string }>()

// Folding ten thousand rows at each key press would be felt; an entry never changes, so its text is kept with it.
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

type Test = (entry: FleetEntry) => boolean

function tagTest(tags: readonly TagFilter[]): Test {
  const byName = new Map<string, TagFilter[]>()
  for (const tag of tags) byName.set(tag.name, [...(byName.get(tag.name) ?? []), tag])
  return (entry) => [...byName.values()].every((choices) => choices.some((tag) => hasTag(entry, tag)))
}

function facetTest(name: FacetName, filters: FleetFilters): Test | null {
  if (filters[name].length === 0) return null
  if (name === 'tag') return tagTest(filters.tag)
  const wanted = new Set<string>(filters[name])
  return (entry) => facetValues(entry)[name].some((value) => wanted.has(value))
}

function textTest(text: string, names: SubscriptionNames): Test | null {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length === 0 ? null : (entry) => words.every((word) => textOf(entry, names).includes(word))
}

/** A value of a facet with the number of rows it would show. */
export type FacetCounts = ReadonlyMap<string, number>

export interface FilteredFleet {
  readonly entries: readonly FleetEntry[]
  /**
   * For each facet the rows that fit every *other* filter, by value: what another tick would show.
   * Tags are counted by name and by name with value, both as an address writes them.
   */
  readonly facets: Readonly<Record<FacetName, FacetCounts>>
}

/**
 * The rows that fit all filters, and the counts for the filter menus, in one walk.
 * @param entries all rows; their order is kept
 * @param names subscription names, which the search text looks through as well
 */
export function filterFleet(
  entries: readonly FleetEntry[],
  filters: FleetFilters,
  names: SubscriptionNames,
): FilteredFleet {
  const tests = facetNames.flatMap((name) => {
    const test = facetTest(name, filters)
    return test === null ? [] : [{ name, test }]
  })
  const text = textTest(filters.text, names)
  const facets = emptyFacets()
  const kept: FleetEntry[] = []
  for (const entry of entries) {
    if (text !== null && !text(entry)) continue
    const missed = missedFilter(entry, tests)
    if (missed === 'several') continue
    const values = facetValues(entry)
    if (missed === null) {
      kept.push(entry)
      for (const name of facetNames) add(facets[name], values[name])
    } else add(facets[missed], values[missed])
  }
  return { entries: kept, facets }
}

/** The one filter that a row does not fit; null where it fits all. */
function missedFilter(
  entry: FleetEntry,
  tests: readonly { name: FacetName; test: Test }[],
): FacetName | null | 'several' {
  let missed: FacetName | null = null
  for (const { name, test } of tests) {
    if (test(entry)) continue
    if (missed !== null) return 'several'
    missed = name
  }
  return missed
}

function add(counts: Map<string, number>, values: readonly string[]): void {
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
}

function emptyFacets(): Record<FacetName, Map<string, number>> {
  return {
    state: new Map(),
    subscription: new Map(),
    group: new Map(),
    region: new Map(),
    os: new Map(),
    pass: new Map(),
    power: new Map(),
    otherEncryption: new Map(),
    readiness: new Map(),
    tag: new Map(),
  }
}
