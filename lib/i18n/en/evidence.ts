import type { EvidenceKind, EvidenceMark, EvidenceSource, EvidenceValue } from '@/lib/encryption/evidence-types'
import type { Stamp } from '@/lib/encryption/types'

export const evidence = {
  kind: { request: 'Request', stamp: 'Stamp', report: 'Report', guest: 'Guest' },
  kindHint: {
    request: 'what was requested',
    stamp: 'key settings on the disk',
    report: 'reported by the extension',
    guest: 'attested inside the VM',
  },
  value: {
    'asked-encrypt': 'requested: encrypt',
    'asked-format': 'requested: format and encrypt',
    'asked-disable': 'requested: decrypt',
    'asked-query': 'requested: status only',
    'asked-other': 'requested: another operation',
    'not-asked': 'not requested',
    'stamp-encrypted': 'encrypted',
    'stamp-not-encrypted': 'not encrypted',
    'stamp-absent': 'no key settings',
    'stamp-some': '{of, number} of {total, number} encrypted',
    'report-encrypted': 'encrypted',
    'report-not-encrypted': 'not encrypted',
    'report-encrypting': 'being encrypted',
    'report-decrypting': 'being decrypted',
    'report-restart-pending': 'restart pending',
    'report-not-mounted': 'not mounted',
    'report-unreadable': 'could not be read',
    'report-none': 'no report',
    'no-disks': 'no data disks',
    'not-read': 'not read',
    'not-attested': 'no attestation for this VM',
    'attested-encrypted': 'encrypted with ADE',
    'attested-plain': 'not encrypted',
    'attested-at-host': 'encryption at host',
    'attested-other': 'does not cover this',
  },
  mark: {
    agrees: 'agrees',
    decides: 'decides the verdict',
    contradicts: 'contradicts',
    expected: 'expected at this stage',
    ahead: 'not confirmed',
    nothing: 'nothing to read',
  },
  source: {
    'extension-settings': 'extension settings',
    'vm-model': 'VM model',
    'instance-view-disks': 'instanceView.disks[]',
    'instance-view-substatus': 'substatuses[].message',
    'instance-view-status': 'statuses[].code',
    'extension-provisioning-state': 'provisioningState',
    'guest-configuration': 'machine configuration',
    inventory: 'inventory (Resource Graph)',
    none: 'not read',
  },
  stamp: { encrypted: 'encrypted', notEncrypted: 'not encrypted', absent: 'no key settings' },
} as const satisfies {
  readonly kind: Readonly<Record<EvidenceKind, string>>
  readonly kindHint: Readonly<Record<EvidenceKind, string>>
  readonly value: Readonly<Record<EvidenceValue, string>>
  readonly mark: Readonly<Record<EvidenceMark | 'expected', string>>
  readonly source: Readonly<Record<EvidenceSource, string>>
  readonly stamp: Readonly<Record<Stamp, string>>
}
