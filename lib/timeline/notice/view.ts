import type { OsType } from '@/lib/facts/types'
import type { VmState } from '@/lib/encryption/types'
import type { Observation } from '../observation'

/**
 * The filters of a fleet view that one observation of a VM can be tested against. Empty lists filter nothing.
 * Subscriptions and resource groups in lower case.
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
 * Whether a VM belongs to a view, by its state before or after the observation: users who follow a view want to know of
 * a VM that leaves it.
 * @param before the last known state; null for the first observation
 */
export function isInView(view: FollowedView, observation: Observation, before: VmState | null): boolean {
  const [, subscription, group] = idPattern.exec(observation.id.toLowerCase()) ?? []
  if (subscription === undefined || group === undefined) return false
  return (
    fits(view.subscriptions, subscription) &&
    fits(view.groups, group) &&
    fits(view.os, observation.facts.osType ?? 'unknown') &&
    (fits(view.states, observation.facts.state) || (before !== null && view.states.includes(before)))
  )
}
