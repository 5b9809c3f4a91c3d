'use client'

import { useTranslations } from 'next-intl'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { historyFailures, type HistoryFailure } from '@/lib/contract/history-failures'
import type { Unread, UnreadCode } from '@/lib/views/completeness'

const isOfStore = (code: UnreadCode): code is HistoryFailure => historyFailures.some((each) => each === code)

/** Why something was not read, in sentences. */
export function useUnreadCause(): (failure: Unread) => string {
  const errorCause = useErrorCause()
  const store = useTranslations('history.off.why')
  return ({ code, ...azure }) => (isOfStore(code) ? store(code) : errorCause({ code, ...azure }))
}
