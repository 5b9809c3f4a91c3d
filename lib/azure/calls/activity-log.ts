import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readActivityEvent, type ActivityEventWire } from '@/lib/wire/activity-log'
import { readPage } from '@/lib/wire/page'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'
import { followable, pageKey } from './paging'

/** Pages read at most: 2,000 events, the newest. */
const maxPages = 10

export interface ActivityQuery {
  readonly subscriptionId: string
  readonly resourceGroup: string
  /** ISO time; the log reaches back 90 days and refuses an earlier one. */
  readonly from: string
}

export interface ActivityAnswer {
  /** Newest first. */
  readonly events: readonly ActivityEventWire[]
  /** False where older events were left out. */
  readonly whole: boolean
}

function addressOf(session: ArmSession, { subscriptionId, resourceGroup, from }: ActivityQuery): string {
  const filter = `eventTimestamp ge '${from}' and resourceGroupName eq '${resourceGroup.replaceAll("'", "''")}'`
  const query = new URLSearchParams({ $filter: filter })
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Insights/eventtypes/management/values`
  return `${session.armEndpoint}${path}?${query.toString()}`
}

/**
 * Reads what the Activity Log has of a resource group. It takes a time and one more condition at most, and whether asking
 * for a VM gives the events of its extensions is nowhere said, so the choice is left to the caller.
 * Source: https://learn.microsoft.com/rest/api/monitor/activity-logs/list
 */
export async function readActivityLog(
  session: ArmSession,
  query: ActivityQuery,
): Promise<Result<ActivityAnswer, ArmFailure>> {
  const scope = query.subscriptionId
  const events: ActivityEventWire[] = []
  const seen = new Set<string>()
  let url = addressOf(session, query)
  while (seen.size < maxPages) {
    seen.add(pageKey(url))
    const body = await perform(session, {
      lane: { kind: 'arm-reads', scope },
      provider: 'Microsoft.Insights/eventtypes',
      scope,
      timeoutMilliseconds: 20_000,
      vmId: null,
      priority: 'screen',
      send: getJson(session, url),
    })
    if (!body.ok) return body
    const page = readPage(body.value.json)
    if (page === undefined) return fail({ kind: 'unreadable', scope })
    events.push(...page.value.map(readActivityEvent).filter((event) => event !== undefined))
    if (page.nextLink === undefined || page.nextLink === '') return ok({ events, whole: true })
    const next = followable(page.nextLink, session.armEndpoint, seen)
    if (next === null) return fail({ kind: 'unreadable', scope })
    url = next
  }
  return ok({ events, whole: false })
}
