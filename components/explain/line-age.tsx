'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useNow } from '@/components/state/now'
import { formatSentences } from '@/lib/i18n/format'
import { formatLongAge } from '@/lib/i18n/format-long-age'
import { lineAgeOf } from '@/lib/views/line-age'

/** How old the deciding line is, and that nothing after it is known. */
export function LineAgeText({ at }: { readonly at: string | null }) {
  const t = useTranslations('explain.age')
  const language = useLocale()
  const now = useNow()
  if (now === null) return null
  const line = lineAgeOf(at, now)
  if (line.kind === 'undated') return <p className="text-meta text-text-2">{t('undated')}</p>
  const text =
    line.kind === 'aged'
      ? t(line.isZoned ? 'aged' : 'agedWithoutZone', { age: formatLongAge(language, line.age) })
      : t('dated')
  return <p className="font-medium">{formatSentences(language, [text, t('after')])}</p>
}

/** How old the report of a pasted VM is; nothing where the paste contains no time. */
export function ReportAgeText({ at }: { readonly at: string | null }) {
  const t = useTranslations('explain.reportAge')
  const language = useLocale()
  const now = useNow()
  const line = now === null ? null : lineAgeOf(at, now)
  if (line === null || line.kind === 'undated') return null
  const age = line.kind === 'aged' ? formatLongAge(language, line.age) : null
  return <p>{age === null ? t('ahead', { at: line.at }) : t('aged', { at: line.at, age })}</p>
}
