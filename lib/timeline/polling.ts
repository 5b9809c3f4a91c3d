import type { ObservedFacts } from './observation'

/** Polling interval of a VM in milliseconds: while work is running on it, and otherwise. */
export interface Polling {
  readonly movingMs: number
  readonly quietMs: number
}

const movingStates: ReadonlySet<string> = new Set(['encrypting', 'decrypting', 'restart-pending'])

/** Whether the VM is changing, so that the next reading is due soon: work or an ARM operation is running. */
export function isMoving({ state, os, data, extension }: ObservedFacts): boolean {
  if ([state, os, data].some((word) => movingStates.has(word))) return true
  return (
    extension !== null &&
    ['creating', 'updating', 'deleting'].includes(extension.provisioningState?.toLowerCase() ?? '')
  )
}

/**
 * The longest silence after these facts, in milliseconds, that still counts as continuous observation: two polling
 * intervals. A longer one is a gap in the history.
 */
export function allowedSilence(facts: ObservedFacts, polling: Polling): number {
  return 2 * (isMoving(facts) ? polling.movingMs : polling.quietMs)
}

/** Whether a silence of this many milliseconds after these facts is a gap. */
export function isGap(facts: ObservedFacts, polling: Polling, silence: number): boolean {
  // Fast path: most observations are so close that the facts do not matter.
  return silence > 2 * Math.min(polling.movingMs, polling.quietMs) && silence > allowedSilence(facts, polling)
}
