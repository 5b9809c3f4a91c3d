import type { ActivityItem, Actor } from './activity/types'
import { millisecondsOf } from './instants'
import type { ObservedFacts } from './observation'

/** A request for encryption or decryption, by Azure's own record. */
export interface WorkRequest {
  /** ISO time. */
  readonly at: string
  readonly actor: Actor
}

/** The newest request to the extension that now stands on the VM; null where none is recorded. */
export function workRequestOf(activity: readonly ActivityItem[], { extension }: ObservedFacts): WorkRequest | null {
  const name = extension?.name?.toLowerCase()
  if (name === undefined) return null
  const item = activity.findLast(
    ({ kind, resourceId, outcome }) =>
      kind === 'extension-write' && outcome !== 'failed' && resourceId.endsWith(`/extensions/${name}`),
  )
  return item === undefined ? null : { at: item.from, actor: item.actor }
}

/** When a request was made, epoch milliseconds; null where there is none. */
export function askedAtOf(request: WorkRequest | null): number | null {
  return request === null ? null : millisecondsOf(request.at)
}

/**
 * When the one thing was asked for that now goes on, epoch milliseconds. Null where the request covers data volumes as
 * well as the OS volume: then the present work may have begun much later.
 */
export function requestedAtOf(request: WorkRequest | null, facts: ObservedFacts): number | null {
  if (request === null) return null
  const wanted = facts.request.volumeType?.toLowerCase()
  const onlyOs = wanted === 'os' || wanted === '0' || facts.data === 'none'
  return onlyOs ? askedAtOf(request) : null
}
