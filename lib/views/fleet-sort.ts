import { volumeStates } from '@/lib/contract/codes'
import type { FleetColumn, FleetSort } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { plainSortValues, type SortValue, type SubscriptionNames } from './fleet-fields'
import { stateOrder } from './state-groups'
import { ranksOf } from './text-order'

// Data disks know two more words; they stand where their loudness puts them.
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

/** The place of each distinct value; texts as people order them, numbers by size. A column holds one kind alone. */
function placesOf(values: ReadonlySet<string | number>): ReadonlyMap<string | number, number> {
  const texts = [...values].filter((value) => typeof value === 'string')
  if (texts.length > 0) return ranksOf(texts)
  const numbers = Float64Array.from([...values].filter((value) => typeof value === 'number')).sort()
  return new Map([...numbers].map((value, place) => [value, place]))
}

/** One place a row, from 0; rows without a value have the place after the last, in both directions. */
function placeRows(entries: readonly FleetEntry[], read: Reader, names: SubscriptionNames, descending: boolean) {
  const numbers = new Map<string | number, number>()
  const rows = new Uint32Array(entries.length)
  const nothing = entries.length
  entries.forEach((entry, index) => {
    const value = read(entry, names)
    if (value === null) {
      rows[index] = nothing
      return
    }
    const number = numbers.get(value) ?? numbers.size
    if (number === numbers.size) numbers.set(value, number)
    rows[index] = number
  })
  const none = numbers.size
  const places = placesOf(new Set(numbers.keys()))
  const placeOf = new Uint32Array(nothing + 1).fill(none)
  for (const [value, number] of numbers) {
    const place = places.get(value) ?? none
    placeOf[number] = descending ? none - 1 - place : place
  }
  for (let index = 0; index < rows.length; index += 1) rows[index] = placeOf[rows[index] ?? nothing] ?? none
  return { rows, places: none + 1 }
}

/**
 * Indexes of the rows in the wanted order; null where they stand in it already. Rows are counted by place and laid out,
 * which takes as long as looking at each twice, however many there are. Equal rows stay in the order they came in,
 * which is by name, in both directions; rows without a value come last in both directions.
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
  const { rows, places } = placeRows(entries, readerOf(sort.column), names, sort.direction === 'descending')
  const starts = new Uint32Array(places + 1)
  for (const place of rows) starts[place + 1] = (starts[place + 1] ?? 0) + 1
  for (let place = 1; place <= places; place += 1) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  rows.forEach((place, index) => {
    const at = starts[place] ?? 0
    order[at] = index
    starts[place] = at + 1
  })
  return order
}
