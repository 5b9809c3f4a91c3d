import type { FleetEvent, FleetRow, LoadProgress } from '@/lib/contract/fleet'

/** A row with plain values, for tests. */
export function fleetRow(name: string, changes: Partial<FleetRow> = {}): FleetRow {
  const subscriptionId = changes.subscriptionId ?? '11111111-1111-4111-8111-111111111111'
  const resourceGroup = changes.resourceGroup ?? 'rg-app'
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Compute/virtualMachines/${name}`
  return {
    key: id.toLowerCase(),
    id,
    name,
    subscriptionId,
    resourceGroup,
    region: 'westeurope',
    osType: 'Linux',
    osName: 'Ubuntu 22.04',
    size: 'Standard_D4s_v5',
    power: 'running',
    tags: {},
    reading: 'read',
    readError: null,
    state: 'encrypted',
    os: 'encrypted',
    data: { state: 'none', stamped: 0, total: 0 },
    pass: 'single',
    extensionVersion: '1.4.0.12',
    progress: { message: null, messageKind: null, phase: null, percent: null },
    operation: null,
    flags: [],
    keyVault: 'kv-app',
    keyEncryptionKey: null,
    otherEncryption: [],
    readiness: null,
    problem: null,
    evidenceAt: '2026-11-24T10:00:00Z',
    history: null,
    ...changes,
  }
}

export function loadProgress(changes: Partial<LoadProgress> = {}): LoadProgress {
  return {
    inventoryPages: 1,
    inventoryComplete: true,
    vms: 0,
    candidates: 0,
    read: 0,
    failed: 0,
    armRequests: 1,
    throttled: 0,
    waits: [],
    ...changes,
  }
}

export const start = (at = '2026-11-24T10:00:00Z'): FleetEvent => ({ type: 'start', at, tenantId: 'tenant' })
export const rows = (...given: FleetRow[]): FleetEvent => ({ type: 'rows', rows: given })
export const end = (complete = true, changes: Partial<LoadProgress> = {}, at = '2026-11-24T10:00:09Z'): FleetEvent => ({
  type: 'end',
  at,
  complete,
  progress: loadProgress(changes),
})
