import type { Observation, ObservedDisk, ObservedFacts, ObservedMessage } from '../observation'

/**
 * Builds observations for tests: a healthy Linux VM that was never encrypted; a test sets only the fields it is about.
 */
export const quietFacts: ObservedFacts = {
  depth: 'vm',
  osType: 'Linux',
  pass: 'single',
  state: 'not-encrypted',
  os: 'not-encrypted',
  data: 'none',
  reported: { os: null, data: null },
  message: null,
  status: { code: null, level: null },
  request: { operation: null, volumeType: null },
  extension: null,
  power: 'running',
  agent: 'Ready',
  disks: [],
}

export const encryptingFacts: ObservedFacts = {
  ...quietFacts,
  state: 'encrypting',
  os: 'encrypting',
  reported: { os: 'EncryptionInProgress', data: null },
  request: { operation: 'EnableEncryption', volumeType: 'All' },
  extension: { name: 'ade', version: '1.4.0.12', provisioningState: 'Succeeded', sequence: '1' },
}

export const vmPath = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/web-042'

const day = '2026-05-01T'

/** `12:30` or `12:30:15` of one fixed day as ISO; longer texts unchanged. */
export function clock(time: string): string {
  if (time.length > 8) return time
  return `${day}${time.length === 5 ? `${time}:00` : time}.000Z`
}

export interface SeenOptions {
  readonly id?: string
  readonly vmId?: string | null
  readonly source?: Observation['source']
  readonly heartbeatAt?: string | null
  readonly facts?: Partial<ObservedFacts>
}

/** One row, observed from `first` to `last` (null: the same time). */
export function seen(first: string, last: string | null, options: SeenOptions = {}): Observation {
  return {
    cloud: 'public',
    tenantId: 't',
    id: options.id ?? vmPath,
    vmId: options.vmId === undefined ? 'machine-1' : options.vmId,
    firstSeen: clock(first),
    lastSeen: clock(last ?? first),
    source: options.source ?? 'collector',
    heartbeatAt: options.heartbeatAt ?? null,
    facts: { ...quietFacts, ...options.facts },
  }
}

/** `Encrypting data volume 2/3: 42%` */
export function dataPercent(index: number, count: number, percent: number): ObservedMessage {
  return {
    text: `Encrypting data volume ${index}/${count}: ${percent}%`,
    kind: 'linux-data-percent',
    phase: 'data-encrypting',
    percent,
    index,
    count,
    attempt: null,
  }
}

export function messageOf(kind: ObservedMessage['kind'], text = String(kind)): ObservedMessage {
  return { text, kind, phase: null, percent: null, index: null, count: null, attempt: null }
}

export function dataDisk(lun: number, sizeGiB: number | null): ObservedDisk {
  return { name: `data-${lun}`, role: 'data', lun, sizeGiB, stamp: 'encrypted', state: 'encrypting' }
}

export const polling = { movingMs: 30_000, quietMs: 300_000 } as const
