'use client'

import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import { useSession } from '@/components/providers/session-context'
import { useApi, type Api } from '@/components/providers/use-api'
import {
  noticeListSchema,
  watchChangedSchema,
  watchListSchema,
  type NoticeList,
  type WatchChange,
  type WatchChanged,
  type WatchList,
  type WatchRequest,
} from '@/lib/contract/watches'
import { wakeNoticeFeed } from './notice-channel'

interface Parser<Value> {
  readonly safeParse: (json: unknown) => { success: true; data: Value } | { success: false }
}

/** Calls the API and checks the answer. @throws ApiProblemError */
async function call<Value>(api: Api, path: string, schema: Parser<Value>, init: RequestInit): Promise<Value> {
  const answer = await api.fetchApi(path, init)
  if (!answer.ok) throw new ApiProblemError(answer.failure)
  const parsed = schema.safeParse(await answer.value.json().catch(() => null))
  if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
  return parsed.data
}

/** Whose watches these are; never shared between tenants or accounts. */
function useOwner(): readonly [tenant: string, account: string, signedIn: boolean] {
  const { status, tenantId, account } = useSession()
  return [tenantId, account?.homeAccountId ?? '', status === 'signed-in']
}

/** What the person follows. */
export function useWatches(): UseQueryResult<WatchList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['watches', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => call(api, '/api/v1/watches', watchListSchema, { signal }),
    staleTime: 60_000,
  })
}

/** What happened to it, newest first. */
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

/** Notices after one. @throws ApiProblemError */
export function readNotices(api: Api, after: number, signal: AbortSignal): Promise<NoticeList> {
  return call(api, `/api/v1/notices?after=${after}`, noticeListSchema, { signal })
}

type Order =
  | { readonly kind: 'follow'; readonly request: WatchRequest }
  | { readonly kind: 'change'; readonly id: string | null; readonly change: WatchChange }
  | { readonly kind: 'stop'; readonly id: string }

function send(api: Api, order: Order): Promise<WatchChanged> {
  const json = (method: string, body: unknown): RequestInit => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const path = '/api/v1/watches'
  if (order.kind === 'follow') return call(api, path, watchChangedSchema, json('PUT', order.request))
  const one = order.id === null ? path : `${path}/${order.id}`
  const init = order.kind === 'stop' ? { method: 'DELETE' } : json('PATCH', order.change)
  return call(api, one, watchChangedSchema, init)
}

/** Follows, changes, ends. The lists are read anew afterwards. */
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
