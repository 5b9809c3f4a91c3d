import type { FlagCode, FlagReason } from '@/lib/encryption/types'

export const flags = {
  flag: {
    'possibly-stuck': 'Possibly stuck',
    'longer-than-documented': 'Longer than documented',
    'last-operation-failed': 'Last run failed',
    'conflict-stamp-report': 'Stamp ≠ report',
    'stale-report': 'Stale report',
    'unreadable-report': 'Unreadable report',
    'unrecognised-message': 'Unrecognised message',
    'operation-running': 'Operation running',
    'mixed-data-disks': 'Mixed disks',
    'extension-removed': 'Extension removed',
    'extension-renamed': 'Extension renamed',
    'dual-pass-leftover': 'Residual dual-pass settings',
    'confidential-no-stamp': 'Confidential, no stamp',
    'data-not-mounted': 'Data not mounted',
    'attested-otherwise': 'Audit ≠ verdict',
    'runtime-not-read': 'Runtime not read',
  },
  reason: {
    'no-disk-traffic': 'The disk being copied has been idle for at least 15 minutes.',
    'retries-rising': 'Unmounting the old root keeps failing; the number of attempts is rising.',
    'agent-silent': 'The VM agent has sent no heartbeat for at least 20 minutes beyond its usual interval.',
    'far-over-similar': 'It has taken three times the median of similar disks, and no disk activity is seen.',
    'over-documented-range': 'It has taken longer than the longest documented time.',
    'extension-provisioning-failed': 'Azure shows the extension as failed.',
    'status-code-failed': 'A status code of the extension indicates failure.',
    'status-level-error': 'The extension reports a status with level Error.',
    'extension-provisioning-running': 'Azure is still processing the extension.',
    'vm-not-running': 'The VM is not running, so its last report may be old.',
    'agent-not-ready': 'The VM agent is not ready, so the last report may be old.',
    'substatus-not-json': 'The detailed status contains no readable JSON.',
    'substatus-word-unknown': 'The detailed status contains an unknown value.',
    'message-not-in-catalogue': 'The progress message is not in the catalogue.',
    'stamped-but-report-says-not-encrypted': 'Key settings are on the disk, but the report says not encrypted.',
    'report-encrypted-but-not-stamped': 'The report says encrypted, but no key settings are on the disk.',
    'some-data-disks-stamped': 'Some data disks have key settings, others do not.',
    'stamped-without-extension': 'Key settings are on a disk, but no extension is installed that could report.',
    'extension-name-not-default': 'The extension does not have its default name, so other tools may miss it.',
    'model-enabled-false-left': 'The VM model still contains disabled settings of the dual-pass method.',
    'confidential-vm-skips-stamp': 'On a confidential VM, the platform writes no key settings on the disk.',
    'data-disks-not-mounted':
      'The extension found no mounted data disk, or there are no data disks. It reports nothing about data disks.',
    'no-instance-view': 'The reading does not include the run-time state of the VM.',
    'no-os-disk-in-model': 'The reading does not name an OS disk.',
    'attested-not-encrypted':
      'An Azure Policy audit inside the VM found an unencrypted disk. It may be older than the last report.',
    'extension-status-missing': 'The extension is installed, but Azure has no status for it.',
    'input-unreadable':
      'Part of the response is missing, or differs from the format that Azure documents. Nothing is concluded from what could not be read.',
  },
  more: '+{count, number}',
  moreLabel: '{count, plural, one {# more flag} other {# more flags}}: {names}',
} as const satisfies {
  readonly flag: Readonly<Record<FlagCode, string>>
  readonly reason: Readonly<Record<FlagReason, string>>
  readonly more: string
  readonly moreLabel: string
}
