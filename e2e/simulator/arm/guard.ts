import type { ArmContext, SimResponse } from '../model/http'
import type { SimSubscription } from '../model/world'
import type { SimVm } from '../model/vm'
import { advance } from '../lifecycle/advance'
import { authorizationFailed, invalidSubscriptionId, resourceNotFound, subscriptionNotFound } from './errors'
import { findVm } from './vm-index'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export type Guarded<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: SimResponse }

function refuse(refusal: SimResponse): { readonly ok: false; readonly refusal: SimResponse } {
  return { ok: false, refusal }
}

/** A path parameter, already percent-decoded by the dispatcher; empty if the route has no parameter of that name. */
export function param(context: ArmContext, name: string): string {
  return context.params[name] ?? ''
}

/** The subscription of the path, or ARM's refusal. */
export function subscriptionOf(context: ArmContext): Guarded<SimSubscription> {
  const id = param(context, 'subscription')
  if (!guid.test(id)) return refuse(invalidSubscriptionId(id))
  const subscription = context.world.subscriptions.find((each) => each.id.toLowerCase() === id.toLowerCase())
  return subscription === undefined ? refuse(subscriptionNotFound(id)) : { ok: true, value: subscription }
}

/** The VM of the path, advanced to the current time, if the caller has the action on it; ARM checks rights before existence. */
export function vmOf(context: ArmContext, action: string): Guarded<SimVm> {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription
  const group = param(context, 'group')
  const name = param(context, 'vm')
  const scope = `/subscriptions/${subscription.value.id}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`
  if (!context.can(action, scope)) return refuse(authorizationFailed(context.caller.objectId, action, scope))
  const vm = findVm(context.world, subscription.value.id, group, name)
  if (vm === undefined) return refuse(resourceNotFound(`Microsoft.Compute/virtualMachines/${name}`, group))
  return { ok: true, value: advance(vm, context.now) }
}
