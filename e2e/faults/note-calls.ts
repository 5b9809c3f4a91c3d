import { apiErrorSchema } from '@/lib/contract/errors'
import { noteSavedSchema } from '@/lib/contract/notes'
import type { TenantClient } from '../simulator/control/client'
import type { Handler } from './support'

export interface Call {
  readonly where: TenantClient
  readonly person: string
  readonly method?: string
  readonly body?: unknown
  readonly text?: string
  readonly params?: unknown
  readonly query?: string
}

/** Calls a handler of notes as a person of a tenant. */
export async function callAs(handler: Handler, call: Call): Promise<Response> {
  const { where, person, method = 'GET', body, text = JSON.stringify(body), params = {}, query = '' } = call
  const headers = { authorization: `Bearer ${await where.token({ person })}`, 'content-type': 'application/json' }
  const url = `http://localhost/api/v1/test${query}`
  const request = new Request(url, { method, headers, ...(method !== 'GET' && { body: text }) })
  return handler(request, { params: Promise.resolve(params) })
}

/** The saved version, or status, code and parameter of a refusal. */
export async function answerOf(response: Response) {
  if (response.status === 200) return noteSavedSchema.parse(await response.json())
  const { code, parameter } = apiErrorSchema.parse(await response.json())
  return [response.status, code, parameter]
}
