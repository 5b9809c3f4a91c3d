import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import type { MeasuredSubscriptions } from '@/lib/config/telemetry-config'
import type { Polling } from '@/lib/timeline/polling'
import type { Store } from '@/lib/store/store'
import type { Watching } from '@/lib/store/watched'
import type { FleetModel } from '@/lib/views/fleet-model'
import type { Delivered, Sender } from '../watches/deliver'
import type { Watchers } from '../watches/watchers'

/** What a collector reports, one line each; ids and counts only. */
export type CollectorEvent =
  | { readonly event: 'started'; readonly database: Store['dialect']; readonly holder: string }
  | { readonly event: 'surveyed'; readonly subscriptions: number; readonly watched: number; readonly complete: boolean }
  | { readonly event: 'read'; readonly subscription: string; readonly read: number; readonly failed: number }
  | { readonly event: 'reported'; readonly files: number; readonly vms: number; readonly complete: boolean }
  | {
      readonly event: 'failed'
      readonly what: 'survey' | 'read' | 'queue' | 'plan' | 'watch' | 'report'
      readonly code: string
    }
  | ({ readonly event: 'notified' } & Delivered)
  | { readonly event: 'stopped' }

/** Writes reports of a fleet on a schedule. */
export interface Reporter {
  readonly everyMs: number
  /**
   * Writes one report and deletes those that are too old. Throws where a file cannot be written, with a code.
   * @param now epoch milliseconds
   * @param signal ends an upload
   * @returns how many files it wrote
   */
  readonly write: (fleet: FleetModel, now: number, signal: AbortSignal) => Promise<number>
}

/** One collector: its cloud and tenant, its resources, and its name. */
export interface Collector {
  readonly store: Store
  readonly watching: Watching
  readonly polling: Polling
  readonly watchers: Watchers
  readonly sender: Sender
  /** Null where no reports are wanted. */
  readonly reporter: Reporter | null
  /** Subscriptions whose VMs are counted separately in metrics; null for none. */
  readonly measured: MeasuredSubscriptions | null
  /** Name of this process among the collectors. */
  readonly holder: string
  /** Opens a session with the collector's own rights. */
  readonly openSession: (signal: AbortSignal, deadlineMilliseconds: number) => ArmSession
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly say: (event: CollectorEvent) => void
}
