'use client'

import { useLocale, useTranslations } from 'next-intl'
import { CompletenessNote } from '@/components/state/completeness'
import { formatItems } from '@/lib/i18n/format'
import type { RetirementView } from './use-list'
import { useMissing } from './use-missing'

/** What was not read of the fleet and of the related resources; the latter only after the fleet was read. */
export function ReadingNote({ view, isEmpty }: { readonly view: RetirementView; readonly isEmpty: boolean }) {
  const t = useTranslations('retirement')
  const missing = useMissing()
  const language = useLocale()
  const { answer, query, fleetRead, aroundRead, retry } = view
  const parts = answer === null ? [] : missing(answer)
  const waits = query.fleet.settledAt === null || fleetRead.reach === 'none'
  const alone = isEmpty && fleetRead.kind === 'whole'
  return (
    <>
      <CompletenessNote of={fleetRead} isEmpty={isEmpty} onRetry={query.refresh} />
      {!waits && (
        <CompletenessNote of={aroundRead} isEmpty={alone} onRetry={retry}>
          {parts.length > 0 && t('partial', { parts: formatItems(language, parts) })}
        </CompletenessNote>
      )}
    </>
  )
}
