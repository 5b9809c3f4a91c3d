'use client'

import { useTranslations } from 'next-intl'
import type { Notice } from '@/lib/contract/watches'

/** What a notice says beside its kind: by which rule, or in which state. A failure is not called one twice. */
export function useNoticeText(): (notice: Notice) => string {
  const t = useTranslations('watches.toast')
  const rules = useTranslations('watches.rule')
  const states = useTranslations('states.state')
  return ({ kind, state, rule }) => {
    if (rule !== null) return rules(rule)
    return kind === 'failed' ? t('failure') : states(state)
  }
}
