'use client'

import { CircleDashed, DatabaseZap, KeyRound, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useHistoryCause } from '@/components/state/use-unread-cause'
import { useSignText } from '@/components/state/use-sign-text'
import { Banner } from '@/components/ui/banner'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatMoment } from '@/lib/i18n/format-moment'
import { showsFile } from '@/lib/shared/moment'

/** What users must know before they read the lanes: no history, a possible stall, a missing permission. */
export function Notes({ timeline }: { readonly timeline: VmTimeline }) {
  const t = useTranslations('history')
  const language = useLocale()
  const historyCause = useHistoryCause()
  const signText = useSignText((iso) => formatMoment(language, Date.parse(iso), 'day-clock'))
  const { historyFailure, sources, work } = timeline
  const partial = sources.flatMap(({ source, wholeSince }) => (wholeSince === null ? [] : [{ source, wholeSince }]))
  const denied = sources.filter(({ outcome, role }) => outcome === 'denied' && role !== null)
  return (
    <>
      {work.stuck.length > 0 && (
        <Banner tone="warning" icon={<TriangleAlert size={16} aria-hidden />} title={t('stuck.title')}>
          {work.stuck.map(signText).join(' ')} {t('stuck.meaning')}
        </Banner>
      )}
      {historyFailure !== null && (
        <Banner icon={<DatabaseZap size={16} aria-hidden />} title={t('off.title')}>
          {historyCause(historyFailure)} {t(showsFile() ? 'off.textOfFile' : 'off.text')}
        </Banner>
      )}
      {partial.map(({ source, wholeSince }) => (
        <p key={source} className="flex items-start gap-2 text-text-2">
          <CircleDashed size={16} aria-hidden className="mt-0.5 shrink-0" />
          {t('wholeSince', {
            source: t(`sources.name.${source}`),
            at: formatMoment(language, Date.parse(wholeSince), 'full'),
          })}
        </p>
      ))}
      {denied.map(({ source, role }) => (
        <p key={source} className="flex items-start gap-2 text-text-2">
          <KeyRound size={16} aria-hidden className="mt-0.5 shrink-0" />
          {t(`denied.${source}`, { role: role ?? '' })}
        </p>
      ))}
    </>
  )
}
