'use client'

import { useTranslations } from 'next-intl'
import { createElement, useMemo } from 'react'
import type { TableColumn } from '@/components/data-table/types'
import { defaultFleetColumns, fleetColumns, type FleetColumn, type FleetSearch } from '@/lib/contract/fleet-search'
import { SelectAll, selectColumn } from './select-cells'

type Shape = Omit<TableColumn, 'id' | 'header' | 'heading'>

/**
 * Whether the message's column also shows the progress of running work. That leaves the message its width where
 * nothing runs, which is most rows.
 */
export function mergesProgress({ columns }: Pick<FleetSearch, 'columns'>): boolean {
  return !(columns ?? defaultFleetColumns).includes('progress')
}

/** Widths are for English at a text size of 16 px; Japanese words fit as well. */
const shapes: Readonly<Record<FleetColumn, Shape>> = {
  name: { width: 168, isRowHeader: true, isLandmark: true, placeholderWidth: 88 },
  subscription: { width: 124, leaves: 2, placeholderWidth: 64 },
  group: { width: 144, leaves: 0 },
  region: { width: 112, leaves: 0 },
  osType: { width: 160, leaves: 0 },
  size: { width: 148, leaves: 0 },
  power: { width: 124, leaves: 0 },
  state: { width: 200, isLandmark: true, placeholderWidth: 80 },
  os: { width: 108, leaves: 1, placeholderWidth: 64 },
  data: { width: 84, leaves: 3, placeholderWidth: 32 },
  progress: { width: 210, leaves: 7, placeholderWidth: 110 },
  message: { width: 472, growsTo: 760, shrinks: { at: 4, to: 300 }, leaves: 6, placeholderWidth: 170 },
  for: { width: 116, leaves: 5, align: 'end' },
  since: { width: 148, leaves: 0 },
  needs: { width: 88, leaves: 5, placeholderWidth: 40 },
  pass: { width: 128, leaves: 0 },
  extension: { width: 112, leaves: 0 },
  keyVault: { width: 148, leaves: 0 },
  keyEncryptionKey: { width: 148, leaves: 0 },
  otherEncryption: { width: 204, leaves: 0 },
  readiness: { width: 152, leaves: 0 },
  evidence: { width: 84, leaves: 3.5, align: 'end', placeholderWidth: 34 },
}

/** The chosen columns, in their fixed order, with headers in the user's language. */
export function useFleetColumns(search: Pick<FleetSearch, 'columns'>): readonly TableColumn[] {
  const t = useTranslations('fleet')
  const wanted = search.columns ?? defaultFleetColumns
  return useMemo(() => {
    const merges = mergesProgress({ columns: wanted })
    const ticks: TableColumn = {
      id: selectColumn,
      header: t('select.all'),
      heading: createElement(SelectAll),
      width: 32,
    }
    const columns = fleetColumns
      .filter((id) => wanted.includes(id))
      .map((id): TableColumn => ({
        id,
        header: t(id === 'message' && merges ? 'table.work' : `column.${id}`),
        ...shapes[id],
      }))
    return [ticks, ...columns]
  }, [t, wanted])
}
