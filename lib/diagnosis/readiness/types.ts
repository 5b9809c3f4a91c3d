import type { VmFacts } from '@/lib/facts/types'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { RelatedResourceName } from '@/lib/facts/related-resources/names'
import type { PrerequisiteKind } from './kinds'
import type { ReasonKind } from './reasons'

/**
 * `not-visible`: no call to Azure can tell, only a look inside. `not-allowed`: Azure could tell, but not this person.
 * `unread`: Azure could tell, but this reading does not hold it (a fleet row, a fault). None of the three is a pass.
 */
export const prerequisiteOutcomes = [
  'fail',
  'warn',
  'not-allowed',
  'unread',
  'not-visible',
  'pass',
  'not-applicable',
] as const
export type PrerequisiteOutcome = (typeof prerequisiteOutcomes)[number]

/**
 * Would it work if it were started now? `unknown` where something decisive was not looked at. Being ready is not being
 * encrypted, and what only the guest knows is left open by all four.
 */
export const readinesses = ['ready', 'ready-with-warnings', 'not-ready', 'unknown'] as const
export type Readiness = (typeof readinesses)[number]

/**
 * What a fleet row can say of readiness from the inventory alone: never `ready`, since vault, memory and network are not
 * looked at there.
 */
export const fleetReadinesses = ['not-ready', 'warnings', 'no-obstacle', 'unknown'] as const
export type FleetReadiness = (typeof fleetReadinesses)[number]

/** What a sentence needs to name what was found; shown as text, never run. */
export type Values = Readonly<Record<string, string | number>>

/** What one check of the prerequisites found. */
export interface Prerequisite {
  readonly kind: PrerequisiteKind
  readonly outcome: PrerequisiteOutcome
  /** Says why; its sentence may use `values`. */
  readonly reason: ReasonKind
  readonly values: Values
  /** What would have had to be read, where it was denied or is missing. */
  readonly missing: RelatedResourceName | null
}

/** What is to be encrypted, where that matters: a Linux OS disk asks for more than data disks do. */
export type WantedVolumes = 'os' | 'data' | 'all'

/** What the checks of the prerequisites look at. */
export interface Setting {
  readonly facts: VmFacts
  /** Null on a fleet row: only what the inventory holds is judged, the rest is `unread`. */
  readonly related: RelatedResources | null
  readonly wanted: WantedVolumes
}
