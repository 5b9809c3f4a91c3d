import type { Progress } from '@/lib/encryption/types'
import { hasFlag } from '../reading'
import type { Check } from '../types'

/** What the extension says while it really decrypts. */
const working: readonly Progress['messageKind'][] = [
  'linux-settings-cleared',
  'linux-decryption-started',
  'linux-decrypting-count',
  'linux-decrypting-percent',
  'linux-decryption-succeeded',
  'unrecognised',
  null,
]

/**
 * The mark of a decryption is there, but what the extension says is not what it says while it decrypts: after a
 * restart in the middle it notices the mark and does nothing (inferred from the source).
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const decryptionNotResuming: Check = {
  kind: 'decryption-not-resuming',
  severity: 'action',
  uses: ['substatus', 'status-message', 'power-state', 'provisioning-state'],
  find: ({ facts, verdict }) => {
    const running = facts?.powerState.known === true && facts.powerState.value === 'running'
    const marked = verdict.data.reported === 'DecryptionInProgress' && verdict.data.state === 'decrypting'
    if (!running || !marked || hasFlag(verdict, 'operation-running')) return null
    return working.includes(verdict.progress.messageKind) ? null : { volume: 'data' }
  },
}
