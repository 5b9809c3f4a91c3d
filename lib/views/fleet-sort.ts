import { volumeStates } from '@/lib/contract/codes'
import type { FleetColumn, FleetSort } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { plainSortValues, type SortValue, type SubscriptionNames } from './fleet-fields'
import { stateOrder } from './state-groups'
import { ranksOf } from './text-order'

// Data disks know two more words; they stand where their loudness puts them.
const dataOrder = new Map([...stateOrder, ['not-mounted', stateOrder.size], ['none', stateOrder.size + 1]])
const volumeOrder = new Map(volumeStates.map((state) => [state, dataOrder.get(state) ?? dataOrder.size]))

function sortValue(entry: FleetEntry, column: FleetColumn, names: SubscriptionNames): SortValue {
  switch (column) {
    case 'name':
      return 0
    case 'state':
      return stateOrder.get(entry.state) ?? stateOrder.size
    case 'os':
      return volumeOrder.get(entry.os) ?? null
    case 'data':
      return entry.data.state === 'none' ? null : (dataOrder.get(entry.data.state) ?? null)
    default:
      return plainSortValues[column](entry, names)
  }
}

/** One number a row; NaN for nothing. Texts become their rank, so that the sort compares numbers only. */
function keysOf(entries: readonly FleetEntry[], column: FleetColumn, names: SubscriptionNames): Float64Array {
  const values = entries.map((entry) => sortValue(entry, column, names))
  const ranks = ranksOf(values.filter((value) => typeof value === 'string'))
  return Float64Array.from(values, (value) => (typeof value === 'string' ? (ranks.get(value) ?? NaN) : (value ?? NaN)))
}

/**
 * The rows in the wanted order. Equal rows stay in the order they came in, which is by name, in both directions;
 * rows without a value come last in both directions.
 * @param entries rows by name
 */
export function sortFleet(
  entries: readonly FleetEntry[],
  sort: FleetSort,
  names: SubscriptionNames,
): readonly FleetEntry[] {
  if (sort.column === 'name') return sort.direction === 'ascending' ? entries : entries.toReversed()
  const keys = keysOf(entries, sort.column, names)
  const sign = sort.direction === 'ascending' ? 1 : -1
  const order = entries.map((entry, index) => ({ entry, key: keys[index] ?? NaN, index }))
  order.sort((left, right) => {
    if (Number.isNaN(left.key) || Number.isNaN(right.key)) {
      return Number(Number.isNaN(left.key)) - Number(Number.isNaN(right.key)) || left.index - right.index
    }
    return sign * (left.key - right.key) || left.index - right.index
  })
  return order.map(({ entry }) => entry)
}
