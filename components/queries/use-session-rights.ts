'use client'

import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/components/providers/session-context'
import { useApi } from '@/components/providers/use-api'
import { sessionSchema } from '@/lib/contract/session'
import { callApi } from './call-api'
import { useOwner } from './use-owner'

/** Whether the user may open `/admin`; false until the server has said so. A program for one person has no such page. */
export function useIsAdministrator(): boolean {
  const api = useApi()
  const { local } = useSession()
  const [tenant, account, signedIn] = useOwner()
  const { data } = useQuery({
    queryKey: ['session', tenant, account],
    enabled: signedIn && local === null,
    queryFn: ({ signal }) => callApi(api, '/api/v1/session', sessionSchema, { signal }),
    staleTime: Infinity,
  })
  return data?.administrator === true
}
