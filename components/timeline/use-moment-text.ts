'use client'

import { useLocale, useTranslations } from 'next-intl'
import { vmStates } from '@/lib/contract/codes'
import { formatItems, formatNumber } from '@/lib/i18n/format'
import { formatMoment, type MomentStyle } from '@/lib/i18n/format-moment'
import type { ChartMoment } from '@/lib/views/fleet-chart'

/** A time with its numbers as one sentence, in the fixed order of the states. */
export function useMomentText(style: MomentStyle): (moment: ChartMoment) => string {
  const t = useTranslations('history.fleet')
  const states = useTranslations('states.state')
  const language = useLocale()
  return ({ at, counts, lastKnown, seen, neverSeen }) => {
    const time = formatMoment(language, at, style)
    const one = (state: string, count: number) => t('one', { state, count: formatNumber(language, count) })
    const parts = [
      ...vmStates.filter((state) => counts[state] > 0).map((state) => one(states(state), counts[state])),
      ...vmStates
        .filter((state) => lastKnown[state] > 0)
        .map((state) => t('oneLastKnown', { state: states(state), count: formatNumber(language, lastKnown[state]) })),
      ...(neverSeen > 0 ? [one(t('notSeen'), neverSeen)] : []),
    ]
    const text = formatItems(language, parts)
    return seen === 0 ? t('atNothing', { time, counts: text }) : t('at', { time, counts: text })
  }
}
