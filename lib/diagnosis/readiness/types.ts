import type { VmFacts } from '@/lib/facts/types'
import type { RelatedResources } from '@/lib/facts/related-resources/types'
import type { RelatedResourceName } from '@/lib/facts/related-resources/names'
import type { PrerequisiteKind } from './kinds'
import type { ReasonKind } from './reasons'

/**
 * `not-visible`: no call to Azure shows it, only a check inside the VM. `not-allowed`: Azure could show it, but the
 * user lacks permission. `unread`: Azure could show it, but this reading does not contain it (a fleet row, a fault).
 * None of the three is a pass.
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
 * Whether encryption would work if it were started now. `failed-before`: no check fails, but the last attempt did, and
 * no check shows that its cause is gone. `unknown` where a blocking check has no outcome. Ready does not mean encrypted,
 * and none of these covers what only the guest knows.
 */
export const readinesses = ['ready', 'ready-with-warnings', 'failed-before', 'not-ready', 'unknown'] as const
export type Readiness = (typeof readinesses)[number]

/**
 * What a fleet row can show of readiness from the inventory alone: never `ready`, since vault, memory and network are
 * not read there.
 */
export const fleetReadinesses = ['not-ready', 'warnings', 'no-obstacle', 'unknown'] as const
export type FleetReadiness = (typeof fleetReadinesses)[number]

/** Values that a sentence needs to name a finding; shown as text, never run. */
export type Values = Readonly<Record<string, string | number>>

/** The result of one prerequisite check. */
export interface Prerequisite {
  readonly kind: PrerequisiteKind
  readonly outcome: PrerequisiteOutcome
  /** Why; its sentence may use `values`. */
  readonly reason: ReasonKind
  readonly values: Values
  /** What would have had to be read, where permission was denied or the value is missing. */
  readonly missing: RelatedResourceName | null
}

/** The volumes to be encrypted, where that matters: a Linux OS disk needs more than data disks do. */
export type WantedVolumes = 'os' | 'data' | 'all'

/** The input of the prerequisite checks. */
export interface Setting {
  readonly facts: VmFacts
  /** Null on a fleet row: only the facts of the inventory are judged, the rest is `unread`. */
  readonly related: RelatedResources | null
  readonly wanted: WantedVolumes
}
