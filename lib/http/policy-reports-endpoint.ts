import 'server-only'
import { apiError } from '@/lib/contract/errors'
import { fail, ok } from '@/lib/shared/result'
import { log } from '@/lib/telemetry/log'
import { count } from '@/lib/telemetry/measure'
import { networkKeyOf, clientAddress } from './address'
import { Allowance } from '@/lib/shared/allowance'
import { openEndpoint } from './endpoint'
import { readJsonBody } from './json-body'
import { violationsIn } from './policy-reports'
import { emptyResponse } from './responses'

/** Browsers send up to some dozens of reports at once, each with the whole policy in it. */
const bodyLimit = 65_536
const reportTypes = /^application\/(?:reports\+json|csp-report|json)\s*(;|$)/i

/** What one address may send, and what all of them may: reports are unauthenticated, and must not fill the log. */
const ofOne = { burst: 20, intervalMilliseconds: 6000 } as const
const ofAll = { burst: 120, intervalMilliseconds: 1000 } as const
const everyone = 'everyone'

declare global {
  // Next.js bundles each route separately; an address has one limit for all of them.
  var sealwatchReportLimits: { readonly one: Allowance; readonly all: Allowance } | undefined
}

/** Seconds that the sender must wait; where that is 0, counts the report. */
function admit(request: Request): number {
  const { one, all } = (globalThis.sealwatchReportLimits ??= { one: new Allowance(ofOne), all: new Allowance(ofAll) })
  const address = networkKeyOf(clientAddress(request))
  // A clock that is set back must not lock callers out.
  const now = performance.now()
  const wait = Math.max(one.waitSeconds(address, now), all.waitSeconds(everyone, now))
  if (wait > 0) return wait
  one.spend(address, now)
  all.spend(everyone, now)
  return 0
}

/**
 * `POST /policy-reports`: browsers report here what the content policy refused. The violated directive and the count
 * are logged and measured; addresses, samples and all other content of a report are ignored.
 */
export const policyReportsPost = openEndpoint('policy-reports', async ({ requestId }, request) => {
  const wait = admit(request)
  if (wait > 0) return fail(apiError('too-many-requests', { retryAfterSeconds: wait }))
  const json = await readJsonBody(request, bodyLimit, reportTypes)
  if (!json.ok) return json
  const violations = violationsIn(json.value)
  if (violations === null) return fail(apiError('request-invalid', { parameter: 'body' }))
  for (const [directive, reports] of violations) {
    log('warn', { event: 'policy-violation', directive, reports })
    count('sealwatch.policy.violations', reports, { directive })
  }
  return ok({ response: emptyResponse(requestId), streamed: false })
})
