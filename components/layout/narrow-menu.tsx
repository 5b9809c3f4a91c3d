'use client'

import { Menu as MenuIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { BarProps } from './places'

const late: { entries: ComponentType<BarProps> | null } = { entries: null }

/** Wide windows never need the code of the entries: it is loaded with that of the menu. */
export async function loadNarrowEntries(): Promise<void> {
  late.entries = (await import('./narrow-entries')).NarrowEntries
}

/** Everything that does not fit into the rail and the bar in a narrow window. */
export function NarrowMenu(props: BarProps) {
  const t = useTranslations('frame')
  return (
    <Menu
      label={t('menu')}
      prepare={loadNarrowEntries}
      trigger={<IconButton label={t('menu')} className="medium:hidden" icon={<MenuIcon size={18} aria-hidden />} />}
    >
      {() => late.entries !== null && <late.entries {...props} />}
    </Menu>
  )
}
