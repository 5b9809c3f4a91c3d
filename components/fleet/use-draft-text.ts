'use client'

import { useTranslations } from 'next-intl'
import type { KeptBecause } from '@/lib/views/fleet-entry'

/** Text that explains why an earlier reading is shown. */
export function useKeptText(): (kept: KeptBecause) => string {
  const t = useTranslations('fleet.cell')
  const errors = useTranslations('errors')
  return (kept) => {
    if (kept === 're-reading') return t('reReading')
    return kept === 'not-seen' ? t('notSeen') : errors(`${kept}.title`)
  }
}
