'use client'

import { DatabaseZap, KeyRound, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { VmTimeline } from '@/lib/contract/timeline'
import { formatDuration } from '@/lib/i18n/format'
import { formatMoment } from '@/lib/i18n/format-moment'

type Sign = VmTimeline['work']['stuck'][number]

function useSignText(): (sign: Sign) => string {
  const t = useTranslations('timeline.stuck')
  const language = useLocale()
  const at = (iso: string) => formatMoment(language, Date.parse(iso), 'day-clock')
  const length = (milliseconds: number) => formatDuration(language, milliseconds)
  return (sign) => {
    switch (sign.rule) {
      case 'no-disk-traffic':
        return t(sign.rule, { since: at(sign.since), until: at(sign.until), minutes: sign.knownMinutes })
      case 'retries-rising':
        return t(sign.rule, { attempt: sign.attempt, since: at(sign.since) })
      case 'agent-silent':
        return t(sign.rule, { time: length(sign.silentFor) })
      case 'far-over-similar':
        return t(sign.rule, { time: length(sign.elapsed), disks: sign.disks, median: length(sign.median) })
    }
  }
}

/** What must be known before the lanes are read: no history, a possible hang, a right that is missing. */
export function Notes({ timeline }: { readonly timeline: VmTimeline }) {
  const t = useTranslations('history')
  const signText = useSignText()
  const { historyFailure, sources, work } = timeline
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
          {t(`off.why.${historyFailure}`)} {t('off.text')}
        </Banner>
      )}
      {denied.map(({ source, role }) => (
        <p key={source} className="flex items-start gap-2 text-text-2">
          <KeyRound size={16} aria-hidden className="mt-0.5 shrink-0" />
          {t(`denied.${source}`, { role: role ?? '' })}
        </p>
      ))}
    </>
  )
}
