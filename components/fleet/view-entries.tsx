'use client'

import { useTranslations } from 'next-intl'
import { MenuCheck, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import {
  defaultFleetColumns,
  fleetColumns,
  fleetGroupings,
  type FleetColumn,
  type FleetSearch,
} from '@/lib/contract/fleet-search'
import type { ChangeSearch } from './use-fleet-search'

export interface ViewProps {
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

/** The ways to group rows. */
export function GroupEntries({ search, onChange }: ViewProps) {
  const t = useTranslations('fleet.group')
  const options = [
    { value: 'none', label: t('none') } as const,
    ...fleetGroupings.map((grouping) => ({ value: grouping, label: t(`by.${grouping}`) })),
  ]
  return (
    <MenuChoices
      label={t('button')}
      value={search.groupBy ?? 'none'}
      options={options}
      onChange={(value) => onChange((before) => ({ ...before, groupBy: value === 'none' ? null : value }))}
    />
  )
}

/** The columns, and the choice that fits them to the width. */
export function ColumnsEntries({ search, onChange }: ViewProps) {
  const t = useTranslations('fleet')
  const shown = search.columns ?? defaultFleetColumns
  const show = (column: FleetColumn, checked: boolean) =>
    onChange((before) => {
      const current = before.columns ?? defaultFleetColumns
      const columns = fleetColumns.filter((one) => (one === column ? checked : current.includes(one)))
      return { ...before, columns }
    })
  return (
    <>
      <MenuItem onSelect={() => onChange((before) => ({ ...before, columns: null }))}>{t('view.automatic')}</MenuItem>
      <MenuRule />
      {fleetColumns
        .filter((column) => column !== 'name')
        .map((column) => (
          <MenuCheck key={column} checked={shown.includes(column)} onChange={(checked) => show(column, checked)}>
            {t(`column.${column}`)}
          </MenuCheck>
        ))}
    </>
  )
}
