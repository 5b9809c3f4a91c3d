'use client'

import { useTranslations } from 'next-intl'
import { isOfOperator } from '@/lib/contract/local-session'
import type { Failure } from '@/lib/i18n/error-cause'
import { useIsLocal } from './session-context'

/** The next step after a failure. A program for one person has no operator: there the step is the person's own. */
export function useErrorNext(): (code: Failure['code']) => string {
  const errors = useTranslations('errors')
  const own = useTranslations('local.next')
  const isLocal = useIsLocal()
  return (code) => (isLocal && isOfOperator(code) ? own(code) : errors(`${code}.next`))
}
