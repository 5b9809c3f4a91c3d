'use client'

import { useLocale, useTranslations } from 'next-intl'
import { FirstFlag } from '@/components/state/flag-chip'
import { orderFlags } from '@/components/state/flag-order'
import { StateChip } from '@/components/state/state-chip'
import { formatItems } from '@/lib/i18n/format'
import type { FleetEntry } from '@/lib/views/fleet-entry'

/** State with at most one flag. Without a reading it shows the reason instead of a flag. */
export function StateCell({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.cell')
  const words = useTranslations('flags.flag')
  const language = useLocale()
  const { reading } = entry
  const flags = reading === 'read' ? orderFlags(entry.flags, entry.state) : []
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <StateChip state={entry.state} className="shrink-0" />
      {flags.length > 0 && (
        <span
          className="inline-flex min-w-0"
          title={formatItems(
            language,
            flags.map((code) => words(code)),
          )}
        >
          <FirstFlag flags={entry.flags} state={entry.state} />
        </span>
      )}
      {(reading === 'pending' || reading === 'failed' || reading === 'incomplete') && (
        <span className="truncate text-meta text-text-3">{t(reading)}</span>
      )}
    </span>
  )
}
