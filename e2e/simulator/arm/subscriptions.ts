import type { ArmContext, SimResponse } from '../model/http'
import type { SimSubscription } from '../model/world'
import { authorizationFailed } from './errors'
import { subscriptionOf } from './guard'
import { rolesWithin } from './rights'

function render({ id, name, state }: SimSubscription, tenantId: string): Record<string, unknown> {
  return {
    id: `/subscriptions/${id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: id,
    tenantId,
    displayName: name,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Internal_2014-09-01',
      quotaId: 'Internal_2014-09-01',
      spendingLimit: 'Off',
    },
  }
}

/** The subscriptions in which the caller has any role at all. */
export function listSubscriptions(context: ArmContext): SimResponse {
  const { world } = context
  const value = world.subscriptions
    .filter(({ id }) => rolesWithin(context, id).length > 0)
    .map((each) => render(each, world.tenantId))
  return { status: 200, json: { value, count: { type: 'Total', value: value.length } } }
}

export function getSubscription(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  if (rolesWithin(context, id).length === 0) {
    return authorizationFailed(
      context.caller.objectId,
      'Microsoft.Resources/subscriptions/read',
      `/subscriptions/${id}`,
    )
  }
  return { status: 200, json: render(subscription.value, context.world.tenantId) }
}

/** The resource providers of a subscription, for callers with a role in it. */
export function listProviders(context: ArmContext): SimResponse {
  const subscription = getSubscription(context)
  return subscription.status === 200 ? { status: 200, json: { value: context.providers() } } : subscription
}

/** The tenants of the caller: only the one of its token. */
export function listTenants({ world }: ArmContext): SimResponse {
  const { tenantId, displayName } = world
  const tenant = {
    id: `/tenants/${tenantId}`,
    tenantId,
    displayName,
    defaultDomain: 'contoso.example',
    domains: ['contoso.example'],
    tenantType: 'AAD',
  }
  return { status: 200, json: { value: [{ ...tenant, tenantCategory: 'Home', countryCode: 'JP' }] } }
}
