'use client'

import { Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu } from '@/components/ui/menu'
import type { ViewProps } from './view-entries'

const late: { entries: ComponentType<ViewProps> | null } = { entries: null }

/** The code of the entries is loaded with that of menus. */
async function loadEntries(): Promise<void> {
  late.entries = (await import('./view-entries')).ViewEntries
}

/** Row height, grouping and columns of the table. */
export function ViewMenu(props: ViewProps) {
  const t = useTranslations('fleet.view')
  const trigger = (
    <button type="button" className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}>
      <Columns3 size={16} aria-hidden />
      {t('button')}
    </button>
  )
  return (
    <Menu align="end" label={t('button')} trigger={trigger} prepare={loadEntries}>
      {() => late.entries !== null && <late.entries {...props} />}
    </Menu>
  )
}
