import type { Observation, ObservedFacts } from '@/lib/timeline/observation'

export const quiet: ObservedFacts = {
  depth: 'vm',
  osType: 'Linux',
  pass: 'single',
  state: 'encrypted',
  os: 'encrypted',
  data: 'none',
  reported: { os: 'Encrypted', data: 'NotMounted' },
  message: null,
  status: { code: 'ProvisioningState/succeeded', level: 'Info' },
  request: { operation: 'EnableEncryption', volumeType: 'All' },
  extension: { name: 'AzureDiskEncryptionForLinux', version: '1.4', provisioningState: 'Succeeded', sequence: '1' },
  power: 'running',
  agent: 'Ready',
  disks: [{ name: 'os', role: 'os', lun: null, sizeGiB: 30, stamp: 'encrypted', state: 'encrypted' }],
}

export const moving = (percent: number): ObservedFacts => ({
  ...quiet,
  state: 'encrypting',
  os: 'encrypting',
  message: {
    text: `Encrypting data volume 1/1: ${percent}%`,
    kind: 'linux-data-percent',
    phase: 'data-encrypting',
    percent,
    index: 1,
    count: 1,
    attempt: null,
  },
})

export const subscriptionId = '11111111-1111-4111-8111-111111111111'
export const vmIdOf = (name: string, subscription = subscriptionId): string =>
  `/subscriptions/${subscription}/resourceGroups/RG/providers/Microsoft.Compute/virtualMachines/${name}`

export const startOfTime = Date.parse('2026-05-01T10:00:00.000Z')
export const at = (seconds: number): string => new Date(startOfTime + seconds * 1000).toISOString()

/** One observation of a VM, `seconds` after the start of time. */
export function observation(seconds: number, facts: ObservedFacts, more: Partial<Observation> = {}): Observation {
  return {
    cloud: 'public',
    tenantId: 'tenant-1',
    id: vmIdOf('vm1'),
    vmId: 'aaaaaaaa-0000-4000-8000-000000000001',
    firstSeen: at(seconds),
    lastSeen: at(seconds),
    source: 'user',
    heartbeatAt: at(seconds - 20),
    facts,
    ...more,
  }
}
