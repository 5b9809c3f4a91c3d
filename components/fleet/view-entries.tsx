'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue } from 'react'
import { MenuCheck, MenuChoices, MenuItem, MenuLabel, MenuRule } from '@/components/ui/menu'
import {
  defaultFleetColumns,
  fleetColumns,
  fleetGroupings,
  type FleetColumn,
  type FleetSearch,
} from '@/lib/contract/fleet-search'
import { useDensity } from './use-density'
import type { ChangeSearch } from './use-fleet-search'

export interface ViewProps {
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

function DensityEntries() {
  const t = useTranslations('fleet.view')
  const [density, setDensity] = useDensity()
  const options = (['normal', 'compact'] as const).map((value) => ({ value, label: t(value) }))
  return <MenuChoices label={t('density')} value={density} options={options} onChange={setDensity} />
}

function GroupEntries({ search, onChange }: ViewProps) {
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

function ColumnsEntries({ search, onChange }: ViewProps) {
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
      <MenuLabel>{t('view.columns')}</MenuLabel>
      <MenuItem onSelect={() => onChange((before) => ({ ...before, columns: null }))}>{t('view.automatic')}</MenuItem>
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

/**
 * How the table shows its rows: their height, their groups, its columns. A press opens the menu within its event, so the
 * many columns, below the other entries, follow in a rendering of their own.
 */
export function ViewEntries(props: ViewProps) {
  const isOpen = useDeferredValue(true, false)
  return (
    <>
      <DensityEntries />
      <MenuRule />
      <GroupEntries {...props} />
      {isOpen && (
        <>
          <MenuRule />
          <ColumnsEntries {...props} />
        </>
      )}
    </>
  )
}
