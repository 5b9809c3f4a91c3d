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
  return ({ at, counts, seen, notSeen }) => {
    const time = formatMoment(language, at, style)
    if (seen === 0) return t('atNothing', { time })
    const one = (state: string, count: number) => t('one', { state, count: formatNumber(language, count) })
    const parts = [
      ...vmStates.filter((state) => counts[state] > 0).map((state) => one(states(state), counts[state])),
      ...(notSeen > 0 ? [one(t('notSeen'), notSeen)] : []),
    ]
    return t('at', { time, counts: formatItems(language, parts) })
  }
}
