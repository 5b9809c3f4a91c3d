import type { SimResponse } from '../model/http'

const seconds = (waitMs: number): number => Math.max(1, Math.ceil(waitMs / 1000))

function tooMany(waitMs: number, error: Readonly<Record<string, unknown>>): SimResponse {
  return { status: 429, headers: { 'retry-after': String(seconds(waitMs)) }, json: { error } }
}

/** ARM's bucket is empty. `at` is the subscription, or `tenant`. */
export function armThrottled(kind: 'reads' | 'writes', at: string, objectId: string, waitMs: number): SimResponse {
  const tenant = at === 'tenant'
  return tooMany(waitMs, {
    code: tenant ? 'TenantRequestsThrottled' : 'SubscriptionRequestsThrottled',
    message: `Number of ${kind} for ${tenant ? 'the tenant' : `subscription '${at}'`} by actor '${objectId}' exceeded. Try again after ${seconds(waitMs)} seconds.`,
  })
}

/** The compute resource provider's bucket is empty. */
export function computeThrottled(policy: string, waitMs: number): SimResponse {
  return tooMany(waitMs, {
    code: 'TooManyRequests',
    message: 'The request is being throttled as the limit has been reached for the operation type.',
    details: [
      {
        code: 'TooManyRequests',
        target: policy,
        message: `{"operationGroup":"${policy}","retryAfter":${seconds(waitMs)}}`,
      },
    ],
  })
}

/**
 * The user's Resource Graph quota is exhausted. There is no `Retry-After`: the quota headers state when it is refilled.
 * https://github.com/Azure/azure-cli-extensions/issues/3325
 */
export function resourceGraphThrottled(): SimResponse {
  const message =
    'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed. Please see https://aka.ms/resourcegraph-throttling for help.'
  const details = [{ code: 'RateLimiting', message }]
  return { status: 429, json: { error: { code: 'RateLimiting', message, details } } }
}
