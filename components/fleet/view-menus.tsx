'use client'

import { Columns3, Group, Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentType, ReactNode } from 'react'
import type { Density } from '@/components/data-table/types'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuChoices } from '@/components/ui/menu'
import type { ViewProps } from './view-entries'

type Entries = ComponentType<ViewProps> | null
const late: { group: Entries; columns: Entries } = { group: null, columns: null }

/** The code of the entries is loaded with that of menus. */
async function loadEntries(): Promise<void> {
  const { GroupEntries, ColumnsEntries } = await import('./view-entries')
  late.group = GroupEntries
  late.columns = ColumnsEntries
}

function tool(icon: ReactNode, text: string) {
  return (
    <button type="button" title={text} className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}>
      {icon}
      <span className="sr-only @min-[80rem]:not-sr-only">{text}</span>
    </button>
  )
}

export function GroupMenu(view: ViewProps) {
  const t = useTranslations('fleet.group')
  const trigger = tool(<Group size={16} aria-hidden />, t('button'))
  return (
    <Menu align="end" label={t('button')} trigger={trigger} prepare={loadEntries}>
      {() => late.group !== null && <late.group {...view} />}
    </Menu>
  )
}

export function ColumnsMenu(view: ViewProps) {
  const t = useTranslations('fleet')
  const trigger = tool(<Columns3 size={16} aria-hidden />, t('view.columns'))
  return (
    <Menu align="end" label={t('view.columns')} trigger={trigger} prepare={loadEntries}>
      {() => late.columns !== null && <late.columns {...view} />}
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
