'use client'

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { DataTableHandle } from '@/components/data-table/data-table'
import { useMedia, useTextScale } from '@/components/data-table/measures'
import type { TableLines } from '@/components/data-table/lines'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { useNow } from '@/components/state/now'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import { bannerOf, FleetBanner } from './fleet-banner'
import { FleetTable } from './fleet-table'
import { panelStyle } from './panel-style'
import type { ChangeSearch } from './use-fleet-search'
import type { ShownFleet } from './use-fleet-view'
import { useEnterTable } from './use-enter-table'
import { useHeldBanner } from './use-delayed-banner'
import { useStateChanges } from './use-state-changes'
import { useTableLines } from './use-table-items'

const FilteredToNothing = lazy(() => import('./filtered-to-nothing'))
const FleetCards = lazy(() => import('./fleet-cards'))
const SidePanel = lazy(() => import('./side-panel'))

export interface FleetBodyProps {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
  readonly shown: ShownFleet
  readonly isNarrow: boolean
  /** Replaces the table's footer while rows are ticked. */
  readonly selectionBar: ReactNode
  /** Content above the rows. */
  readonly heading: ReactNode
  /** Replaces the rows; null when there are rows or some may still arrive. */
  readonly void: ReactNode | null
}

/** Number of placeholder lines: a screenful before the first rows, a few while the inventory still grows. */
const beforeFirst = 24
const whileComing = 8
const panelWidthAt16 = 488

/** Opens, changes and closes the panel; the open row is part of the URL. */
function usePanel(openKey: string | null, lines: TableLines, onChange: ChangeSearch) {
  const table = useRef<DataTableHandle>(null)
  const returnTo = useRef<string | null>(null)
  const open = useCallback((key: string) => onChange((before) => ({ ...before, vm: key })), [onChange])
  const move = useCallback(
    (key: string) => onChange((before) => (before.vm === null ? before : { ...before, vm: key }), 'along'),
    [onChange],
  )
  const step = (direction: 1 | -1) => {
    let index = openKey === null ? undefined : lines.indexOf(openKey)
    if (index === undefined) return
    do index += direction
    while (lines.at(index)?.kind === 'group')
    const next = lines.at(index)
    if (next?.kind === 'row') move(next.key)
  }
  const close = () => {
    // Also where the panel is not drawn yet.
    onChange((before) => ({ ...before, vm: null }))
    if (openKey === null) return
    returnTo.current = openKey
    table.current?.focusLine(openKey)
  }
  // In narrow windows the cards can take the focus only after the panel has left the page.
  useEffect(() => {
    if (openKey !== null || returnTo.current === null) return
    const card = `[data-card="${CSS.escape(returnTo.current)}"]`
    returnTo.current = null
    document.querySelector<HTMLElement>(card)?.focus()
  }, [openKey])
  return { table, open, move, step, close }
}

/** True while the list of VMs is read for the first time. */
function areRowsComing({ isReading, fleet }: FleetQuery): boolean {
  return isReading && fleet.settledAt === null && fleet.load.progress?.inventoryComplete !== true
}

function placeholdersFor(coming: boolean, rows: number): number {
  if (!coming) return 0
  return rows === 0 ? beforeFirst : whileComing
}

/** The rows, as table or cards, with the panel beside them. */
export function FleetBody(props: FleetBodyProps) {
  const { query, search, onChange, shown, isNarrow, heading } = props
  const { fleet } = query
  const { counts, view } = shown
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const changed = useStateChanges(fleet)
  const isBeside = useMedia('(min-width: 64rem)')
  const scale = useTextScale()
  const now = useNow()
  const coming = areRowsComing(query)
  const placeholders = placeholdersFor(coming, counts.total)
  const lines = useTableLines({ view, grouping: search.groupBy, closed, changed, placeholders })
  const panel = usePanel(search.vm, lines, onChange)
  useEnterTable(panel.table)
  const banner = useHeldBanner(bannerOf(query, counts, now ?? 0))
  const open = useMemo(() => fleet.entries.find(({ key }) => key === search.vm), [fleet.entries, search.vm])

  const toggleGroup = useCallback((key: string) => {
    setClosed((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }, [])
  const filteredOut = view.entries.length === 0 && counts.total > 0 && !coming
  const rows = isNarrow ? (
    <FleetCards entries={view.entries} onOpen={panel.open} />
  ) : (
    <section className="card flex min-h-80 flex-1 flex-col overflow-hidden">
      <FleetTable
        ref={panel.table}
        lines={lines}
        search={search}
        onChange={onChange}
        total={view.entries.length}
        pending={counts.pending}
        coming={coming}
        covered={isBeside && search.vm !== null ? panelWidthAt16 * scale : 0}
        onOpen={panel.open}
        onMove={panel.move}
        onClose={panel.close}
        onToggleGroup={toggleGroup}
        selectionBar={props.selectionBar}
      />
    </section>
  )
  return (
    <div data-fills-window className="flex min-w-0 narrow:min-h-[34rem] narrow:flex-1 narrow:basis-0">
      <div
        inert={isNarrow && search.vm !== null}
        className="flex min-w-0 flex-1 flex-col gap-3 *:shrink-0 p-3 narrow:px-5 narrow:pt-4"
      >
        {heading}
        {banner !== null && <FleetBanner kind={banner} query={query} counts={counts} />}
        <Suspense fallback={null}>
          {props.void ?? (filteredOut ? <FilteredToNothing hidden={counts.total} onChange={onChange} /> : rows)}
        </Suspense>
      </div>
      {search.vm !== null && (
        <Suspense fallback={<div className={panelStyle} />}>
          <SidePanel vmKey={search.vm} entry={open} isPage={isNarrow} onClose={panel.close} onStep={panel.step} />
        </Suspense>
      )}
    </div>
  )
}
