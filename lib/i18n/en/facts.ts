import type { FleetReadiness, OtherEncryption, PowerState, RowSource } from '@/lib/contract/fleet'
import type { Pass } from '@/lib/encryption/types'
import type { MessagePhase } from '@/lib/messages/types'

export const facts = {
  pass: { single: 'single pass', dual: 'dual pass', none: 'none' },
  passMeaning: {
    single: 'Single pass: the extension needs no Entra application.',
    dual: 'Dual pass: the older method with an Entra application.',
    none: 'No Azure Disk Encryption on this VM.',
  },
  power: {
    running: 'running',
    starting: 'starting',
    stopping: 'stopping',
    stopped: 'stopped',
    deallocating: 'deallocating',
    deallocated: 'deallocated',
    unknown: 'power unknown',
  },
  otherEncryption: {
    'encryption-at-host': 'Encryption at host',
    'customer-managed-key': 'Customer-managed key',
    'double-encryption': 'Double encryption at rest',
    'confidential-os-disk': 'Confidential OS disk',
  },
  readiness: {
    'not-ready': 'Not ready',
    warnings: 'With warnings',
    'no-obstacle': 'No blockers found',
    unknown: 'Not known',
  },
  readinessMeaning: {
    'not-ready': 'The inventory shows a blocker: encryption cannot be started now.',
    warnings: 'Nothing in the inventory rules encryption out, but something may block it.',
    'no-obstacle': 'The inventory shows no blocker. Vault, memory and network were not checked.',
    unknown: 'The inventory does not show enough.',
  },
  reading: {
    read: 'read from this VM',
    inventory: 'from the inventory',
    pending: 'not read yet',
    failed: 'could not be read',
    incomplete: 'inventory incomplete',
  },
  phase: {
    'not-started': 'not started',
    prerequisites: 'checking prerequisites',
    starting: 'starting',
    'data-encrypting': 'encrypting data disks',
    'os-preparing': 'preparing the OS disk',
    'os-encrypting': 'encrypting the OS disk',
    finalizing: 'finishing',
    'restart-pending': 'restart pending',
    succeeded: 'finished',
    decrypting: 'decrypting',
    disabled: 'disabled',
    failed: 'failed',
    unknown: 'not recognised',
  },
  role: { os: 'OS', data: 'Data' },
} as const satisfies {
  readonly pass: Readonly<Record<Pass, string>>
  readonly passMeaning: Readonly<Record<Pass, string>>
  readonly power: Readonly<Record<PowerState, string>>
  readonly otherEncryption: Readonly<Record<OtherEncryption, string>>
  readonly readiness: Readonly<Record<FleetReadiness, string>>
  readonly readinessMeaning: Readonly<Record<FleetReadiness, string>>
  readonly reading: Readonly<Record<RowSource, string>>
  readonly phase: Readonly<Record<MessagePhase, string>>
  readonly role: Readonly<Record<'os' | 'data', string>>
}
