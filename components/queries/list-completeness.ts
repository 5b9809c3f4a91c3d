import type { UseQueryResult } from '@tanstack/react-query'
import { problemOf } from '@/components/providers/api-problem'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import { answerCompleteness, unreadBy, type Completeness } from '@/lib/views/completeness'

/**
 * How much of a user's own list was read: watches, notifications or links. A list that the store could not return is
 * not empty but unread.
 */
export function listCompleteness({
  data,
  error,
  dataUpdatedAt,
}: Pick<
  UseQueryResult<{ readonly failure: HistoryFailure | null }>,
  'data' | 'error' | 'dataUpdatedAt'
>): Completeness {
  const ofStore = data === undefined || data.failure === null ? null : unreadBy(data.failure)
  const failure = error === null ? ofStore : problemOf(error)
  return answerCompleteness({
    answer: data === undefined || data.failure !== null ? null : { isWhole: true },
    failure,
    at: new Date(dataUpdatedAt).toISOString(),
  })
}
