'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { formatList } from '@/lib/i18n/format'
import type { GapGroup } from '@/lib/views/fleet-counts'

const namedAtMost = 5

export interface GapText {
  /** What could not be read. */
  readonly scope: (gap: GapGroup) => string
  /** Why. */
  readonly cause: (gap: GapGroup) => string
  /** The next step. */
  readonly next: (gap: GapGroup) => string
}

/** Texts for parts of the fleet that could not be read. */
export function useGapText(): GapText {
  const t = useTranslations('fleet.gaps')
  const errors = useTranslations('errors')
  const cause = useErrorCause()
  const language = useLocale()
  return {
    scope: (gap) => {
      if (gap.tenant) return t('tenant')
      const names = gap.subscriptions.slice(0, namedAtMost)
      const more = gap.subscriptions.length - names.length
      const vms = gap.vms > gap.vmNames.length ? [t('vms', { count: gap.vms })] : gap.vmNames
      return formatList(language, [...names, ...(more > 0 ? [`+${more}`] : []), ...vms])
    },
    cause,
    next: (gap) => errors(`${gap.code}.next`),
  }
}
