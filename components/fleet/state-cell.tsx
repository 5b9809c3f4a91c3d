'use client'

import { useTranslations } from 'next-intl'
import { FirstFlag } from '@/components/state/flag-chip'
import { StateChip } from '@/components/state/state-chip'
import type { FleetEntry } from '@/lib/views/fleet-entry'

/** State with at most one flag. Without a reading there is nothing to flag, only why there is none. */
export function StateCell({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.cell')
  const { reading } = entry
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <StateChip state={entry.state} className="shrink-0" />
      {reading === 'read' && <FirstFlag flags={entry.flags} state={entry.state} />}
      {(reading === 'pending' || reading === 'failed' || reading === 'incomplete') && (
        <span className="truncate text-meta text-text-3">{t(reading)}</span>
      )}
    </span>
  )
}
