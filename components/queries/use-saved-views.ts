'use client'

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useApi } from '@/components/providers/use-api'
import { savedViewListSchema, type SavedViewList } from '@/lib/contract/saved-views'
import { callApi } from './call-api'
import { useOwner } from './use-owner'

/** The user's saved views of the fleet, and those that users of the tenant share. */
export function useSavedViews(): UseQueryResult<SavedViewList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['views', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => callApi(api, '/api/v1/views', savedViewListSchema, { signal }),
    staleTime: 60_000,
  })
}
