'use client'

import { ClockFading } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { ageOf, formatAge, formatTime } from '@/lib/i18n/format'
import { useNow } from './now'

export interface AgeProps {
  /** ISO time of the reading or observation; null without one. */
  readonly at: string | null
  /** Above this age, in milliseconds, it is marked as late. */
  readonly expectedMs?: number
  /** `column` is "4 min", `sentence` is "4 min ago"; both are "just now" within the first seconds. */
  readonly style?: 'column' | 'sentence'
}

const justNowMs = 5000

/** How long ago; the exact time is in the element, in its tooltip and in text copied from its title. */
export function Age({ at, expectedMs, style = 'column' }: AgeProps) {
  const t = useTranslations('ui')
  const language = useLocale()
  const now = useNow()
  const age = at === null || now === null ? null : ageOf(at, now)
  if (at === null || age === null) {
    return (
      <span className="text-text-3">
        <span aria-hidden>–</span>
        <span className="sr-only">{t('notRead')}</span>
      </span>
    )
  }
  const late = expectedMs !== undefined && age > expectedMs
  const duration = formatAge(language, age)
  const text = style === 'sentence' ? t('age.ago', { age: duration }) : duration
  return (
    <time
      dateTime={at}
      title={formatTime(language, at)}
      className={late ? 'inline-flex items-center gap-1 font-medium whitespace-nowrap text-text' : 'whitespace-nowrap'}
    >
      {late && <ClockFading size={14} aria-hidden />}
      {age < justNowMs ? t('age.now') : text}
    </time>
  )
}
