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

/** A closer look reads a dozen things around a VM, so it is not repeated by itself. */
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

/** Problems, causes, steps and prerequisites of one VM, read around it with the person's rights when a panel opens. */
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

/** Reads the VM once more together with a log that the person pasted; its answer takes the place of the last one. */
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
