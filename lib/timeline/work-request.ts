import type { ActivityItem, Actor } from './activity/types'
import { millisecondsOf } from './instants'
import type { ObservedFacts } from './observation'

/** A request for encryption or decryption, as Azure recorded it. */
export interface WorkRequest {
  /** ISO time. */
  readonly at: string
  readonly actor: Actor
}

/** The newest request to the extension that is now installed on the VM; null when none is recorded. */
export function workRequestOf(activity: readonly ActivityItem[], { extension }: ObservedFacts): WorkRequest | null {
  const name = extension?.name?.toLowerCase()
  if (name === undefined) return null
  const item = activity.findLast(
    ({ kind, resourceId, outcome }) =>
      kind === 'extension-write' && outcome !== 'failed' && resourceId.endsWith(`/extensions/${name}`),
  )
  return item === undefined ? null : { at: item.from, actor: item.actor }
}

/** When a request was made, epoch milliseconds; null without a request. */
export function askedAtOf(request: WorkRequest | null): number | null {
  return request === null ? null : millisecondsOf(request.at)
}

/**
 * When the running work was requested, epoch milliseconds. Null when the request covers data volumes as well as the OS
 * volume: then the current work may have begun much later.
 */
export function requestedAtOf(request: WorkRequest | null, facts: ObservedFacts): number | null {
  if (request === null) return null
  const wanted = facts.request.volumeType?.toLowerCase()
  const onlyOs = wanted === 'os' || wanted === '0' || facts.data === 'none'
  return onlyOs ? askedAtOf(request) : null
}
