'use client'

import { useTranslations } from 'next-intl'
import { Suspense, type ReactNode, type Ref } from 'react'
import { DataTable, type DataTableHandle } from '@/components/data-table/data-table'
import type { TableLines } from '@/components/data-table/lines'
import type { TableSort } from '@/components/data-table/types'
import { useRowSelection } from '@/components/state/row-selection'
import { fleetColumns, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import type { ChangeSearch } from './use-fleet-search'
import { TableFooter } from './table-footer'
import { useDensity } from './use-density'
import { useFleetColumns } from './use-fleet-columns'

export interface FleetTableProps {
  readonly lines: TableLines
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
  /** Rows that match the filters. */
  readonly total: number
  readonly pending: number
  /** True while rows arrive for the first time. */
  readonly coming: boolean
  readonly covered: number
  readonly onOpen: (key: string) => void
  readonly onMove: (key: string) => void
  readonly onClose: () => void
  readonly onToggleGroup: (key: string) => void
  /** Replaces the footer while rows are ticked. */
  readonly selectionBar: ReactNode
  readonly ref: Ref<DataTableHandle>
}

/** The fleet as a table; the URL determines what it shows and how. */
export function FleetTable(props: FleetTableProps) {
  const t = useTranslations('fleet.table')
  const { search, onChange, total, pending, coming } = props
  const columns = useFleetColumns(search)
  const { entries: ticked, toggle } = useRowSelection()
  const [density] = useDensity()
  const sort: TableSort = { columnId: search.sort.column, order: search.sort.direction }
  const onSort = ({ columnId, order }: TableSort) => {
    const column = fleetColumns.find((id) => id === columnId)
    if (column !== undefined) onChange((before) => ({ ...before, sort: { column, direction: order } }))
  }
  return (
    <DataTable
      ref={props.ref}
      label={t('label')}
      columns={columns}
      lines={props.lines}
      sort={sort}
      onSort={onSort}
      selectedKey={search.vm}
      onOpen={props.onOpen}
      onMove={props.onMove}
      onClose={props.onClose}
      onToggleGroup={props.onToggleGroup}
      onTick={toggle}
      density={density}
      columnsMayLeave={search.columns === null}
      covered={props.covered}
      viewKey={serialiseFleetSearch({ ...search, vm: null, columns: null })}
      busy={coming}
      footer={(range) => {
        const rows = <TableFooter range={range} total={total} pending={pending} coming={coming} />
        return ticked.length === 0 ? rows : <Suspense fallback={rows}>{props.selectionBar}</Suspense>
      }}
    />
  )
}
