import { prerequisiteChecks } from './checks'
import type { Prerequisite, Readiness } from './types'

/**
 * Combines the outcomes: one failure is enough for `not-ready`, and an unread prerequisite never counts as met.
 * @param hasFailed whether the reading shows that the last attempt failed
 */
export function readinessOf(prerequisites: readonly Prerequisite[], hasFailed: boolean): Readiness {
  if (prerequisites.some(({ outcome }) => outcome === 'fail')) return 'not-ready'
  const isOpen = ({ kind, outcome }: Prerequisite): boolean =>
    prerequisiteChecks[kind].blocking && (outcome === 'unread' || outcome === 'not-allowed')
  if (prerequisites.length === 0 || prerequisites.some(isOpen)) return 'unknown'
  if (hasFailed) return 'failed-before'
  return prerequisites.some(({ outcome }) => outcome === 'warn') ? 'ready-with-warnings' : 'ready'
}
