'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Trouble } from '@/lib/views/completeness'
import { useSeconds } from './use-seconds'
import { useUnreadCause } from './use-unread-cause'

/** Azure usually answers sooner; the number says from then on that something waits. */
const slowSeconds = 5

/**
 * Why a running load has not ended yet, and when it tries again, in sentences.
 * @param isListing whether the first answer of Azure is awaited
 */
export function useTroubleText(trouble: Trouble | null, isListing: boolean): readonly string[] {
  const t = useTranslations('ui.completeness.loading')
  const causeOf = useUnreadCause()
  const now = useSeconds(isListing || trouble !== null)
  const [since] = useState(now)
  if (trouble !== null) {
    const left = trouble.nextTry === null ? 0 : Math.ceil((Date.parse(trouble.nextTry) - now) / 1000)
    return [causeOf(trouble.failure), left > 0 ? t('nextTry', { seconds: left }) : t('trying')]
  }
  const seconds = Math.floor((now - since) / 1000)
  return isListing && seconds >= slowSeconds ? [t('waiting', { seconds })] : []
}
