import { volumeStates } from '@/lib/contract/codes'
import type { FleetColumn, FleetSort } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { plainSortValues, type SortValue, type SubscriptionNames } from './fleet-fields'
import { stateOrder } from './state-groups'
import { ranksOf } from './text-order'
import { columnOf, keptByRows } from './value-column'

// Data disks have two more values; their position follows their severity.
const dataOrder = new Map([...stateOrder, ['not-mounted', stateOrder.size], ['none', stateOrder.size + 1]])
const volumeOrder = new Map(volumeStates.map((state) => [state, dataOrder.get(state) ?? dataOrder.size]))

type Reader = (entry: FleetEntry, names: SubscriptionNames) => SortValue

function readerOf(column: Exclude<FleetColumn, 'name'>): Reader {
  switch (column) {
    case 'state':
      return (entry) => stateOrder.get(entry.state) ?? stateOrder.size
    case 'os':
      return (entry) => volumeOrder.get(entry.os) ?? null
    case 'data':
      return (entry) => (entry.data.state === 'none' ? null : (dataOrder.get(entry.data.state) ?? null))
    default:
      return plainSortValues[column]
  }
}

/** The rank of each distinct value; texts in natural order, numbers by size. A column contains only one type. */
function placesOf(values: ReadonlySet<string | number>): ReadonlyMap<string | number, number> {
  const texts = [...values].filter((value) => typeof value === 'string')
  if (texts.length > 0) return ranksOf(texts)
  const numbers = Float64Array.from([...values].filter((value) => typeof value === 'number')).sort()
  return new Map([...numbers].map((value, place) => [value, place]))
}

/** A column with the rank of each of its values; null for rows without a value, which come last in both directions. */
const placedColumn = keptByRows((entries, column: Exclude<FleetColumn, 'name'>, names: SubscriptionNames) => {
  const read = readerOf(column)
  const { rows, values } = columnOf(entries, (entry) => read(entry, names))
  const places = placesOf(new Set(values.filter((value) => value !== null)))
  return { rows, placeOf: values.map((value) => (value === null ? null : (places.get(value) ?? null))) }
})

/** One rank per row, from 0. */
function placeRows(
  entries: readonly FleetEntry[],
  { column, direction }: { readonly column: Exclude<FleetColumn, 'name'>; readonly direction: FleetSort['direction'] },
  names: SubscriptionNames,
) {
  const { rows: numbers, placeOf } = placedColumn(entries, column, names)
  const none = placeOf.length
  const turned = Uint32Array.from(placeOf, (place) => {
    if (place === null) return none
    return direction === 'descending' ? none - 1 - place : place
  })
  const rows = new Uint32Array(numbers.length)
  for (let index = 0; index < rows.length; index += 1) rows[index] = turned[numbers[index] ?? 0] ?? none
  return { rows, places: none + 1 }
}

/**
 * Indexes of the rows in the requested order; null when they already have it. Uses a counting sort by rank, so the time
 * grows linearly with the rows; the column itself is read once. Equal rows keep their input order, which is by name, in
 * both directions; rows without a value come last in both directions.
 * @param entries rows by name
 */
export function orderFleet(
  entries: readonly FleetEntry[],
  sort: FleetSort,
  names: SubscriptionNames,
): Uint32Array | null {
  const order = new Uint32Array(entries.length)
  if (sort.column === 'name') {
    if (sort.direction === 'ascending') return null
    for (let index = 0; index < order.length; index += 1) order[index] = order.length - 1 - index
    return order
  }
  const { column, direction } = sort
  const { rows, places } = placeRows(entries, { column, direction }, names)
  const starts = new Uint32Array(places + 1)
  for (const place of rows) starts[place + 1] = (starts[place + 1] ?? 0) + 1
  for (let place = 1; place <= places; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  for (let index = 0; index < rows.length; index += 1) {
    const place = rows[index] ?? 0
    const at = starts[place] ?? 0
    order[at] = index
    starts[place] = at + 1
  }
  return order
}
