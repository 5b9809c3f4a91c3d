'use client'

import { useLocale } from 'next-intl'
import { useSinceText } from '@/components/state/since-text'
import { formatMoment } from '@/lib/i18n/format'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { NoHistory } from './no-history'

/** How long the state of the row has been observed, up to the reading that the row shows. */
export function ForCell({ entry }: { readonly entry: FleetEntry }) {
  const text = useSinceText()
  if (entry.history === null) return <NoHistory />
  return (
    <span className="truncate text-text-2 tabular-nums" title={text.long(entry.history)}>
      {text.short(entry.history)}
    </span>
  )
}

/** When the state of the row was first observed. */
export function SinceCell({ entry }: { readonly entry: FleetEntry }) {
  const text = useSinceText()
  const language = useLocale()
  if (entry.history === null) return <NoHistory />
  const { firstSeen } = entry.history
  return (
    <time dateTime={firstSeen} className="truncate text-text-2 tabular-nums" title={text.long(entry.history)}>
      {formatMoment(language, firstSeen)}
    </time>
  )
}
