'use client'

import { useTranslations } from 'next-intl'
import type { Reach } from '@/lib/views/completeness'

export interface FleetHeadlineProps {
  readonly confirmed: number
  readonly total: number
  /** VMs that could not be read; they are in the total. */
  readonly notRead: number
  readonly reach: Reach
  /** Confirmed VMs a week ago; null where that is not known. */
  readonly weekAgo: number | null
}

/** The fleet in one sentence, which says no more than was read. */
export function FleetHeadline({ confirmed, total, notRead, reach, weekAgo }: FleetHeadlineProps) {
  const t = useTranslations('states.headline')
  if (reach === 'none' || total === 0) return null
  const isKnown = reach === 'all' || confirmed > 0
  const parts = [
    isKnown ? t('confirmed', { count: confirmed, total, least: reach === 'all' ? 'no' : 'yes' }) : t('none', { total }),
    ...(weekAgo === null || !isKnown
      ? []
      : [
          confirmed === weekAgo
            ? t('same')
            : t(confirmed > weekAgo ? 'more' : 'fewer', { count: Math.abs(confirmed - weekAgo) }),
        ]),
    ...(notRead > 0 ? [t('notRead', { count: notRead })] : []),
  ]
  return <p className="text-vm font-semibold tracking-heading">{t('sentence', { text: parts.join(t('comma')) })}</p>
}
