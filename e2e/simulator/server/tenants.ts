import { createDirectory } from '../directory/seed'
import { randomUUID } from 'node:crypto'
import type { WorldSpec } from '../model/world'
import { createBlobState } from '../control/blob-state'
import { createWebhookState } from '../control/webhook-state'
import { createFaultState } from '../faults/select'
import { createBuckets } from '../throttle/buckets'
import { createLedger } from './ledger'
import type { Simulator, Tenant } from './state'

const dayInSeconds = 86_400

/** Creates a tenant and its sign-in. Without an id it gets a new one. */
export function addTenant(
  simulator: Simulator,
  spec: Omit<WorldSpec, 'tenantId'> & { readonly tenantId?: string | undefined },
): Tenant {
  const recordings = spec.recordings ?? simulator.recordings
  const world = simulator.createWorld({
    ...spec,
    tenantId: (spec.tenantId ?? randomUUID()).toLowerCase(),
    ...(recordings === null ? {} : { recordings }),
  })
  const tenant: Tenant = {
    world,
    directory: createDirectory(world.tenantId.toLowerCase()),
    signIn: { accessTokenSeconds: null, refreshTokenSeconds: dayInSeconds, cloud: null, consents: new Set() },
    ledger: createLedger(),
    buckets: createBuckets(),
    faults: createFaultState(),
    webhooks: createWebhookState(),
    blobs: createBlobState(),
    apiVersions: new Map(),
  }
  simulator.tenants.set(world.tenantId.toLowerCase(), tenant)
  return tenant
}
