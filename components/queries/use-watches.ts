'use client'

import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useApi, type Api } from '@/components/providers/use-api'
import {
  watchChangedSchema,
  watchListSchema,
  type WatchChange,
  type WatchChanged,
  type WatchList,
  type WatchRequest,
} from '@/lib/contract/watches'
import { callApi, jsonRequest } from './call-api'
import { wakeNoticeFeed } from './notice-channel'
import { useOwner } from './use-owner'

/** What the user follows. */
export function useWatches(): UseQueryResult<WatchList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['watches', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => callApi(api, '/api/v1/watches', watchListSchema, { signal }),
    staleTime: 60_000,
  })
}

type Order =
  | { readonly kind: 'follow'; readonly request: WatchRequest }
  | { readonly kind: 'change'; readonly id: string | null; readonly change: WatchChange }
  | { readonly kind: 'stop'; readonly id: string }

function send(api: Api, order: Order): Promise<WatchChanged> {
  const path = '/api/v1/watches'
  if (order.kind === 'follow') return callApi(api, path, watchChangedSchema, jsonRequest('PUT', order.request))
  const one = order.id === null ? path : `${path}/${order.id}`
  const init = order.kind === 'stop' ? { method: 'DELETE' } : jsonRequest('PATCH', order.change)
  return callApi(api, one, watchChangedSchema, init)
}

/** Adds, changes or removes watches. The lists are read again afterwards. */
export function useChangeWatches(): UseMutationResult<WatchChanged, Error, Order> {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: Order) => send(api, order),
    onSettled: () => {
      wakeNoticeFeed()
      return client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name === 'watches' || name === 'notices' })
    },
  })
}
