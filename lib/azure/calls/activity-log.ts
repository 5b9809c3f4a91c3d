import 'server-only'
import { fail, ok, type Result } from '@/lib/shared/result'
import { readActivityEvent, type ActivityEventWire } from '@/lib/wire/activity-log'
import { readPage } from '@/lib/wire/page'
import type { ArmFailure } from '../failure'
import { perform } from '../perform'
import type { ArmSession } from '../session'
import { getJson } from './get-json'
import { followable, pageKey } from './paging'

export interface ActivityQuery {
  readonly subscriptionId: string
  /** The one filter that the log accepts beside the time. */
  readonly by: { readonly field: 'resourceGroupName' | 'resourceUri'; readonly value: string }
  /** ISO time; the log keeps 90 days and refuses an earlier time. */
  readonly from: string
  /** Pages of about 200 events that are read at most, newest first. */
  readonly maxPages: number
}

export interface ActivityAnswer {
  /** Newest first. */
  readonly events: readonly ActivityEventWire[]
  /** ISO time since when no event is missing; null where the whole requested period is complete. */
  readonly wholeSince: string | null
}

function addressOf(session: ArmSession, { subscriptionId, by, from }: ActivityQuery): string {
  const filter = `eventTimestamp ge '${from}' and ${by.field} eq '${by.value.replaceAll("'", "''")}'`
  const query = new URLSearchParams({ $filter: filter })
  const path = `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Insights/eventtypes/management/values`
  return `${session.armEndpoint}${path}?${query.toString()}`
}

/**
 * Since when a truncated log is complete: since its oldest event, because the newest come first. Where they do not, it
 * is unknown which events are missing, and only what follows the newest is complete.
 */
function endOf(events: readonly ActivityEventWire[], now: number): string {
  const times = events.map(({ eventTimestamp }) => Date.parse(eventTimestamp))
  const inOrder = times.every((time, index) => index === 0 || time <= (times[index - 1] ?? Number.NaN))
  return new Date(inOrder ? (times.at(-1) ?? now) : now).toISOString()
}

/**
 * Reads the Activity Log of a resource group or of one resource. Whether the log of a VM contains the events of its
 * extensions is not documented: request each by its own id.
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
  while (seen.size < query.maxPages) {
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
    if (page.nextLink === undefined || page.nextLink === '') return ok({ events, wholeSince: null })
    const next = followable(page.nextLink, session.armEndpoint, seen)
    if (next === null) return fail({ kind: 'unreadable', scope })
    url = next
  }
  return ok({ events, wholeSince: endOf(events, session.azureClock.of(Date.now())) })
}
