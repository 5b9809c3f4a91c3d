import 'server-only'
import type { ArmFailure } from '@/lib/azure/failure'
import type { ArmSession } from '@/lib/azure/session'
import type { ApiError, ErrorCode } from '@/lib/contract/errors'
import type { Gap, Subscription } from '@/lib/contract/fleet'
import type { InventoryVm } from '@/lib/facts/inventory'
import type { Observation } from '@/lib/timeline/observation'
import { armError, azureRefusalOf, errorCodeOf } from '../arm-error'
import type { Observer } from '../history/observer'
import type { Audits } from './audits'
import { Fingerprints } from './fingerprints'
import { EventBatcher } from './event-batcher'
import type { CachedVm, VmCache } from './readings'
import { newTally, progressOf, type Tally } from './tally'

/** The state of one load of one user. It exists only as long as the load. */
export interface Load {
  readonly session: ArmSession
  readonly events: EventBatcher
  readonly tally: Tally
  /** VMs of the inventory by key. */
  readonly vms: Map<string, InventoryVm>
  /** Observations by key, of VMs with work in progress. */
  readonly observations: Map<string, Observation>
  /** `vmId` by key, of VMs that were read one by one. */
  readonly uids: Map<string, string>
  /** Keys of VMs that must be read one by one. */
  readonly candidates: Set<string>
  /** Keys of uniform scale sets whose instances are read. */
  readonly scaleSets: Set<string>
  /**
   * How many instances a scale set has by its own model, by its key; its list can omit an instance that is changing.
   */
  readonly capacities: Map<string, number>
  /** Keys of VMs whose row comes from a reading, successful or not: the inventory does not replace it. */
  readonly settled: Set<string>
  /** Why a reading failed, by key: its row is put again with what the list contains of the VM. */
  readonly failures: Map<string, ErrorCode>
  /** By id, lower case. */
  readonly subscriptions: Map<string, Subscription>
  readonly gaps: Set<string>
  /** The error that ended the load early and that the user must act on; otherwise null. */
  fatal: ApiError | null
  readonly reading: Set<Promise<void>>
  /**
   * Attestations of guest configuration, by subscription (lower case); a reading waits for those of its subscription.
   */
  readonly audits: Map<string, Promise<Audits>>
  /** Called with each subscription (lower case) in which a VM that was read has a disk-encryption extension. */
  readonly onExtension: ((subscription: string) => void)[]
  /** Readings of this user's earlier loads; null where everything is to be read again. */
  readonly readings: VmCache | null
  /** Earlier readings that are reused unless the inventory turns out to have changed, by key. */
  readonly held: Map<string, CachedVm>
  readonly fingerprints: Fingerprints
  /** Collects observations for the history. */
  readonly observer: Observer
  /** Called with each candidate instead of reading it; null where candidates are read. */
  readonly onCandidate: ((id: string) => void) | null
  /** Called with every row of the inventory as received, with the id of its VM. */
  readonly onRow: ((vm: string, row: unknown) => void) | null
}

/** `hooks`: for a load that only takes the inventory, and for one that reuses earlier readings. */
export function newLoad(
  session: ArmSession,
  subscriptions: readonly Subscription[],
  observer: Observer,
  hooks: Pick<Load, 'onCandidate' | 'onRow' | 'readings'> = { onCandidate: null, onRow: null, readings: null },
): Load {
  const tally = newTally()
  return {
    session,
    tally,
    events: new EventBatcher(() => progressOf(tally, session)),
    vms: new Map(),
    observations: new Map(),
    uids: new Map(),
    candidates: new Set(),
    scaleSets: new Set(),
    capacities: new Map(),
    settled: new Set(),
    failures: new Map(),
    subscriptions: new Map(subscriptions.map((subscription) => [subscription.id, subscription])),
    gaps: new Set(),
    fatal: null,
    reading: new Set(),
    audits: new Map(),
    onExtension: [],
    held: new Map(),
    fingerprints: new Fingerprints(),
    observer,
    ...hooks,
  }
}

/** Reports a part that could not be read, once; with Azure's own codes where `failure` is its cause. */
export function putGap(load: Load, known: Pick<Gap, 'scope' | 'kind' | 'code'>, failure?: ArmFailure): void {
  const azure = failure === undefined ? { azureCodes: [], azureVersions: [] } : azureRefusalOf(failure)
  const gap: Gap = { ...known, ...azure }
  const key = `${gap.kind}|${gap.scope}|${gap.code}`
  if (load.gaps.has(key)) return
  load.gaps.add(key)
  load.events.put({ type: 'gap', gap })
}

/**
 * Without a token nothing more can be read: the load stops and reports what the user must do.
 * @returns whether the failure was of that kind, or the end of the load itself
 */
export function stopsLoad(load: Load, failure: ArmFailure): boolean {
  if (failure.kind === 'cancelled') return true
  if (failure.kind !== 'no-token') return false
  load.fatal ??= armError(failure)
  load.session.close()
  return true
}

/**
 * Reports that the inventory of these subscriptions failed: one gap per subscription, or one for all where no other
 * exists.
 */
export function putInventoryGaps(load: Load, subscriptions: readonly string[], failure: ArmFailure): void {
  const code = errorCodeOf(failure)
  const scopes = subscriptions.length === load.subscriptions.size ? ['tenant'] : subscriptions
  for (const scope of scopes) putGap(load, { scope, kind: 'inventory', code }, failure)
}
