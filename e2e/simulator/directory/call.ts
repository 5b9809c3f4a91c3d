import type { z } from 'zod'
import type { SimRequest, SimResponse } from '../model/http'
import type { Simulator, Tenant } from '../server/state'
import type { LagTime, Replicated } from './lag'
import type { Grant, Principal, Registration } from './model'

/** Microsoft Graph's error body (https://learn.microsoft.com/graph/errors). */
export function graphError(status: number, code: string, message: string): SimResponse {
  return { status, json: { error: { code, message, innerError: { date: new Date().toISOString().slice(0, 19) } } } }
}

/** Rights of a caller in the directory. */
export type Role = 'reader' | 'developer' | 'administrator'

export interface GraphCall {
  readonly simulator: Simulator
  readonly tenant: Tenant
  readonly request: SimRequest
  readonly role: Role
  /** Object id in the path; empty without one. */
  readonly id: string
}

export interface GraphRoute {
  readonly method: string
  /** Path after `/v1.0`; `:id` matches one part. */
  readonly path: string
  readonly needs: Role
  readonly handle: (call: GraphCall) => SimResponse
}

/** The time for which replicas answer a request. */
export const timeOf = ({ tenant }: GraphCall): LagTime => ({
  now: tenant.world.clock.now(),
  lag: tenant.directory.late.milliseconds,
})
export const registrationsOf = ({ tenant: { directory } }: GraphCall): Replicated<Registration> => ({
  objects: directory.registrations,
  earlier: directory.late.registrations,
})
export const principalsOf = ({ tenant: { directory } }: GraphCall): Replicated<Principal> => ({
  objects: directory.principals,
  earlier: directory.late.principals,
})
export const grantsOf = ({ tenant: { directory } }: GraphCall): Replicated<Grant> => ({
  objects: directory.grants,
  earlier: directory.late.grants,
})

/** Parses the body with a schema and passes it; Graph's refusal if it does not match. */
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

/**
 * The value of `$filter=property eq 'value'`, or of `list/any(x:x eq 'value')`; null for another form of filter
 * (https://learn.microsoft.com/graph/filter-query-parameter).
 */
export function filterOf({ request }: GraphCall): { readonly property: string; readonly value: string } | null {
  const text = request.url.searchParams.get('$filter') ?? ''
  const found = /^(\w+) eq '((?:[^']|'')*)'$/.exec(text) ?? /^(\w+)\/any\((\w+):\2 eq '((?:[^']|'')*)'\)$/.exec(text)
  if (found === null) return null
  const isAny = found.length > 3
  const value = ((isAny ? found[3] : found[2]) ?? '').replaceAll("''", "'")
  return { property: isAny ? `${found[1] ?? ''}/any` : (found[1] ?? ''), value }
}
