import { prerequisiteChecks } from './checks'
import type { Prerequisite, Readiness } from './types'

/** Rolls up what the checks found: one failure is enough for `not-ready`, and nothing unread makes for `ready`. */
export function readinessOf(prerequisites: readonly Prerequisite[]): Readiness {
  if (prerequisites.some(({ outcome }) => outcome === 'fail')) return 'not-ready'
  const isOpen = ({ kind, outcome }: Prerequisite): boolean =>
    prerequisiteChecks[kind].blocking && (outcome === 'unread' || outcome === 'not-allowed')
  if (prerequisites.length === 0 || prerequisites.some(isOpen)) return 'unknown'
  return prerequisites.some(({ outcome }) => outcome === 'warn') ? 'ready-with-warnings' : 'ready'
}
