'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { RowHistory } from '@/lib/contract/row-history'
import { formatDuration, formatTime } from '@/lib/i18n/format'
import { rowSince } from '@/lib/contract/row-since'

/** Texts for how long a state has been observed: a short one for a column, and one with exactly what is known. */
export function useSinceText(): {
  readonly short: (history: RowHistory | null) => string | null
  readonly long: (history: RowHistory) => string
} {
  const t = useTranslations('states.since')
  const states = useTranslations('states.state')
  const language = useLocale()
  const time = (iso: string) => formatTime(language, iso)
  return {
    short: (history) => {
      const since = rowSince(history)
      if (since === null) return null
      if (since.isFirstObservation) return t('firstObservation')
      const length = formatDuration(language, since.seenFor, 'column')
      return since.isAtLeast ? t('atLeast', { length }) : length
    },
    long: ({ firstSeen, unbrokenSince, before, beganBetween }) => {
      const first = { at: time(firstSeen) }
      const start =
        before === null
          ? t('first', first)
          : t(beganBetween ? 'between' : 'after', {
              ...first,
              before: time(before.seenAt),
              state: states(before.state),
            })
      return unbrokenSince === firstSeen ? start : `${start} ${t('broken', { at: time(unbrokenSince) })}`
    },
  }
}
