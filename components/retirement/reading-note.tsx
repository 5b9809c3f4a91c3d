'use client'

import { useLocale, useTranslations } from 'next-intl'
import { CompletenessNote } from '@/components/state/completeness'
import type { Retirement } from '@/lib/contract/retirement'
import { formatItems } from '@/lib/i18n/format'
import type { RetirementView } from './use-list'

const tables = ['disks', 'domainJoined', 'sessionHosts', 'backedUp', 'setMembers'] as const

/** Parts that could not be read, each with its reason. */
function useMissing(): (answer: Retirement) => readonly string[] {
  const t = useTranslations('retirement')
  return (answer) => {
    const parts = tables.flatMap((name) => {
      const part = answer[name]
      return part.known ? [] : [`${t(`part.${name}`)} (${t(`why.${part.why}`)})`]
    })
    const feature = answer.features.flatMap(({ registered }) => (registered.known ? [] : [registered.why]))[0]
    const size = answer.sizes.flatMap(({ atHost }) => (atHost.known ? [] : [atHost.why]))[0]
    return [
      ...parts,
      ...(feature === undefined ? [] : [`${t('part.features')} (${t(`why.${feature}`)})`]),
      ...(size === undefined ? [] : [`${t('part.sizes')} (${t(`why.${size}`)})`]),
    ]
  }
}

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
