'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useApi, type Api } from '@/components/providers/use-api'
import { noticeListSchema, type NoticeList } from '@/lib/contract/notices'
import { callApi } from './call-api'
import { useOwner } from './use-owner'

/** The user's notifications, newest first. */
export function useNotices(): UseQueryResult<NoticeList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['notices', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => readNotices(api, 0, signal),
    staleTime: 15_000,
  })
}

/** Notifications after a given id. @throws ApiProblemError */
export function readNotices(api: Api, after: number, signal: AbortSignal): Promise<NoticeList> {
  return callApi(api, `/api/v1/notices?after=${after}`, noticeListSchema, { signal })
}
