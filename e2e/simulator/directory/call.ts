import type { z } from 'zod'
import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator, Tenant } from '../server/state'

/** Microsoft Graph's error body (https://learn.microsoft.com/graph/errors). */
export function graphError(status: number, code: string, message: string): SimResponse {
  return { status, json: { error: { code, message, innerError: { date: new Date().toISOString().slice(0, 19) } } } }
}

/** What a caller may do in the directory. */
export type Role = 'reader' | 'developer' | 'administrator'

export interface GraphCall {
  readonly simulator: Simulator
  readonly tenant: Tenant
  readonly request: SimRequest
  readonly role: Role
  /** Object id in the path; empty where there is none. */
  readonly id: string
}

export interface GraphRoute {
  readonly method: string
  /** Path after `/v1.0`; `:id` stands for one part. */
  readonly path: string
  readonly needs: Role
  readonly handle: (call: GraphCall) => SimResponse
}

/** Reads the body by a schema and hands it on; Graph's refusal where it does not fit. */
export function withGraphBody<Schema extends z.ZodType>(
  { request }: GraphCall,
  schema: Schema,
  use: (input: z.output<Schema>) => SimResponse,
): SimResponse {
  let body: unknown
  try {
    body = JSON.parse(request.body.toString('utf8'))
  } catch {
    return graphError(400, 'Request_BadRequest', 'The body is not JSON.')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return use(parsed.data)
  const [issue] = parsed.error.issues
  return graphError(
    400,
    'Request_BadRequest',
    `Invalid property ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

/** The value of `$filter=property eq 'value'`; null where the filter is of another form. */
export function filterOf({ request }: GraphCall): { readonly property: string; readonly value: string } | null {
  const found = /^(\w+) eq '((?:[^']|'')*)'$/.exec(request.url.searchParams.get('$filter') ?? '')
  return found === null ? null : { property: found[1] ?? '', value: (found[2] ?? '').replaceAll("''", "'") }
}
