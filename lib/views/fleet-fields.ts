import { fleetReadinesses } from '@/lib/contract/fleet'
import { fleetNeeds, type FleetColumn, type FleetGrouping } from '@/lib/contract/fleet-search'
import { writeTag } from '@/lib/contract/fleet-search-values'
import { rowSince } from '@/lib/contract/row-since'
import type { FleetEntry } from './fleet-entry'
import { fleetNeedOf } from './fleet-need'
import { runningProgress } from './progress-kind'

/** Filters that offer values with counts. */
export const facetNames = [
  'state',
  'subscription',
  'group',
  'needs',
  'region',
  'os',
  'pass',
  'power',
  'otherEncryption',
  'readiness',
  'tag',
] as const
export type FacetName = (typeof facetNames)[number]

function tagValues(entry: FleetEntry): readonly string[] {
  return Object.entries(entry.tags).flatMap(([spelled, value]) => {
    const name = spelled.toLowerCase()
    return [writeTag({ name, value: null }), writeTag({ name, value })]
  })
}

/** Values under which a row appears in each facet, in the spelling of `FleetSearch`. */
export const facetValues: Readonly<Record<FacetName, (entry: FleetEntry) => readonly string[]>> = {
  state: (entry) => [entry.state],
  subscription: (entry) => [entry.subscriptionId.toLowerCase()],
  group: (entry) => [entry.resourceGroup.toLowerCase()],
  region: (entry) => [entry.region.toLowerCase()],
  os: (entry) => [entry.osType ?? 'unknown'],
  pass: (entry) => [entry.pass ?? 'unknown'],
  power: (entry) => [entry.power],
  otherEncryption: (entry) => (entry.otherEncryption.length === 0 ? ['none'] : entry.otherEncryption),
  readiness: (entry) => (entry.readiness === null ? [] : [entry.readiness]),
  needs: (entry) => {
    const need = fleetNeedOf(entry)
    return need === null ? [] : [need]
  },
  tag: tagValues,
}

/** The value by which a row is grouped. */
export function groupingValue(entry: FleetEntry, grouping: FleetGrouping): string {
  return facetValues[grouping](entry)[0] ?? ''
}

/** Names of subscriptions by id in lower case. */
export type SubscriptionNames = ReadonlyMap<string, string>

/** What a column sorts by: a number, a text, or null; rows with null come last in both directions. */
export type SortValue = number | string | null

type Reader = (entry: FleetEntry, names: SubscriptionNames) => SortValue

/** Sort values of the columns whose order needs no fixed list. */
export const plainSortValues: Readonly<Record<Exclude<FleetColumn, 'name' | 'state' | 'os' | 'data'>, Reader>> = {
  subscription: (entry, names) => names.get(entry.subscriptionId.toLowerCase()) ?? entry.subscriptionId,
  group: (entry) => entry.resourceGroup,
  region: (entry) => entry.region,
  osType: (entry) => entry.osName ?? entry.osType,
  size: (entry) => entry.size,
  power: (entry) => (entry.power === 'unknown' ? null : entry.power),
  progress: (entry) => {
    const progress = runningProgress(entry)
    return 'percent' in progress ? progress.percent : null
  },
  message: (entry) => entry.progress.message,
  for: (entry) => rowSince(entry.history)?.seenFor ?? null,
  since: (entry) => (entry.history === null ? null : Date.parse(entry.history.firstSeen)),
  pass: (entry) => entry.pass,
  extension: (entry) => entry.extensionVersion,
  keyVault: (entry) => entry.keyVault,
  keyEncryptionKey: (entry) => entry.keyEncryptionKey,
  otherEncryption: (entry) => entry.otherEncryption.join(' ') || null,
  readiness: (entry) => (entry.readiness === null ? null : fleetReadinesses.indexOf(entry.readiness)),
  needs: (entry) => {
    const need = fleetNeedOf(entry)
    return need === null ? null : fleetNeeds.indexOf(need)
  },
  // The age is greater the earlier the reading.
  evidence: (entry) => (entry.evidenceAt === null ? null : -Date.parse(entry.evidenceAt)),
}
