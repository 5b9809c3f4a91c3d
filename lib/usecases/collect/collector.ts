import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import type { MeasuredSubscriptions } from '@/lib/config/telemetry-config'
import type { HistoryFailure } from '@/lib/contract/history-failures'
import type { Polling } from '@/lib/timeline/polling'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import type { Watching } from '@/lib/store/watched'
import type { FleetModel } from '@/lib/views/fleet-model'
import type { Delivered, Sender } from '../watches/deliver'
import type { Watchers } from '../watches/watchers'

type Step = 'survey' | 'read' | 'queue' | 'plan' | 'watch' | 'report' | 'report-retention'

/** What a collector reports, one line each; ids and counts only. */
export type CollectorEvent =
  /** The clocks of this machine and of the database differ by so many seconds; positive where this one is ahead. */
  | { readonly event: 'clocks-differ'; readonly seconds: number }
  | { readonly event: 'started'; readonly database: Store['dialect']; readonly holder: string }
  /** A step that had failed works again: after how many failures in a row, of which the log has the first of each code. */
  | { readonly event: 'recovered'; readonly what: 'survey'; readonly failures: number }
  | { readonly event: 'surveyed'; readonly subscriptions: number; readonly watched: number; readonly complete: boolean }
  | { readonly event: 'read'; readonly subscription: string; readonly read: number; readonly failed: number }
  | { readonly event: 'reported'; readonly files: number; readonly vms: number; readonly complete: boolean }
  | {
      readonly event: 'failed'
      readonly what: Step
      readonly code: string
      /** The database's own code, where the history failed. */
      readonly database?: string | null
      /** Whose VMs could not be read, and how many. */
      readonly subscription?: string
      readonly vms?: number
    }
  /** The history can no longer be used, or for another reason: the log has it already, as it has it for a server. */
  | { readonly event: 'unusable'; readonly code: HistoryFailure }
  | ({ readonly event: 'notified' } & Delivered)
  | { readonly event: 'stopped' }

/** A step that failed, by a code of Azure or because of the history. */
export function failedStep(what: Step, failure: string | StoreFailure): CollectorEvent {
  if (typeof failure === 'string') return { event: 'failed', what, code: failure }
  return { event: 'failed', what, code: failure.kind, database: failure.code }
}

/** The code of an error of a file or a container. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'internal'

/** Writes reports of a fleet on a schedule. */
export interface Reporter {
  readonly everyMs: number
  /**
   * Writes one report and deletes those that are too old. Throws where a file cannot be written, with a code.
   * @param now epoch milliseconds
   * @param signal ends an upload
   * @returns how many files it wrote, and the code where it could not delete those that are too old
   */
  readonly write: (
    fleet: FleetModel,
    now: number,
    signal: AbortSignal,
  ) => Promise<{ readonly files: number; readonly undeleted: string | null }>
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
  /** Epoch milliseconds of the clock that all collectors of this history share: turns and leases are of it. */
  readonly now: () => number
  /** Reads that clock again where it is time for it; called often. */
  readonly adjustClock: () => Promise<void>
  /** Epoch milliseconds of this machine's clock: readings are of it, until Azure's clock dates them. */
  readonly here: () => number
  readonly say: (event: CollectorEvent) => void
  /** The codes with which the last reading of each subscription failed for some VMs: they are reported once. */
  readonly failing: Map<string, readonly string[]>
}
