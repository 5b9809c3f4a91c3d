'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useRef, useState, type ComponentType } from 'react'
import { usePageAction } from '@/components/providers/page-actions'
import { buttonStyle } from '@/components/ui/button-style'
import { Menu } from '@/components/ui/menu'
import type { FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetQuery } from '@/components/queries/use-fleet'
import type { ExportFormat } from '@/lib/export/formats'
import type { ExportEntriesProps } from './export-entries'
import type { ShownFleet } from './use-fleet-view'

export interface ExportMenuProps {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly shown: ShownFleet
  /** Whether the rows are those that the user ticked. */
  readonly isSelection?: boolean
}

const late: { entries: ComponentType<ExportEntriesProps> | null } = { entries: null }

/** Most visits export nothing: the code is loaded with that of the menu. */
async function loadEntries(): Promise<void> {
  late.entries = (await import('./export-entries')).ExportEntries
}

/** Saves all rows of the view as a file. */
export function ExportMenu({ query, search, shown, isSelection = false }: ExportMenuProps) {
  const t = useTranslations('fleet.export')
  const [making, setMaking] = useState<ExportFormat | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  // As the key does that opens a menu.
  const open = useCallback(() => {
    button.current?.focus()
    button.current?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
  }, [])
  usePageAction('export', isSelection ? null : open)
  const text = making === null ? t('button') : t('making', { format: making.toUpperCase() })
  return (
    <Menu
      align="end"
      label={t('button')}
      prepare={loadEntries}
      trigger={
        <button
          ref={button}
          type="button"
          title={text}
          aria-busy={making !== null}
          className={`${buttonStyle('quiet', 'small')} pointer-coarse:min-h-11`}
        >
          <Download size={16} aria-hidden />
          <span className={isSelection ? undefined : 'max-narrow:sr-only'}>{text}</span>
        </button>
      }
    >
      {() => {
        const Entries = late.entries
        return Entries === null ? null : (
          <Entries
            query={query}
            search={search}
            shown={shown}
            isSelection={isSelection}
            making={making}
            onMaking={setMaking}
          />
        )
      }}
    </Menu>
  )
}
