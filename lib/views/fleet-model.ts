import type { ErrorCode } from '@/lib/contract/errors'
import type { FleetPast, Gap, LoadProgress, Subscription } from '@/lib/contract/fleet'
import type { FleetEntry } from './fleet-entry'

/** Why a load ended early: what the server said, or that no answer came at all. */
export interface LoadFailure {
  readonly code: ErrorCode | 'offline'
  readonly requestId: string | null
  readonly retryAfterSeconds: number | null
  /** What Azure itself said. */
  readonly azureCodes: readonly string[]
  readonly azureVersions: readonly string[]
}

/** Where the latest load stands. */
export interface FleetLoad {
  readonly phase: 'none' | 'running' | 'ended' | 'failed'
  /** ISO times by the server's clock. */
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly progress: LoadProgress | null
  /** Why it failed; the rows of earlier loads stay. */
  readonly failure: LoadFailure | null
  /** This load's list of subscriptions was empty although VMs are known. */
  readonly listedNothing: boolean
  /** Keys that this load gave, batch by batch: one list copied for each batch would be most of the work. */
  readonly seen: readonly (readonly string[])[]
  /** Gaps that this load met. */
  readonly gaps: readonly Gap[]
}

/** All that the browser knows of a fleet. A value: each batch of events gives a new one. */
export interface FleetModel {
  readonly tenantId: string | null
  /** By name, in reading order. */
  readonly entries: readonly FleetEntry[]
  readonly subscriptions: readonly Subscription[]
  /** What could not be read: of the latest load, and until that ends also of the one before. */
  readonly gaps: readonly Gap[]
  readonly load: FleetLoad
  /** What the history said last; null until it said anything. */
  readonly past: FleetPast | null
  /** When a load last ran to its end; null until then, and counts are "so far". */
  readonly settledAt: string | null
  /** True where that load left nothing out. */
  readonly complete: boolean
}

export const noLoad: FleetLoad = {
  phase: 'none',
  startedAt: null,
  endedAt: null,
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

/** True for a gap that concerns every subscription. */
export function isWholeTenant(gap: Gap): boolean {
  return gap.kind === 'tenant' || gap.scope === 'tenant'
}
