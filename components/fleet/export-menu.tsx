'use client'

import { Download, Printer } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu, MenuItem, MenuLabel, MenuLink, MenuRule } from '@/components/ui/menu'
import { defaultFleetSearch, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { exportFormats } from '@/lib/export/formats'
import { useFleetExport } from './use-fleet-export'
import type { ShownFleet } from './use-fleet-view'

export interface ExportMenuProps {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly shown: ShownFleet
}

/** Saves all rows of the view as a file. */
export function ExportMenu({ query, search, shown }: ExportMenuProps) {
  const t = useTranslations('fleet.export')
  const [start, making] = useFleetExport(query, search, shown)
  const filter = serialiseFleetSearch({ ...defaultFleetSearch, filters: search.filters }).replace(/^\?/, '')
  const text = making === null ? t('button') : t('making', { format: making.toUpperCase() })
  return (
    <Menu
      align="end"
      label={t('button')}
      trigger={
        <button
          type="button"
          title={text}
          aria-busy={making !== null}
          className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}
        >
          <Download size={16} aria-hidden />
          <span className="sr-only @min-[80rem]:not-sr-only">{text}</span>
        </button>
      }
    >
      <MenuLabel>{t('what', { count: shown.view.entries.length })}</MenuLabel>
      {exportFormats.map((format) => (
        <MenuItem
          key={format}
          onSelect={() => {
            if (making === null) start(format)
          }}
        >
          {t(`format.${format}`)}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuLink>
        <NextLink href={`/report${filter === '' ? '' : `?${filter}`}`}>
          <Printer size={16} aria-hidden />
          {t('report')}
        </NextLink>
      </MenuLink>
    </Menu>
  )
}
