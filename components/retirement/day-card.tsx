'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '@/components/state/now'
import { formatDay } from '@/lib/i18n/format'
import { retirementDay } from '@/lib/retirement/codes'
import { daysLeft } from '@/lib/retirement/plan'
import { retirementSource } from '@/lib/retirement/sources'

/** Time left until the retirement, and what happens then. */
export function DayCard() {
  const t = useTranslations('retirement.days')
  const language = useLocale()
  const now = useNow()
  if (now === null) return null
  const days = daysLeft(now)
  const date = formatDay(language, new Date(retirementDay))
  return (
    <section className="card flex flex-wrap items-baseline gap-x-6 gap-y-2 p-4">
      <p className="text-vm font-semibold tabular-nums">{days >= 0 ? t('left', { days }) : t('over')}</p>
      <p className="text-text-2">
        <time dateTime={retirementDay}>{t('until', { date })}</time>
      </p>
      <p className="prose-body max-w-[61rem] basis-96 grow">
        {t('meaning')}{' '}
        <a className="prose-link" href={retirementSource} target="_blank" rel="noreferrer">
          {t('source')}
        </a>
      </p>
    </section>
  )
}
