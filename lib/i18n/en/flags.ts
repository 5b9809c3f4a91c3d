import type { FlagCode, FlagReason } from '@/lib/encryption/types'

export const flags = {
  flag: {
    'possibly-stuck': 'Possibly stuck',
    'longer-than-documented': 'Longer than documented',
    'last-operation-failed': 'Last run failed',
    'conflict-stamp-report': 'Stamp ≠ report',
    'stale-report': 'Stale report',
    'unreadable-report': 'Unreadable report',
    'unrecognised-message': 'New message text',
    'operation-running': 'Operation running',
    'mixed-data-disks': 'Mixed disks',
    'extension-removed': 'Extension removed',
    'extension-renamed': 'Extension renamed',
    'dual-pass-leftover': 'Dual-pass leftover',
    'confidential-no-stamp': 'Confidential, no stamp',
    'data-not-mounted': 'Data not mounted',
    'attested-otherwise': 'Audit ≠ verdict',
    'runtime-not-read': 'Runtime not read',
  },
  reason: {
    'no-disk-traffic': 'The disk that is being copied has moved nothing for at least 15 minutes.',
    'retries-rising': 'Unmounting the old root keeps failing; the number of attempts rises.',
    'agent-silent': 'The VM agent has sent no heartbeat for at least 20 minutes beyond its usual pause.',
    'far-over-similar': 'It has taken three times the median of similar disks, and nothing moves.',
    'over-documented-range': 'It has taken longer than the longest time that the documentation gives.',
    'extension-provisioning-failed': 'Azure shows the extension as failed.',
    'status-code-failed': 'A status code of the extension says failed.',
    'status-level-error': 'The extension reports a status with level Error.',
    'extension-provisioning-running': 'Azure is still working on the extension.',
    'vm-not-running': 'The VM is not running, so its last report may be old.',
    'agent-not-ready': 'The VM agent is not ready, so the last report may be old.',
    'substatus-not-json': 'The detailed status holds no JSON that could be read.',
    'substatus-word-unknown': 'The detailed status uses a word that is not known.',
    'message-not-in-catalogue': 'The progress message is not one of the known texts.',
    'stamped-but-report-says-not-encrypted': 'Key settings are on the disk, but the report says not encrypted.',
    'report-encrypted-but-not-stamped': 'The report says encrypted, but no key settings are on the disk.',
    'some-data-disks-stamped': 'Some data disks carry key settings, others do not.',
    'stamped-without-extension': 'Key settings are on a disk, but there is no extension that could report.',
    'extension-name-not-default': 'The extension does not carry its usual name, so other tools may miss it.',
    'model-enabled-false-left': 'The VM model still holds switched-off settings of the dual-pass method.',
    'confidential-vm-skips-stamp': 'On a confidential VM the platform writes no key settings on the disk.',
    'data-disks-not-mounted':
      'The extension saw no mounted data disk, or there is none. It says nothing about data disks.',
    'no-instance-view': 'What was read does not include the run-time state of the VM.',
    'no-os-disk-in-model': 'What was read does not name an OS disk.',
    'attested-not-encrypted':
      'An audit from inside the VM, by Azure Policy, found a disk without encryption. It may be older than the last report.',
    'extension-status-missing': 'The extension is installed, but Azure holds no status of it.',
    'input-unreadable':
      'A part of the answer is missing, or has another form than Azure documents. Nothing is concluded from what could not be read.',
  },
  more: '+{count, number}',
  moreLabel: '{count, plural, one {# more flag} other {# more flags}}: {names}',
} as const satisfies {
  readonly flag: Readonly<Record<FlagCode, string>>
  readonly reason: Readonly<Record<FlagReason, string>>
  readonly more: string
  readonly moreLabel: string
}
