import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readSubscriptionPage, type SubscriptionWire } from '@/lib/wire/subscriptions'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'
import { followable, maxPages, pageKey } from './paging'

const scope = 'tenant'

/** Every subscription in which the user has a role. A list that breaks off is a failure, never a shorter list. */
export async function listSubscriptions(session: ArmSession): Promise<Result<SubscriptionWire[], ArmFailure>> {
  const found: SubscriptionWire[] = []
  const seen = new Set<string>()
  let url = `${session.armEndpoint}/subscriptions`
  while (seen.size < maxPages) {
    seen.add(pageKey(url))
    const body = await perform(session, {
      lane: { kind: 'arm-reads', scope },
      provider: 'Microsoft.Resources',
      scope,
      timeoutMilliseconds: 30_000,
      vmId: null,
      priority: 'screen',
      send: getJson(session, url),
    })
    if (!body.ok) return body
    const page = readSubscriptionPage(body.value.json)
    if (page === undefined) return fail({ kind: 'unreadable', scope })
    found.push(...page.value)
    if (page.nextLink === undefined || page.nextLink === '') return ok(found)
    const next = followable(page.nextLink, session.armEndpoint, seen)
    if (next === null) return fail({ kind: 'unreadable', scope })
    url = next
  }
  return fail({ kind: 'unreadable', scope })
}

/** Requests one subscription: the failure shows whether access is denied, or the request failed. */
export async function getSubscription(session: ArmSession, subscriptionId: string): Promise<Result<null, ArmFailure>> {
  const url = `${session.armEndpoint}/subscriptions/${encodeURIComponent(subscriptionId)}`
  const body = await perform(session, {
    lane: { kind: 'arm-reads', scope },
    provider: 'Microsoft.Resources',
    scope: subscriptionId,
    timeoutMilliseconds: 30_000,
    vmId: null,
    priority: 'screen',
    send: getJson(session, url),
  })
  return body.ok ? ok(null) : body
}
