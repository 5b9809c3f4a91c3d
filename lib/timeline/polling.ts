import type { ObservedFacts } from './observation'

/** How often a VM is looked at, in milliseconds: while something happens to it, and otherwise. */
export interface Polling {
  readonly movingMs: number
  readonly quietMs: number
}

const movingStates: ReadonlySet<string> = new Set(['encrypting', 'decrypting', 'restart-pending'])

/** Whether the VM is in motion, so that the next look is due soon: work or an operation of ARM is under way. */
export function isMoving({ state, os, data, extension }: ObservedFacts): boolean {
  if ([state, os, data].some((word) => movingStates.has(word))) return true
  return (
    extension !== null &&
    ['creating', 'updating', 'deleting'].includes(extension.provisioningState?.toLowerCase() ?? '')
  )
}

/**
 * The longest silence after these facts, in milliseconds, that still counts as having looked all the time: two polling
 * intervals. After a longer one the history has a gap.
 */
export function allowedSilence(facts: ObservedFacts, polling: Polling): number {
  return 2 * (isMoving(facts) ? polling.movingMs : polling.quietMs)
}

/** Whether a silence of so many milliseconds after these facts is a gap. */
export function isGap(facts: ObservedFacts, polling: Polling, silence: number): boolean {
  // Most looks follow each other closely; there the facts do not matter.
  return silence > 2 * Math.min(polling.movingMs, polling.quietMs) && silence > allowedSilence(facts, polling)
}
