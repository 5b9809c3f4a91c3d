'use client'

import { useTranslations } from 'next-intl'
import { useErrorCause } from '@/components/providers/use-error-cause'
import { historyFailures, type HistoryFailure } from '@/lib/contract/history-failures'
import { showsFile } from '@/lib/shared/moment'
import type { Unread, UnreadCode } from '@/lib/views/completeness'

const isOfStore = (code: UnreadCode): code is HistoryFailure => historyFailures.some((each) => each === code)

/** Why there is no history, in sentences. No operator has turned it off where a file is shown. */
export function useHistoryCause(): (failure: HistoryFailure) => string {
  const t = useTranslations('history.off')
  return (failure) => (failure === 'off' && showsFile() ? t('inFile') : t(`why.${failure}`))
}

/** Why something was not read, in sentences. */
export function useUnreadCause(): (failure: Unread) => string {
  const errorCause = useErrorCause()
  const historyCause = useHistoryCause()
  return ({ code, ...azure }) => (isOfStore(code) ? historyCause(code) : errorCause({ code, ...azure }))
}
