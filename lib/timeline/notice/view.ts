import type { OsType } from '@/lib/facts/types'
import type { VmState } from '@/lib/encryption/types'
import type { Observation } from '../observation'

/**
 * A view of the fleet as far as a look at one VM can tell whether it belongs to it. Empty lists narrow nothing.
 * Subscriptions and groups in lower case.
 */
export interface FollowedView {
  readonly subscriptions: readonly string[]
  readonly groups: readonly string[]
  readonly os: readonly (OsType | 'unknown')[]
  readonly states: readonly VmState[]
}

const idPattern = /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\//

const fits = <Value>(wanted: readonly Value[], value: Value): boolean => wanted.length === 0 || wanted.includes(value)

/**
 * Whether a VM belongs to a view. States count as they were before the look or are now: a VM that leaves the view by
 * what happened to it is what its followers want to hear of.
 * @param before the last known state; null for the first look
 */
export function isInView(view: FollowedView, look: Observation, before: VmState | null): boolean {
  const [, subscription, group] = idPattern.exec(look.id.toLowerCase()) ?? []
  if (subscription === undefined || group === undefined) return false
  return (
    fits(view.subscriptions, subscription) &&
    fits(view.groups, group) &&
    fits(view.os, look.facts.osType ?? 'unknown') &&
    (fits(view.states, look.facts.state) || (before !== null && view.states.includes(before)))
  )
}
