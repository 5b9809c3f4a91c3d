import { authorizationFailed, resourceNotFound } from '../arm/errors'
import { param, subscriptionOf } from '../arm/guard'
import type { ArmContext, SimResponse } from '../model/http'
import { relatedResourceActions } from './rights'

const known = 'EncryptionAtHost'

/** Whether a subscription has registered a preview feature of a resource provider. Only encryption at host is simulated. */
export function getFeature(context: ArmContext): SimResponse {
  const subscription = subscriptionOf(context)
  if (!subscription.ok) return subscription.refusal
  const { id } = subscription.value
  const scope = `/subscriptions/${id}`
  if (!context.can(relatedResourceActions.feature, scope))
    return authorizationFailed(context.caller.objectId, relatedResourceActions.feature, scope)
  const [namespace, feature] = [param(context, 'namespace'), param(context, 'feature')]
  if (`${namespace}/${feature}`.toLowerCase() !== `microsoft.compute/${known}`.toLowerCase())
    return resourceNotFound(`${namespace}/${feature}`, 'features')
  const missing = context.world.related.withoutHostEncryption.some((each) => each.toLowerCase() === id.toLowerCase())
  return {
    status: 200,
    json: {
      properties: { state: missing ? 'NotRegistered' : 'Registered' },
      id: `${scope}/providers/Microsoft.Features/providers/Microsoft.Compute/features/${known}`,
      type: 'Microsoft.Features/providers/features',
      name: `Microsoft.Compute/${known}`,
    },
  }
}
