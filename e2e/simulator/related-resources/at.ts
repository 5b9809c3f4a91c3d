import { authorizationFailed, resourceNotFound } from '../arm/errors'
import { param, subscriptionOf, type Guarded } from '../arm/guard'
import type { ArmContext, SimResponse } from '../model/http'
import type { World } from '../model/world'
import { mergePatch } from './merge-patch'

/** A resource of the path on which the caller may act; its existence is not checked yet. */
export interface Place {
  readonly subscriptionId: string
  readonly group: string
  readonly id: string
  /** `Type/name` as in ARM's refusals. */
  readonly shown: string
}

/** `segments` are pairs of a type and the path parameter with the resource's name. */
export type Segments = readonly (readonly [type: string, parameter: string])[]

/** The resource of the path, or ARM's refusal; ARM checks rights before existence. */
export function resourceOf(context: ArmContext, action: string, namespace: string, segments: Segments): Guarded<Place> {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription
  const group = param(context, 'group')
  const path = segments.map(([type, parameter]) => `${type}/${param(context, parameter)}`).join('/')
  const { id: subscriptionId } = subscription.value
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/${namespace}/${path}`
  if (!context.can(action, id)) return { ok: false, refusal: authorizationFailed(context.caller.objectId, action, id) }
  return { ok: true, value: { subscriptionId, group, id, shown: `${namespace}/${path}` } }
}

/** Lets a test change a related resource, or delete it (null). A later change replaces an earlier one. */
export function changeResource({ related }: World, id: string, change: Record<string, unknown> | null): void {
  related.patches.set(id.toLowerCase(), change)
}

/** The body of a resource with the tests' changes; null if they deleted it. */
export function withChanges(world: World, body: Record<string, unknown>): Record<string, unknown> | null {
  const patch = typeof body.id === 'string' ? world.related.patches.get(body.id.toLowerCase()) : undefined
  if (patch === undefined) return body
  return patch === null ? null : mergePatch(body, patch)
}

/** The answer of a `GET`: the body with the tests' changes, or not found. */
export function answerOf(context: ArmContext, place: Place, body: Record<string, unknown> | undefined): SimResponse {
  const changed = body === undefined ? null : withChanges(context.world, body)
  return changed === null ? resourceNotFound(place.shown, place.group) : { status: 200, json: changed }
}

/** A list without paging, as most providers return for a few resources. */
export function listOf(context: ArmContext, bodies: readonly Record<string, unknown>[]): SimResponse {
  const value = bodies.map((body) => withChanges(context.world, body)).filter((body) => body !== null)
  return { status: 200, json: { value } }
}
