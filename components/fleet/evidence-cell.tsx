'use client'

import { History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Age } from '@/components/state/age'
import type { FleetEntry } from '@/lib/views/fleet-entry'
import { useKeptText } from './use-draft-text'

const minuteMs = 60_000

/** Age beyond which a reading is late: twice the interval at which it should be renewed. */
export function expectedAge(entry: Pick<FleetEntry, 'state'>): number {
  return entry.state === 'encrypting' || entry.state === 'decrypting' ? 2 * minuteMs : 10 * minuteMs
}

/** The age of a row's evidence, and a mark when a newer reading is missing. */
export function EvidenceCell({ entry }: { readonly entry: FleetEntry }) {
  const t = useTranslations('fleet.cell')
  const keptText = useKeptText()
  const { kept } = entry
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap text-text-2">
      {kept !== null && kept !== 're-reading' && (
        <span className="inline-flex" title={t('kept', { why: keptText(kept) })}>
          <History size={14} aria-hidden />
          <span className="sr-only">{t('kept', { why: keptText(kept) })}</span>
        </span>
      )}
      <Age at={entry.evidenceAt} expectedMs={expectedAge(entry)} />
    </span>
  )
}
