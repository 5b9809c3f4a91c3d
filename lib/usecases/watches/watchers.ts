import 'server-only'
import type { ArmSession } from '@/lib/azure/session'
import { webhookConfig } from '@/lib/config/webhook-config'
import type { Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import type { Store } from '@/lib/store/store'
import type { Observation } from '@/lib/timeline/observation'
import { Heard } from './heard'
import { SignReader } from './signs'
import { tellWatches } from './tell'

const hour = 3_600_000

/** What a process remembers about its watches. */
export interface Watchers {
  readonly store: Store
  readonly now: () => number
  readonly heard: Heard
  readonly signs: SignReader
}

/** @param now epoch milliseconds */
export function createWatchers(store: Store, now: () => number): Watchers {
  return { store, now, heard: new Heard(), signs: new SignReader(store, now) }
}

/**
 * Passes observations to every watch of their VMs.
 * @param looks of one tenant, no VM twice
 * @param session with whose rights disk metrics are read for work that may be stuck; null requests none
 */
export function tellOf(
  { store, now, heard, signs }: Watchers,
  place: { readonly cloud: string; readonly tenantId: string },
  looks: readonly Observation[],
  session: ArmSession | null,
): Promise<Result<null, StoreFailure>> {
  const signsOf = (look: Observation) => (session === null ? Promise.resolve([]) : signs.read(session, look))
  const proofMilliseconds = webhookConfig().proofHours * hour
  return tellWatches({ store, place, now, heard, signsOf, proofMilliseconds }, looks)
}
