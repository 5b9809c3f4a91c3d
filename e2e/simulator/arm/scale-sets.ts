import { advance } from '../lifecycle/advance'
import type { ArmContext, SimResponse } from '../model/http'
import type { SimScaleSet } from '../model/scale-set'
import { authorizationFailed, badRequest, resourceNotFound } from './errors'
import { param, subscriptionOf, type Guarded } from './guard'
import { page } from './paging'
import { renderInstance, renderSet } from './render-scale-set'
import { actions } from './rights'
import { findInstance, findScaleSet } from './scale-set-index'

const type = 'Microsoft.Compute/virtualMachineScaleSets'

/** The set of the path if the caller has the action on it; rights are checked before existence. */
function setOf(context: ArmContext, action: string): Guarded<SimScaleSet> {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription
  const group = param(context, 'group')
  const name = param(context, 'scaleSet')
  const scope = `/subscriptions/${subscription.value.id}/resourceGroups/${group}/providers/${type}/${name}`
  if (!context.can(action, scope))
    return { ok: false, refusal: authorizationFailed(context.caller.objectId, action, scope) }
  const set = findScaleSet(context.world, subscription.value.id, group, name)
  return set === null ? { ok: false, refusal: resourceNotFound(`${type}/${name}`, group) } : { ok: true, value: set }
}

const isInstanceView = (text: string | null): boolean => text?.toLowerCase() === 'instanceview'

/** `GET` on a scale set: its model. */
export function getScaleSet(context: ArmContext): SimResponse {
  const set = setOf(context, actions.scaleSet)
  return set.ok ? { status: 200, json: renderSet(set.value) } : set.refusal
}

/** The instances of a set, in pages; `$expand` adds their instance views, `$select` omits the rest. */
export function listInstances(context: ArmContext): SimResponse {
  const set = setOf(context, actions.instance)
  if (!set.ok) return set.refusal
  const [expand, select] = [context.query.get('$expand'), context.query.get('$select')]
  for (const [name, value] of Object.entries({ $expand: expand, $select: select })) {
    if (value !== null && !isInstanceView(value))
      return badRequest('InvalidParameter', `The value '${value}' of parameter ${name} is invalid.`)
  }
  const path = `${set.value.id}/virtualMachines`
  return page(context, path, set.value.instances, (instance) => {
    advance(instance.vm, context.now)
    return renderInstance(instance, { expand: expand !== null, select: select !== null, listed: true })
  })
}

/** One instance with its complete extensions. */
export function getInstance(context: ArmContext): SimResponse {
  const set = setOf(context, actions.instance)
  if (!set.ok) return set.refusal
  const instance = findInstance(set.value, param(context, 'instance'))
  if (instance === null) {
    const name = `${type}/${set.value.name}/virtualMachines/${param(context, 'instance')}`
    return resourceNotFound(name, set.value.resourceGroup)
  }
  advance(instance.vm, context.now)
  const expand = isInstanceView(context.query.get('$expand'))
  return { status: 200, json: renderInstance(instance, { expand, select: false, listed: false }) }
}
