'use client'

import { useTranslations } from 'next-intl'
import { lazy, memo, Suspense, useMemo, useState, type ReactNode } from 'react'
import { useSession } from '@/components/providers/session-context'
import { useFleet, type FleetQuery } from '@/components/queries/use-fleet'
import { TickedRows } from '@/components/state/row-selection'
import { oneStop } from '@/components/ui/one-stop'
import { useMedia, useMounted } from '@/components/data-table/measures'
import { serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import { fleetCompleteness } from '@/lib/views/completeness'
import { CountStrip } from './count-strip'
import { ExportMenu } from './export-menu'
import { FleetBody } from './fleet-body'
import { FleetContextProvider } from './fleet-context'
import { FleetHeading } from './fleet-heading'
import { FleetSearchBox } from './fleet-search-box'
import { FilterChips } from './filter-chips'
import { FreshnessButton } from './freshness-button'
import { SavedViews } from './saved-views'
import { VisitStrip } from './visit-strip'
import { showsFile } from '@/lib/shared/moment'
import { repeatedNames } from '@/lib/views/fleet-view'
import { emptyKindOf } from './empty-kind'
import { mergesProgress } from './use-fleet-columns'
import { useFleetSearch, type ChangeSearch } from './use-fleet-search'
import { useFleetView } from './use-fleet-view'
import { ViewMenu } from './view-menu'

const FleetEmpty = lazy(() => import('./fleet-empty'))
const SortMenu = lazy(() => import('./sort-menu'))
const OpenDefaultView = lazy(() => import('./open-default-view'))
const SelectionBar = lazy(() => import('./selection-bar'))

interface OpenFleetProps {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
  /** Buttons that other parts of the screen add to those of the view. */
  readonly tools: ReactNode
  /** What other parts can do with ticked VMs. */
  readonly selectionTools: ReactNode
}

/**
 * Rendered only in the browser: the table needs style attributes, which the server must not send. Not rendered while
 * its properties stay: the rows and the address each change in a rendering of their own.
 */
const OpenFleet = memo(function OpenFleet({ query, search, onChange, tools, selectionTools }: OpenFleetProps) {
  const { fleet } = query
  const t = useTranslations('fleet')
  const { tenantId } = useSession()
  const shown = useFleetView(fleet, search)
  const isNarrow = useMedia('(max-width: 47.99rem)')
  const { counts, view, names } = shown
  const nothing = emptyKindOf(query)
  const pastFailure = fleet.past?.failure ?? null
  const merges = mergesProgress(search)
  // The same set while its names are the same: every drawn cell depends on it.
  const repeatedText = useMemo(() => repeatedNames(fleet.entries).join('\n'), [fleet.entries])
  const repeated = useMemo(() => new Set(repeatedText.split('\n')), [repeatedText])
  const related = useMemo(
    () => ({ names, tenantId: fleet.tenantId ?? tenantId, pastFailure, mergesProgress: merges, repeated }),
    [names, fleet.tenantId, tenantId, pastFailure, merges, repeated],
  )
  const menus = { search, onChange }
  // Only where the page was entered without a query: clearing the filters shows all VMs.
  const [isPlain] = useState(() => serialiseFleetSearch({ ...search, tenant: null }) === '')
  return (
    <FleetContextProvider value={related}>
      <TickedRows shown={view.entries}>
        <FreshnessButton query={query} />
        {isPlain && (
          <Suspense fallback={null}>
            <OpenDefaultView onChange={onChange} />
          </Suspense>
        )}
        <FleetSearchBox text={search.filters.text} onChange={onChange} />
        <FleetBody
          query={query}
          search={search}
          onChange={onChange}
          shown={shown}
          isNarrow={isNarrow}
          selectionBar={<SelectionBar query={query} search={search} shown={shown} tools={selectionTools} />}
          void={
            nothing === null ? null : (
              <Suspense fallback={null}>
                <FleetEmpty query={query} kind={nothing} />
              </Suspense>
            )
          }
          heading={
            <>
              <FleetHeading query={query} counts={counts} shown={shown.shown} />
              <CountStrip
                counts={counts}
                reach={fleetCompleteness(query, null).reach}
                soFar={fleet.settledAt === null && nothing === null}
                search={search}
                onChange={onChange}
              />
              {nothing === null && <VisitStrip fleet={fleet} {...menus} />}
              {nothing === null && (
                <div
                  ref={oneStop}
                  role="toolbar"
                  aria-label={t('view.tools')}
                  className="flex flex-wrap items-center justify-between gap-2"
                >
                  <div className="@container flex min-w-32 flex-1 flex-wrap items-center gap-1.5">
                    <FilterChips facets={view.facets} search={search} onChange={onChange} />
                    {isNarrow && (
                      <Suspense fallback={null}>
                        <SortMenu {...menus} />
                      </Suspense>
                    )}
                    {isNarrow && (
                      <div className="ml-auto flex">
                        {!showsFile() && <SavedViews {...menus} />}
                        {tools}
                        <ExportMenu query={query} search={search} shown={shown} />
                      </div>
                    )}
                  </div>
                  {!isNarrow && (
                    <div className="flex shrink-0 items-center">
                      {!showsFile() && <SavedViews {...menus} />}
                      {tools}
                      <ExportMenu query={query} search={search} shown={shown} />
                      <ViewMenu {...menus} />
                    </div>
                  )}
                </div>
              )}
            </>
          }
        />
      </TickedRows>
    </FleetContextProvider>
  )
})

/** The fleet: what needs action first, then the rest. */
export function FleetPage({
  tools = null,
  selectionTools = null,
}: Partial<Pick<OpenFleetProps, 'tools' | 'selectionTools'>>) {
  const t = useTranslations('fleet')
  const query = useFleet()
  const [search, onChange] = useFleetSearch()
  const mounted = useMounted()
  if (!mounted) return <h1 className="p-5 text-page font-semibold tracking-heading">{t('title')}</h1>
  return <OpenFleet query={query} search={search} onChange={onChange} tools={tools} selectionTools={selectionTools} />
}
