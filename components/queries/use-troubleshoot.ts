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
import { troubleshootSchema, type Troubleshoot } from '@/lib/contract/troubleshoot'
import { vmApiPath, type VmReference } from '@/lib/contract/vm-reference'

/** Troubleshooting reads a dozen related resources of a VM, so it is not repeated automatically. */
const freshMs = 5 * 60_000

function keyOf(tenantId: string, accountId: string, reference: VmReference): readonly string[] {
  return ['troubleshoot', tenantId, accountId, vmApiPath(reference).toLowerCase()]
}

async function ask(api: Api, reference: VmReference, init: RequestInit): Promise<Troubleshoot> {
  const answer = await api.fetchApi(`${vmApiPath(reference)}/troubleshoot`, init)
  if (!answer.ok) throw new ApiProblemError(answer.failure)
  const parsed = troubleshootSchema.safeParse(await answer.value.json().catch(() => null))
  if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
  return parsed.data
}

/** Problems, causes, steps and prerequisites of one VM, read with the user's permissions when a panel opens. */
export function useTroubleshoot(reference: VmReference): UseQueryResult<Troubleshoot> {
  const api = useApi()
  const { status, tenantId, account } = useSession()
  return useQuery({
    queryKey: keyOf(tenantId, account?.homeAccountId ?? '', reference),
    enabled: status === 'signed-in',
    queryFn: ({ signal }) => ask(api, reference, { signal }),
    staleTime: freshMs,
  })
}

/** Reads the VM again together with a log that the user pasted; the answer replaces the last one. */
export function useLogReading(reference: VmReference): UseMutationResult<Troubleshoot, Error, string> {
  const api = useApi()
  const client = useQueryClient()
  const { tenantId, account } = useSession()
  return useMutation({
    mutationFn: (log: string) =>
      ask(api, reference, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ log }),
      }),
    onSuccess: (answer) => {
      client.setQueryData(keyOf(tenantId, account?.homeAccountId ?? '', reference), answer)
    },
  })
}
