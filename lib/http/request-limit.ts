import 'server-only'
import { personKey, type Caller } from '@/lib/auth/caller'
import { serverConfig } from '@/lib/config/config'
import { apiError, type ApiError } from '@/lib/contract/errors'
import { Allowance } from '@/lib/shared/allowance'

const windowSeconds = 60

declare global {
  // Next.js bundles each route separately; a user has one allowance for all of them.
  var sealwatchRequests: Allowance | undefined
}

function allowance(perMinute: number): Allowance {
  const intervalMilliseconds = (windowSeconds * 1000) / perMinute
  return (globalThis.sealwatchRequests ??= new Allowance({ burst: perMinute, intervalMilliseconds }))
}

export interface Admission {
  /** Set where the user must wait. */
  readonly refusal: ApiError | null
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Counts a request of a user against one limit for the whole API, so that no user delays another with too many
 * requests. The headers are those of draft-ietf-httpapi-ratelimit-headers-10: `q` requests in `w` seconds; `r` of them
 * left, all of them back after `t` seconds.
 * Source: https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-ratelimit-headers-10
 */
export function admitRequest(caller: Caller): Admission {
  const { requestsPerMinute } = serverConfig()
  const requests = allowance(requestsPerMinute)
  const person = personKey(caller)
  // A clock that is set back must not lock users out.
  const now = performance.now()
  const wait = requests.waitSeconds(person, now)
  if (wait === 0) requests.spend(person, now)
  const [left, whole] = [requests.left(person, now), requests.fullInSeconds(person, now)]
  return {
    refusal: wait === 0 ? null : apiError('too-many-requests', { retryAfterSeconds: wait }),
    headers: {
      'ratelimit-policy': `"person";q=${requestsPerMinute};w=${windowSeconds}`,
      ratelimit: `"person";r=${left};t=${whole}`,
    },
  }
}
