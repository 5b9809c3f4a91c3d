import type { ReceivedWebhook, WebhookBehaviour } from './shapes'

/** What a tenant's receiver got, and how it answers. */
export interface WebhookState {
  readonly received: ReceivedWebhook[]
  behaviour: WebhookBehaviour
}

/** A receiver that takes everything at once. */
export const wellBehaved: WebhookBehaviour = { failures: 0, status: 500, delayMs: 0, retryAfter: null }

export function createWebhookState(): WebhookState {
  return { received: [], behaviour: wellBehaved }
}
