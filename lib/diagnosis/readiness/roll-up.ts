import { prerequisiteChecks } from './checks'
import type { Prerequisite, Readiness } from './types'

/** Combines the outcomes: one failure is enough for `not-ready`, and an unread prerequisite never counts as met. */
export function readinessOf(prerequisites: readonly Prerequisite[]): Readiness {
  if (prerequisites.some(({ outcome }) => outcome === 'fail')) return 'not-ready'
  const isOpen = ({ kind, outcome }: Prerequisite): boolean =>
    prerequisiteChecks[kind].blocking && (outcome === 'unread' || outcome === 'not-allowed')
  if (prerequisites.length === 0 || prerequisites.some(isOpen)) return 'unknown'
  return prerequisites.some(({ outcome }) => outcome === 'warn') ? 'ready-with-warnings' : 'ready'
}
