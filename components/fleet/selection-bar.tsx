'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { useRowSelection } from '@/components/state/row-selection'
import { Button } from '@/components/ui/button'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import { ExportMenu } from './export-menu'
import type { ShownFleet } from './use-fleet-view'

export interface SelectionBarProps {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly shown: ShownFleet
  /** What other parts of the screen can do with the ticked VMs. */
  readonly tools: ReactNode
}

/** What can be done with the ticked VMs; stands in the table's footer, so that no row moves. */
export default function SelectionBar({ query, search, shown, tools }: SelectionBarProps) {
  const t = useTranslations('fleet.select')
  const { entries, tickAll } = useRowSelection()
  const selected = { ...shown, view: { ...shown.view, entries } }
  return (
    <div
      role="group"
      aria-label={t('bar')}
      className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-t border-line-strong bg-selected px-3 py-1"
    >
      <p role="status" className="mr-2 font-medium">
        {t('count', { count: entries.length })}
      </p>
      {tools}
      <ExportMenu query={query} search={search} shown={selected} isSelection />
      <span className="flex-1" />
      <Button variant="quiet" size="small" icon={<X size={16} aria-hidden />} onClick={() => tickAll(false)}>
        {t('clear')}
      </Button>
    </div>
  )
}
