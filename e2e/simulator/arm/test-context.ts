import { can } from '../rbac/can'
import type { ArmContext, SimResponse } from '../model/http'
import type { RoleAssignment, World } from '../model/world'
import { isObject } from './json'
import { armRoutes } from './routes'

/** The caller in a test: a person by display name, or roles defined by the test. */
export type TestCaller = string | readonly RoleAssignment[]

interface Call {
  readonly as?: TestCaller
  readonly params?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
  readonly now?: number
  readonly apiVersion?: string
  readonly contentType?: string
}

function contextOf(world: World, call: Call): ArmContext {
  const { as = 'Chiara Rossi' } = call
  const person = world.people.find(({ displayName }) => displayName === as)
  const roles = typeof as === 'string' ? (person?.roles ?? []) : as
  return {
    world: typeof as === 'string' ? world : { ...world, people: world.people.map((each) => ({ ...each, roles })) },
    caller: {
      tenantId: world.tenantId,
      objectId: (person ?? world.people[0])?.objectId ?? '',
      kind: 'user',
      applicationId: 'test',
    },
    params: call.params ?? {},
    query: new URLSearchParams(call.query),
    apiVersion: call.apiVersion ?? '',
    contentType: call.contentType ?? 'application/json',
    body: Buffer.from(call.body === undefined ? '' : JSON.stringify(call.body)),
    origin: 'https://localhost:4011',
    now: call.now ?? world.clock.now(),
    providers: () => [],
    can: (action, scope) => can(roles, action, scope),
  }
}

/** Calls a route by name, without a server. */
export async function callRoute(world: World, name: string, call: Call = {}): Promise<SimResponse> {
  const route = armRoutes.find((each) => each.name === name)
  if (route === undefined) throw new Error(`no route ${name}`)
  return route.handle(contextOf(world, call))
}

/** The JSON of an answer, as a client would parse it. */
export function jsonOf(response: SimResponse): Record<string, unknown> {
  const text: unknown = JSON.parse(response.text?.toString() ?? JSON.stringify(response.json))
  if (!isObject(text)) throw new Error('not an object')
  return text
}

/** The error code of a refusal. */
export function errorCode(response: SimResponse): string {
  const { error } = jsonOf(response)
  return isObject(error) && typeof error.code === 'string' ? error.code : ''
}

/** The list in an answer. */
export function valuesOf(response: SimResponse, key = 'value'): Record<string, unknown>[] {
  const list = jsonOf(response)[key]
  return Array.isArray(list) ? list.filter(isObject) : []
}
