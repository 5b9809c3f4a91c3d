import type { ErrorCode } from '@/lib/contract/errors'
import type { FleetPast, Gap, LoadProgress, Subscription } from '@/lib/contract/fleet'
import type { FleetEntry } from './fleet-entry'

/** Why a load ended early: the server's error, or no answer at all. */
export interface LoadFailure {
  readonly code: ErrorCode | 'offline'
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  /** Azure's own error codes. */
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

/** The state of the latest load. */
export interface FleetLoad {
  readonly phase: 'none' | 'running' | 'ended' | 'failed'
  /** ISO times by the server's clock. */
  readonly startedAt: string | null
  readonly endedAt: string | null
  /** The place among the loads of the same user that wait; null while it does not wait. */
  readonly place: number | null
  readonly progress: LoadProgress | null
  /** Why it failed; the rows of earlier loads stay. */
  readonly failure: LoadFailure | null
  /** This load's list of subscriptions was empty although VMs are known. */
  readonly listedNothing: boolean
  /** Keys that this load delivered, batch by batch: copying one list for each batch would be most of the work. */
  readonly seen: readonly (readonly string[])[]
  /** Gaps of this load. */
  readonly gaps: readonly Gap[]
}

/** Everything that the browser knows of a fleet. Immutable: each batch of events gives a new value. */
export interface FleetModel {
  readonly tenantId: string | null
  /** Sorted by name. */
  readonly entries: readonly FleetEntry[]
  readonly subscriptions: readonly Subscription[]
  /** What could not be read: in the latest load, and until that ends also in the one before. */
  readonly gaps: readonly Gap[]
  readonly load: FleetLoad
  /** The latest status of the history; null until it arrived. */
  readonly past: FleetPast | null
  /** When a load last finished; null before the first, while counts are "so far". */
  readonly settledAt: string | null
  /** True where that load left nothing out. */
  readonly complete: boolean
}

export const noLoad: FleetLoad = {
  phase: 'none',
  startedAt: null,
  endedAt: null,
  place: null,
  progress: null,
  failure: null,
  listedNothing: false,
  seen: [],
  gaps: [],
}

export const emptyFleet: FleetModel = {
  tenantId: null,
  entries: [],
  subscriptions: [],
  gaps: [],
  load: noLoad,
  past: null,
  settledAt: null,
  complete: false,
}

/** True for a gap that affects every subscription. */
export function isWholeTenant(gap: Gap): boolean {
  return gap.kind === 'tenant' || gap.scope === 'tenant'
}
