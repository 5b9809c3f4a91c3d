import type { FleetFilters, TagFilter } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { changedSince } from './visit'
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
  const valuesOf = facetValues[name]
  return (entry) => valuesOf(entry).some((value) => wanted.has(value))
}

function textTest(text: string, names: SubscriptionNames): Test | null {
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return words.length === 0 ? null : (entry) => words.every((word) => textOf(entry, names).includes(word))
}

/** A value of a facet with the number of rows it would show. */
export type FacetCounts = ReadonlyMap<string, number>

/**
 * For each facet the rows that fit every *other* filter, by value: what another tick would show. Tags are counted by
 * name and by name with value, both as an address writes them. A facet is counted when it is first asked for.
 */
export type Facets = Readonly<Record<FacetName, FacetCounts>>

/** Which rows fit. Apart from their order, so that another order needs no second look at them. */
export interface Matches {
  /** By index of the row; null where no filter is set. */
  readonly mask: Uint8Array | null
  readonly facets: Facets
}

export interface FilteredFleet {
  readonly entries: readonly FleetEntry[]
  readonly facets: Facets
}

function maskOf(entries: readonly FleetEntry[], tests: readonly Test[]): Uint8Array | null {
  if (tests.length === 0) return null
  const mask = new Uint8Array(entries.length)
  entries.forEach((entry, index) => {
    if (tests.every((test) => test(entry))) mask[index] = 1
  })
  return mask
}

function countFacet(entries: readonly FleetEntry[], name: FacetName, tests: readonly Test[]): FacetCounts {
  const counts = new Map<string, number>()
  const valuesOf = facetValues[name]
  for (const entry of entries) {
    if (!tests.every((test) => test(entry))) continue
    for (const value of valuesOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

/**
 * Finds the rows that fit all filters, and what the filter menus count.
 * @param entries all rows
 * @param names subscription names, which the search text looks through as well
 */
export function matchFleet(entries: readonly FleetEntry[], filters: FleetFilters, names: SubscriptionNames): Matches {
  const byFacet = facetNames.flatMap((name) => {
    const test = facetTest(name, filters)
    return test === null ? [] : [{ name, test }]
  })
  const text = textTest(filters.text, names)
  const { changedSince: time } = filters
  const since: Test | null = time === '' ? null : (entry) => changedSince(entry, time)
  const always = [since, text].filter((test) => test !== null)
  const counted = new Map<FacetName, FacetCounts>()
  const countsOf = (name: FacetName): FacetCounts => {
    const others = byFacet.filter((one) => one.name !== name).map(({ test }) => test)
    const counts = counted.get(name) ?? countFacet(entries, name, [...others, ...always])
    counted.set(name, counts)
    return counts
  }
  // The text last: it is the one test that takes time.
  return { mask: maskOf(entries, [...byFacet.map(({ test }) => test), ...always]), facets: lazyFacets(countsOf) }
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
