import { prerequisiteChecks } from './checks'
import type { Prerequisite } from './types'

/**
 * Would it work if it were started now? `unknown` where something decisive was not looked at. Being ready is not being
 * encrypted, and what only the guest knows is left open by all four.
 */
export const readinesses = ['ready', 'ready-with-warnings', 'not-ready', 'unknown'] as const
export type Readiness = (typeof readinesses)[number]

/** Rolls up what the checks found: one failure is enough for `not-ready`, and nothing unread makes for `ready`. */
export function readinessOf(prerequisites: readonly Prerequisite[]): Readiness {
  if (prerequisites.some(({ outcome }) => outcome === 'fail')) return 'not-ready'
  const isOpen = ({ kind, outcome }: Prerequisite): boolean =>
    prerequisiteChecks[kind].decisive && (outcome === 'unread' || outcome === 'not-allowed')
  if (prerequisites.length === 0 || prerequisites.some(isOpen)) return 'unknown'
  return prerequisites.some(({ outcome }) => outcome === 'warn') ? 'ready-with-warnings' : 'ready'
}
