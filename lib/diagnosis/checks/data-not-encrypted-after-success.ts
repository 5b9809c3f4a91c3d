import { covers } from '@/lib/encryption/request'
import type { Progress } from '@/lib/encryption/types'
import type { Check } from '../types'

const saysSuccess: readonly Progress['messageKind'][] = ['linux-data-succeeded', 'linux-all-succeeded']

/**
 * The extension says that data volumes were encrypted and reports them as not encrypted. A busy volume is skipped
 * without an error; LVM and RAID above encrypted devices read the same.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/handle.py
 */
export const dataNotEncryptedAfterSuccess: Check = {
  kind: 'data-not-encrypted-after-success',
  severity: 'warning',
  uses: ['status-message', 'substatus', 'data-disks', 'request-volume-type'],
  find: ({ facts, verdict: { data, progress } }) => {
    if (facts === null || facts.dataDisks.length === 0 || data.reported !== 'NotEncrypted') return null
    const asked = covers(facts.adeExtensions[0], 'data')
    return asked && saysSuccess.includes(progress.messageKind) ? { volume: 'data' } : null
  },
}
