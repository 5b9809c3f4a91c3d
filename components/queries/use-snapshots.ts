'use client'

import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useApi } from '@/components/providers/use-api'
import {
  snapshotListSchema,
  snapshotPreviewSchema,
  snapshotPublishedSchema,
  snapshotRevokedSchema,
  type SnapshotList,
  type SnapshotPreview,
  type SnapshotPreviewRequest,
  type SnapshotPublished,
  type SnapshotPublishRequest,
  type SnapshotRevoked,
} from '@/lib/contract/snapshots'
import { callApi, jsonRequest } from './call-api'
import { useOwner } from './use-owner'

const path = '/api/v1/snapshots'

/** What a link would show, read once for each selection of parts. */
export function useSnapshotPreview(request: SnapshotPreviewRequest): UseQueryResult<SnapshotPreview> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['snapshot-preview', tenant, account, JSON.stringify(request)],
    enabled: signedIn,
    queryFn: ({ signal }) =>
      callApi(api, `${path}/preview`, snapshotPreviewSchema, jsonRequest('POST', request, signal)),
    // A draft is kept for a quarter of an hour, and the link shows exactly this draft.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
}

/** Creates a link to a preview. */
export function usePublishSnapshot(): UseMutationResult<SnapshotPublished, Error, SnapshotPublishRequest> {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: SnapshotPublishRequest) =>
      callApi(api, path, snapshotPublishedSchema, jsonRequest('POST', request)),
    onSettled: () => client.invalidateQueries({ queryKey: ['snapshots'] }),
  })
}

/** The links that the user created. */
export function useSnapshots(): UseQueryResult<SnapshotList> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['snapshots', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => callApi(api, path, snapshotListSchema, { signal }),
    staleTime: 10_000,
  })
}

/** Ends a link. */
export function useRevokeSnapshot(): UseMutationResult<SnapshotRevoked, Error, string> {
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => callApi(api, `${path}/${id}`, snapshotRevokedSchema, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['snapshots'] }),
  })
}
