'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuChoices, MenuRule } from '@/components/ui/menu'
import { fleetColumns, sortDirections } from '@/lib/contract/fleet-search'
import type { ViewProps } from './view-entries'

/** For cards, which have no column headers. */
export default function SortMenu({ search, onChange }: ViewProps) {
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
