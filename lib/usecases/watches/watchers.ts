import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import { webhookConfig } from '@/lib/config/webhook-config'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import type { Observation } from '@/lib/timeline/observation'
import { NotificationDedupe } from './notification-dedupe'
import { StallDetector } from './stall-detector'
import { evaluateWatches } from './evaluate-watches'

const hour = 3_600_000

/** What a process remembers about its watches. */
export interface Watchers {
  readonly store: Store
  readonly now: () => number
  readonly dedupe: NotificationDedupe
  readonly signs: StallDetector
}

/** @param now epoch milliseconds */
export function createWatchers(store: Store, now: () => number): Watchers {
  return { store, now, dedupe: new NotificationDedupe(), signs: new StallDetector(store, now) }
}

/**
 * Passes observations to every watch of their VMs.
 * @param observations of one tenant, no VM twice
 * @param session with whose rights disk metrics are read for work that may be stuck; null requests none
 */
export function notifyWatchers(
  { store, now, dedupe, signs }: Watchers,
  place: { readonly cloud: string; readonly tenantId: string },
  observations: readonly Observation[],
  session: ArmSession | null,
): Promise<Result<null, StoreFailure>> {
  const signsOf = (observation: Observation) =>
    session === null ? Promise.resolve([]) : signs.read(session, observation)
  const proofMilliseconds = webhookConfig().proofHours * hour
  return evaluateWatches({ store, place, now, dedupe, signsOf, proofMilliseconds }, observations)
}
