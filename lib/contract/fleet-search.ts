import { passes, vmStates, type Pass, type VmState } from './codes'
import {
  fleetReadinesses,
  otherEncryptions,
  powerStates,
  type FleetReadiness,
  type OtherEncryption,
  type PowerState,
} from './fleet'
import {
  membersFrom,
  listFrom,
  oneOf,
  readTag,
  readVm,
  sortedTags,
  textFrom,
  timeFrom,
  writeTag,
  writeVm,
  type TagFilter,
} from './fleet-search-values'

export type { TagFilter } from './fleet-search-values'

/** Columns of the fleet table, in their fixed order. The name is always shown. */
export const fleetColumns = [
  'name',
  'subscription',
  'group',
  'region',
  'osType',
  'size',
  'power',
  'state',
  'os',
  'data',
  'progress',
  'message',
  'for',
  'since',
  'needs',
  'pass',
  'extension',
  'keyVault',
  'keyEncryptionKey',
  'otherEncryption',
  'readiness',
  'evidence',
] as const
export type FleetColumn = (typeof fleetColumns)[number]

/** Columns for a user who has not chosen any. */
export const defaultFleetColumns: readonly FleetColumn[] = [
  'name',
  'subscription',
  'state',
  'os',
  'data',
  'message',
  'for',
  'needs',
  'evidence',
]

/** What a VM needs next: first what waits for a user now, then what a user can do at any time, then what needs no user. */
export const fleetNeeds = [
  'restart',
  'fix',
  'decide',
  'check',
  'finish',
  'verify',
  'runtime',
  'read-again',
  'wait',
  'nothing',
] as const
export type FleetNeed = (typeof fleetNeeds)[number]

export const sortDirections = ['ascending', 'descending'] as const
export type SortDirection = (typeof sortDirections)[number]

export const fleetGroupings = ['state', 'subscription', 'group', 'region', 'os', 'pass', 'power'] as const
export type FleetGrouping = (typeof fleetGroupings)[number]

/** `unknown` means that Azure returned no value. */
export const osFilters = ['Linux', 'Windows', 'unknown'] as const
export type OsFilter = (typeof osFilters)[number]
export const passFilters = [...passes, 'unknown'] as const
export type PassFilter = Pass | 'unknown'
/** `none` means VMs without any other kind of encryption. */
export const otherEncryptionFilters = [...otherEncryptions, 'none'] as const
export type OtherEncryptionFilter = OtherEncryption | 'none'

/** Values of one list are alternatives; all lists must match. For tags, one value of each name must match. */
export interface FleetFilters {
  readonly state: readonly VmState[]
  readonly subscription: readonly string[]
  readonly group: readonly string[]
  readonly region: readonly string[]
  readonly os: readonly OsFilter[]
  readonly pass: readonly PassFilter[]
  readonly power: readonly PowerState[]
  readonly otherEncryption: readonly OtherEncryptionFilter[]
  readonly readiness: readonly FleetReadiness[]
  readonly needs: readonly FleetNeed[]
  readonly tag: readonly TagFilter[]
  /** ISO time since which the state has changed; empty for any. */
  readonly changedSince: string
  readonly text: string
}

export interface FleetSort {
  readonly column: FleetColumn
  readonly direction: SortDirection
}

/**
 * All parameters of the fleet's URL. Subscriptions, groups and regions are in lower case, lists sorted, without
 * duplicates.
 */
export interface FleetSearch {
  /** Tenant to sign in to; null uses the tenant of the session. */
  readonly tenant: string | null
  readonly filters: FleetFilters
  readonly sort: FleetSort
  readonly groupBy: FleetGrouping | null
  /** Null until the user chooses columns: then they also depend on the width of the window. */
  readonly columns: readonly FleetColumn[] | null
  /** Key of the row whose panel is open. */
  readonly vm: string | null
}

export const noFleetFilters: FleetFilters = {
  state: [],
  subscription: [],
  group: [],
  region: [],
  os: [],
  pass: [],
  power: [],
  otherEncryption: [],
  readiness: [],
  needs: [],
  tag: [],
  changedSince: '',
  text: '',
}

export const defaultFleetSearch: FleetSearch = {
  tenant: null,
  filters: noFleetFilters,
  sort: { column: 'state', direction: 'ascending' },
  groupBy: null,
  columns: null,
  vm: null,
}

const tenantPattern = /^[0-9a-z.-]{1,253}$/i

function parseFilters(params: URLSearchParams): FleetFilters {
  return {
    state: membersFrom(params, 'state', vmStates),
    subscription: listFrom(params, 'subscription'),
    group: listFrom(params, 'group'),
    region: listFrom(params, 'region'),
    os: membersFrom(params, 'os', osFilters),
    pass: membersFrom(params, 'pass', passFilters),
    power: membersFrom(params, 'power', powerStates),
    otherEncryption: membersFrom(params, 'other', otherEncryptionFilters),
    readiness: membersFrom(params, 'readiness', fleetReadinesses),
    needs: membersFrom(params, 'needs', fleetNeeds),
    tag: sortedTags(params.getAll('tag').map(readTag)),
    changedSince: timeFrom(params.get('changedSince')),
    text: textFrom(params.get('q')),
  }
}

function parseSort(text: string | null): FleetSort {
  const descending = text?.startsWith('-') ?? false
  const column = oneOf(fleetColumns, descending ? text?.slice(1) : text)
  return column === null ? defaultFleetSearch.sort : { column, direction: descending ? 'descending' : 'ascending' }
}

function parseColumns(params: URLSearchParams): readonly FleetColumn[] | null {
  const chosen = membersFrom(params, 'column', fleetColumns)
  return chosen.length === 0 ? null : fleetColumns.filter((column) => column === 'name' || chosen.includes(column))
}

/**
 * Parses the URL of the fleet. Invalid values count as missing.
 * @param params the query of the URL, which any user may have typed
 */
export function parseFleetSearch(params: URLSearchParams): FleetSearch {
  const tenant = params.get('tenant')
  return {
    tenant: tenant !== null && tenantPattern.test(tenant) ? tenant.toLowerCase() : null,
    filters: parseFilters(params),
    sort: parseSort(params.get('sort')),
    groupBy: oneOf(fleetGroupings, params.get('groupBy')),
    columns: parseColumns(params),
    vm: readVm(params.get('vm')),
  }
}

/**
 * Writes the URL of the fleet: defaults are left out, the order is always the same.
 * @returns the query without `?`; empty for the defaults
 */
export function serialiseFleetSearch(search: FleetSearch): string {
  const { filters, sort } = search
  const written: [string, string][] = []
  const add = (name: string, values: readonly string[]) =>
    written.push(...values.map((value): [string, string] => [name, value]))
  if (search.tenant !== null) add('tenant', [search.tenant])
  add('state', filters.state)
  add('subscription', filters.subscription)
  add('group', filters.group)
  add('region', filters.region)
  add('os', filters.os)
  add('pass', filters.pass)
  add('power', filters.power)
  add('other', filters.otherEncryption)
  add('readiness', filters.readiness)
  add('needs', filters.needs)
  add('tag', filters.tag.map(writeTag))
  if (filters.changedSince !== '') add('changedSince', [filters.changedSince])
  if (filters.text !== '') add('q', [filters.text])
  const isDefaultSort =
    sort.column === defaultFleetSearch.sort.column && sort.direction === defaultFleetSearch.sort.direction
  if (!isDefaultSort) add('sort', [`${sort.direction === 'descending' ? '-' : ''}${sort.column}`])
  if (search.groupBy !== null) add('groupBy', [search.groupBy])
  add('column', search.columns ?? [])
  if (search.vm !== null) add('vm', [writeVm(search.vm)])
  // A slash needs no escape in a query, and without one the VM stays readable.
  return new URLSearchParams(written).toString().replaceAll('%2F', '/')
}

/** True when at least one filter is set. */
export function hasFilters(filters: FleetFilters): boolean {
  return Object.values(filters).some((value: string | readonly unknown[]) => value.length > 0)
}
