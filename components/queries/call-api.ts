import { ApiProblemError, localProblem } from '@/components/providers/api-problem'
import type { Api } from '@/components/providers/use-api'

interface Parser<Value> {
  readonly safeParse: (json: unknown) => { success: true; data: Value } | { success: false }
}

/** Calls the API and checks the answer. @throws ApiProblemError */
export async function callApi<Value>(api: Api, path: string, schema: Parser<Value>, init: RequestInit): Promise<Value> {
  const answer = await api.fetchApi(path, init)
  if (!answer.ok) throw new ApiProblemError(answer.failure)
  const parsed = schema.safeParse(await answer.value.json().catch(() => null))
  if (!parsed.success) throw new ApiProblemError(localProblem('internal'))
  return parsed.data
}

/** A request that sends JSON. */
export function jsonRequest(method: 'POST' | 'PUT' | 'PATCH', body: unknown, signal?: AbortSignal): RequestInit {
  const headers = { 'content-type': 'application/json' }
  return { method, headers, body: JSON.stringify(body), ...(signal === undefined ? {} : { signal }) }
}
