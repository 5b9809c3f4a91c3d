'use client'

import { ArrowDown, ArrowUp, Columns3, Group, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Density } from '@/components/data-table/types'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuCheck, MenuChoices, MenuItem, MenuRule } from '@/components/ui/menu'
import {
  defaultFleetColumns,
  fleetColumns,
  fleetGroupings,
  sortDirections,
  type FleetColumn,
  type FleetSearch,
} from '@/lib/contract/fleet-search'
import type { ChangeSearch } from './use-fleet-search'

interface ViewProps {
  readonly search: FleetSearch
  readonly onChange: ChangeSearch
}

function tool(icon: ReactNode, text: string) {
  return (
    <button type="button" title={text} className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}>
      {icon}
      <span className="sr-only @min-[80rem]:not-sr-only">{text}</span>
    </button>
  )
}

export function GroupMenu({ search, onChange }: ViewProps) {
  const t = useTranslations('fleet.group')
  const options = [
    { value: 'none', label: t('none') } as const,
    ...fleetGroupings.map((grouping) => ({ value: grouping, label: t(`by.${grouping}`) })),
  ]
  return (
    <Menu align="end" label={t('button')} trigger={tool(<Group size={16} aria-hidden />, t('button'))}>
      <MenuChoices
        label={t('button')}
        value={search.groupBy ?? 'none'}
        options={options}
        onChange={(value) => onChange((before) => ({ ...before, groupBy: value === 'none' ? null : value }))}
      />
    </Menu>
  )
}

export function ColumnsMenu({ search, onChange }: ViewProps) {
  const t = useTranslations('fleet')
  const shown = search.columns ?? defaultFleetColumns
  const show = (column: FleetColumn, checked: boolean) =>
    onChange((before) => {
      const current = before.columns ?? defaultFleetColumns
      const columns = fleetColumns.filter((one) => (one === column ? checked : current.includes(one)))
      return { ...before, columns }
    })
  return (
    <Menu align="end" label={t('view.columns')} trigger={tool(<Columns3 size={16} aria-hidden />, t('view.columns'))}>
      <MenuItem onSelect={() => onChange((before) => ({ ...before, columns: null }))}>{t('view.automatic')}</MenuItem>
      <MenuRule />
      {fleetColumns
        .filter((column) => column !== 'name')
        .map((column) => (
          <MenuCheck key={column} checked={shown.includes(column)} onChange={(checked) => show(column, checked)}>
            {t(`column.${column}`)}
          </MenuCheck>
        ))}
    </Menu>
  )
}

export interface DensityMenuProps {
  readonly density: Density
  readonly onDensity: (density: Density) => void
}

export function DensityMenu({ density, onDensity }: DensityMenuProps) {
  const t = useTranslations('fleet.view')
  const options = (['normal', 'compact'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <Menu align="end" label={t('density')} trigger={tool(<Rows3 size={16} aria-hidden />, t('density'))}>
      <MenuChoices label={t('density')} value={density} options={options} onChange={onDensity} />
    </Menu>
  )
}

/** For cards, which have no column headers. */
export function SortMenu({ search, onChange }: ViewProps) {
  const t = useTranslations('fleet')
  const { column, direction } = search.sort
  const Arrow = direction === 'ascending' ? ArrowDown : ArrowUp
  const trigger = (
    <button type="button" className={`${buttonStyle('outlined', 'normal')} pointer-coarse:min-h-11`}>
      <span className="sr-only">{t('sort.button')}: </span>
      {t(`column.${column}`)}
      <Arrow size={14} aria-hidden />
      <span className="sr-only">{t(`sort.${direction}`)}</span>
    </button>
  )
  return (
    <Menu label={t('sort.button')} trigger={trigger}>
      <MenuChoices
        label={t('sort.button')}
        value={column}
        options={fleetColumns.map((id) => ({ value: id, label: t(`column.${id}`) }))}
        onChange={(id) => onChange((before) => ({ ...before, sort: { ...before.sort, column: id } }))}
      />
      <MenuRule />
      <MenuChoices
        label={t('sort.order')}
        value={direction}
        options={sortDirections.map((order) => ({ value: order, label: t(`sort.${order}`) }))}
        onChange={(order) => onChange((before) => ({ ...before, sort: { ...before.sort, direction: order } }))}
      />
    </Menu>
  )
}
