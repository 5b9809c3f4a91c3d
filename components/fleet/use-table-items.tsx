'use client'

import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import { StateIcon } from '@/components/state/state-icon'
import { indexByKey, type TableLines } from '@/components/data-table/lines'
import type { TableItem, TableRow } from '@/components/data-table/types'
import { stateClass } from '@/components/state/state-icons'
import { fleetColumns, type FleetGrouping } from '@/lib/contract/fleet-search'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import type { FleetGroup } from '@/lib/views/fleet-group'
import type { FleetView } from '@/lib/views/fleet-view'
import { needsAction } from '@/lib/views/fleet-counts'
import { FleetCell } from './fleet-cell'
import { SelectCell, selectColumn } from './select-cells'
import { groupLabel, useFacetLabel } from './use-labels'

const rows = new WeakMap<FleetEntry, TableRow>()

function cellOf(entry: FleetEntry, columnId: string): ReactNode {
  if (columnId === selectColumn) return <SelectCell entry={entry} />
  const column = fleetColumns.find((id) => id === columnId)
  return column === undefined ? null : <FleetCell column={column} entry={entry} />
}

/**
 * The table's row for an entry: the same object as long as the entry stays, so that an update re-renders only what
 * changed.
 */
function rowOf(entry: FleetEntry): TableRow {
  const known = rows.get(entry)
  if (known !== undefined) return known
  const row: TableRow = { kind: 'row', key: entry.key, cell: (columnId) => cellOf(entry, columnId) }
  rows.set(entry, row)
  return row
}

function GroupHead({ group, label }: { readonly group: FleetGroup; readonly label: string }) {
  const t = useTranslations('fleet.group')
  const needing = needsAction(group.entries)
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
  /** Number of placeholder lines for rows that have not arrived. */
  readonly placeholders: number
}

interface Segment {
  /** Index of the group's own line. */
  readonly at: number
  readonly head: TableItem
  /** Rows below it; empty when it is closed. */
  readonly entries: readonly FleetEntry[]
}

function placeholder(index: number): TableItem {
  return { kind: 'placeholder', key: `coming ${index}` }
}

/** Rows without groups. */
function plainLines(entries: readonly FleetEntry[], placeholders: number, itemOf: ItemOf): TableLines {
  return {
    count: entries.length + placeholders,
    at: (index) => {
      const entry = entries[index]
      if (entry !== undefined) return itemOf(entry)
      return index >= 0 && index < entries.length + placeholders ? placeholder(index - entries.length) : undefined
    },
    indexOf: indexByKey(entries.length, (index) => entries[index]?.key ?? ''),
  }
}

/** Groups with their rows below. */
function groupedLines(segments: readonly Segment[], placeholders: number, itemOf: ItemOf): TableLines {
  const known = segments.reduce((sum, { entries }) => sum + 1 + entries.length, 0)
  const segmentAt = (index: number) => segments[segments.findLastIndex(({ at }) => at <= index)]
  const keyAt = (index: number) => {
    const segment = segmentAt(index)
    const below = segment === undefined ? 0 : index - segment.at
    return (below === 0 ? segment?.head.key : segment?.entries[below - 1]?.key) ?? ''
  }
  return {
    count: known + placeholders,
    at: (index) => {
      if (index < 0 || index >= known + placeholders) return undefined
      if (index >= known) return placeholder(index - known)
      const segment = segmentAt(index)
      const entry = segment?.entries[index - segment.at - 1]
      return entry === undefined ? segment?.head : itemOf(entry)
    },
    indexOf: indexByKey(known, keyAt),
  }
}

type ItemOf = (entry: FleetEntry) => TableItem

/** The lines of the table: groups with their rows, or rows alone, then placeholders. */
export function useTableLines(options: TableItemsOptions): TableLines {
  const { view, grouping, closed, changed, placeholders } = options
  const label = useFacetLabel()
  return useMemo(() => {
    const marked = new Map<FleetEntry, TableItem>()
    const itemOf = (entry: FleetEntry): TableItem => {
      if (!changed.has(entry.key)) return rowOf(entry)
      const known = marked.get(entry)
      const item = known ?? { ...rowOf(entry), className: `animate-settle ${stateClass(entry.state)}` }
      marked.set(entry, item)
      return item
    }
    if (view.groups === null || grouping === null) return plainLines(view.entries, placeholders, itemOf)
    let at = 0
    const segments = view.groups.map((group): Segment => {
      const key = groupKey(grouping, group.value)
      const expanded = !closed.has(key)
      const content = <GroupHead group={group} label={groupLabel(label, grouping, group.value, group.sample)} />
      const entries = expanded ? group.entries : []
      const segment: Segment = { at, head: { kind: 'group', key, content, expanded }, entries }
      at += 1 + entries.length
      return segment
    })
    return groupedLines(segments, placeholders, itemOf)
  }, [view, grouping, closed, changed, placeholders, label])
}
