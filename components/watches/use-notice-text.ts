'use client'

import { useTranslations } from 'next-intl'
import type { Notice } from '@/lib/contract/watches'

/** Detail of a notification beside its kind: the rule or the state. A failure is not named twice. */
export function useNoticeText(): (notice: Notice) => string {
  const t = useTranslations('watches.toast')
  const rules = useTranslations('watches.rule')
  const states = useTranslations('states.state')
  return ({ kind, state, rule }) => {
    if (rule !== null) return rules(rule)
    return kind === 'failed' ? t('failure') : states(state)
  }
}
