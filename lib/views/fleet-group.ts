import type { FleetGrouping } from '@/lib/contract/fleet-search'
import type { FleetEntry } from './fleet-entry'
import { groupingValue, type SubscriptionNames } from './fleet-fields'
import { stateOrder } from './state-groups'
import { compareText } from './text-order'

export interface FleetGroup {
  /** The shared value, in the spelling of the filter of the same name. */
  readonly value: string
  /** An entry that contains the value as Azure spells it. */
  readonly sample: FleetEntry
  readonly entries: readonly FleetEntry[]
}

/**
 * Groups rows by a shared value. The rows of a group keep their order; states come in the fixed order, other values by
 * name, and unknown values last.
 */
export function groupFleet(
  entries: readonly FleetEntry[],
  grouping: FleetGrouping,
  names: SubscriptionNames,
): readonly FleetGroup[] {
  const byValue = new Map<string, FleetEntry[]>()
  for (const entry of entries) {
    const value = groupingValue(entry, grouping)
    const group = byValue.get(value)
    if (group === undefined) byValue.set(value, [entry])
    else group.push(entry)
  }
  const groups = [...byValue].flatMap(([value, rows]): FleetGroup[] => {
    const [sample] = rows
    return sample === undefined ? [] : [{ value, sample, entries: rows }]
  })
  const label = (value: string) => (grouping === 'subscription' ? (names.get(value) ?? value) : value)
  return groups.sort((left, right) => {
    if (grouping === 'state') return (stateOrder.get(left.value) ?? 0) - (stateOrder.get(right.value) ?? 0)
    const last = Number(left.value === 'unknown') - Number(right.value === 'unknown')
    return last || compareText(label(left.value), label(right.value))
  })
}
