import type { ReceivedWebhook, WebhookBehaviour } from './shapes'

/** The received posts of a tenant's receiver, and its behaviour. */
export interface WebhookState {
  readonly received: ReceivedWebhook[]
  behaviour: WebhookBehaviour
}

/** A receiver that accepts everything at once. */
export const wellBehaved: WebhookBehaviour = { failures: 0, status: 500, delayMs: 0, retryAfter: null }

export function createWebhookState(): WebhookState {
  return { received: [], behaviour: wellBehaved }
}
