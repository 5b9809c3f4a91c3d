import { authorizationFailed, badRequest } from '../arm/errors'
import { param, subscriptionOf, type Guarded } from '../arm/guard'
import type { ArmContext } from '../model/http'

/** The scope of the path of a list: a subscription, a group, a resource or one of its children. */
export function scopeOf(context: ArmContext, action: string): Guarded<string> {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription
  const root = `/subscriptions/${subscription.value.id}`
  const { group, namespace, type, name, childType, child } = context.params
  const inGroup = group === undefined ? root : `${root}/resourceGroups/${group}`
  const resource = type === undefined ? inGroup : `${inGroup}/providers/${namespace ?? ''}/${type}/${name ?? ''}`
  const scope = childType === undefined ? resource : `${resource}/${childType}/${child ?? ''}`
  if (context.can(action, scope)) return { ok: true, value: scope }
  return { ok: false, refusal: authorizationFailed(context.caller.objectId, action, scope) }
}

/** True if an assignment or lock at `outer` applies to `inner`. One at a management group applies to the whole tenant. */
export function covers(outer: string, inner: string): boolean {
  if (outer.toLowerCase().startsWith('/providers/microsoft.management/')) return true
  return `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`)
}

type Wanted = (scope: string) => boolean

/**
 * Which entries below and above a scope a list contains: `atScope()` excludes those below it, `atExactScope()` those
 * above as well, and without a filter the list contains all.
 */
export function listedAt(context: ArmContext, at: string): Guarded<Wanted> {
  const filter = (context.query.get('$filter') ?? '').trim().toLowerCase()
  if (filter === '') return { ok: true, value: (scope) => covers(scope, at) || covers(at, scope) }
  if (filter === 'atscope()') return { ok: true, value: (scope) => covers(scope, at) }
  if (filter === 'atexactscope()') return { ok: true, value: (scope) => scope.toLowerCase() === at.toLowerCase() }
  const message = `The value '${context.query.get('$filter') ?? ''}' of parameter $filter is invalid.`
  return { ok: false, refusal: badRequest('InvalidFilterInQueryString', message) }
}

/** The definition's name of a path parameter, in lower case. */
export function lowerParam(context: ArmContext, name: string): string {
  return param(context, name).toLowerCase()
}
