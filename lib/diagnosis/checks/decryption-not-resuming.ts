import type { Progress } from '@/lib/encryption/types'
import { hasFlag } from '../reading'
import type { Check } from '../types'

/** Messages of the extension while a decryption runs. */
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
 * The mark of a decryption exists, but the extension's message is not one of a running decryption: after a restart
 * during the decryption the extension detects the mark and does nothing (inferred from the source).
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
