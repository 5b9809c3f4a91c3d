'use client'

import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { ApiProblemError } from '@/components/providers/api-problem'
import { useApi } from '@/components/providers/use-api'
import {
  adminStatusSchema,
  auditLogSchema,
  type AdminStatus,
  type AuditLog,
  type AuditLogFormat,
} from '@/lib/contract/admin'
import { callApi } from './call-api'
import { useOwner } from './use-owner'

const path = '/api/v1/admin'

/** The state of the deployment. A user who is not an administrator gets a 404. */
export function useAdminStatus(): UseQueryResult<AdminStatus> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  return useQuery({
    queryKey: ['admin', tenant, account],
    enabled: signedIn,
    queryFn: ({ signal }) => callApi(api, path, adminStatusSchema, { signal }),
    retry: false,
  })
}

/** Filters of the audit log; empty texts filter nothing. */
export interface AuditLogQuery {
  readonly kind: string
  readonly person: string
  /** Dates as a date field returns them. */
  readonly from: string
  readonly to: string
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Dates are in the user's time zone; the filter by user applies once the id is complete. */
function queryOf({ kind, person, from, to }: AuditLogQuery): URLSearchParams {
  const query = new URLSearchParams()
  if (kind !== '') query.set('kind', kind)
  if (guid.test(person)) query.set('person', person)
  if (from !== '') query.set('from', new Date(`${from}T00:00:00`).toISOString())
  if (to !== '') query.set('to', new Date(`${to}T23:59:59.999`).toISOString())
  return query
}

/** The audit log, one page at a time. */
export function useAuditLog(filter: AuditLogQuery): UseInfiniteQueryResult<InfiniteData<AuditLog>> {
  const api = useApi()
  const [tenant, account, signedIn] = useOwner()
  const query = queryOf(filter).toString()
  return useInfiniteQuery({
    queryKey: ['admin-audit-log', tenant, account, query],
    enabled: signedIn,
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      callApi(api, `${path}/audit-log?${query}${pageParam}`, auditLogSchema, { signal }),
    getNextPageParam: ({ next }) => (next === null ? null : `&before=${next}`),
    placeholderData: (known) => known,
    retry: false,
  })
}

/** Fetches the audit log as a file. @throws ApiProblemError */
export function useAuditLogFile(filter: AuditLogQuery): (format: AuditLogFormat) => Promise<string> {
  const { fetchApi } = useApi()
  return async (format) => {
    const query = queryOf(filter)
    query.set('format', format)
    const answer = await fetchApi(`${path}/audit-log/file?${query.toString()}`, {})
    if (!answer.ok) throw new ApiProblemError(answer.failure)
    return answer.value.text()
  }
}
