'use client'

import { Printer } from 'lucide-react'
import NextLink from 'next/link'
import { useTranslations } from 'next-intl'
import { MenuItem, MenuLabel, MenuLink, MenuRule } from '@/components/ui/menu'
import { defaultFleetSearch, serialiseFleetSearch } from '@/lib/contract/fleet-search'
import { exportFormats } from '@/lib/export/formats'
import { useFleetExport, type FleetExport } from './use-fleet-export'

export type ExportEntriesProps = FleetExport

/** The formats of a file, and the report of the same view. */
export function ExportEntries(props: ExportEntriesProps) {
  const t = useTranslations('fleet.export')
  const { search, shown, isSelection, making } = props
  const start = useFleetExport(props)
  const filter = serialiseFleetSearch({ ...defaultFleetSearch, filters: search.filters }).replace(/^\?/, '')
  return (
    <>
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
      {!isSelection && (
        <>
          <MenuRule />
          <MenuLink>
            <NextLink href={`/report${filter === '' ? '' : `?${filter}`}`}>
              <Printer size={16} aria-hidden />
              {t('report')}
            </NextLink>
          </MenuLink>
        </>
      )}
    </>
  )
}
