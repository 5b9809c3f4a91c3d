import type { SimSubscription, WorldSpec } from '../model/world'
import { randomFor } from './random'

/** Subscriptions with ids derived from tenant, seed and name. */
export function subscriptionsOf(spec: WorldSpec, names: readonly string[]): SimSubscription[] {
  return names.map((name) => ({
    id: randomFor(spec.seed, `${spec.tenantId}/subscription/${name}`).uuid(),
    name,
    state: 'Enabled',
  }))
}
