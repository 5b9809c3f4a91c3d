'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import type { TableItem, TableRow } from '@/components/data-table/types'
import { stateClass } from '@/components/state/state-icons'
import { fleetColumns, type FleetGrouping } from '@/lib/contract/fleet-search'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { FleetGroup } from '@/lib/views/fleet-group'
import type { FleetView } from '@/lib/views/fleet-view'
import { groupOfState } from '@/lib/views/state-groups'
import { FleetCell } from './fleet-cell'
import { groupLabel, useFacetLabel } from './use-labels'

const rows = new WeakMap<FleetEntry, TableRow>()

function cellOf(entry: FleetEntry, columnId: string): ReactNode {
  const column = fleetColumns.find((id) => id === columnId)
  return column === undefined ? null : <FleetCell column={column} entry={entry} />
}

/** The table's row for an entry: the same object as long as the entry stays, so that an update redraws what changed. */
function rowOf(entry: FleetEntry): TableRow {
  const known = rows.get(entry)
  if (known !== undefined) return known
  const row: TableRow = { kind: 'row', key: entry.key, cell: (columnId) => cellOf(entry, columnId) }
  rows.set(entry, row)
  return row
}

function GroupHead({ group, label }: { readonly group: FleetGroup; readonly label: string }) {
  const t = useTranslations('fleet.group')
  const needing = group.entries.filter((entry) => groupOfState(entry.state) === 'needs-person')
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="truncate font-medium">{label}</span>
      <span className="whitespace-nowrap text-text-2">{t('count', { count: group.entries.length })}</span>
      {needing[0] !== undefined && (
        <span className="inline-flex items-center gap-1 self-center whitespace-nowrap text-text-2">
          <StateIcon state={needing[0].state} size={14} />
          {t('person', { count: needing.length })}
        </span>
      )}
    </span>
  )
}

/** Key of a group's line. */
export function groupKey(grouping: FleetGrouping, value: string): string {
  return `group ${grouping} ${value}`
}

export interface TableItemsOptions {
  readonly view: FleetView
  readonly grouping: FleetGrouping | null
  /** Keys of groups whose rows are hidden. */
  readonly closed: ReadonlySet<string>
  /** Rows whose state has just changed. */
  readonly changed: ReadonlySet<string>
  /** Lines to draw for rows that are still to come. */
  readonly placeholders: number
}

/** The lines of the table: groups with their rows, or rows alone, then what is still to come. */
export function useTableItems(options: TableItemsOptions): readonly TableItem[] {
  const { view, grouping, closed, changed, placeholders } = options
  const label = useFacetLabel()
  return useMemo(() => {
    const lines = (entries: readonly FleetEntry[]): TableItem[] =>
      entries.map((entry) => {
        const row = rowOf(entry)
        return changed.has(entry.key) ? { ...row, className: `animate-settle ${stateClass(entry.state)}` } : row
      })
    const grouped = (groups: readonly FleetGroup[], by: FleetGrouping): TableItem[] =>
      groups.flatMap((group) => {
        const key = groupKey(by, group.value)
        const expanded = !closed.has(key)
        const content = <GroupHead group={group} label={groupLabel(label, by, group.value, group.sample)} />
        return [{ kind: 'group', key, content, expanded }, ...(expanded ? lines(group.entries) : [])]
      })
    const known = view.groups === null || grouping === null ? lines(view.entries) : grouped(view.groups, grouping)
    const coming = Array.from({ length: placeholders }, (_unused, index): TableItem => ({
      kind: 'placeholder',
      key: `coming ${index}`,
    }))
    return [...known, ...coming]
  }, [view, grouping, closed, changed, placeholders, label])
}
