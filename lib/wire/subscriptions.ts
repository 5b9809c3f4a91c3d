import { fieldOf, listOf, objectOf, textOf } from './read'

export interface SubscriptionWire {
  readonly subscriptionId: string
  readonly displayName: string | undefined
  readonly state: string | undefined
  readonly tenantId: string | undefined
}

export interface SubscriptionPage {
  readonly value: readonly SubscriptionWire[]
  readonly nextLink: string | undefined
}

function readSubscription(json: unknown): SubscriptionWire | undefined {
  const subscription = objectOf(json)
  const subscriptionId = textOf(fieldOf(subscription, 'subscriptionId'))
  if (subscriptionId === undefined) return undefined
  return {
    subscriptionId,
    displayName: textOf(fieldOf(subscription, 'displayName')),
    state: textOf(fieldOf(subscription, 'state')),
    tenantId: textOf(fieldOf(subscription, 'tenantId')),
  }
}

/**
 * One page of `GET /subscriptions`; `undefined` where the body is not a page, so that it is not read as an empty one.
 */
export function readSubscriptionPage(json: unknown): SubscriptionPage | undefined {
  const page = objectOf(json)
  const value = listOf(fieldOf(page, 'value'), readSubscription)
  return value && { value, nextLink: textOf(fieldOf(page, 'nextLink')) }
}
