'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { useErrorNext } from '@/components/providers/use-error-next'
import { formatList, formatNumber } from '@/lib/i18n/format'
import { gapNames, type GapGroup } from '@/lib/views/fleet-counts'

const namedAtMost = 5

export interface GapText {
  /** What could not be read. */
  readonly scope: (gap: GapGroup) => string
  /** Why. */
  readonly cause: (gap: GapGroup) => string
  /** The next step. */
  readonly next: (gap: GapGroup) => string
}

/**
 * Texts for parts of the fleet that could not be read.
 * @param most subscriptions that are named
 */
export function useGapText(most = namedAtMost): GapText {
  const t = useTranslations('fleet.gaps')
  const cause = useErrorCause()
  const next = useErrorNext()
  const language = useLocale()
  const vmsText = (count: number) => t('vms', { count: formatNumber(language, count) })
  return {
    scope: (gap) => (gap.tenant ? t('tenant') : formatList(language, gapNames(gap, vmsText, most))),
    cause,
    next: ({ code }) => next(code),
  }
}
