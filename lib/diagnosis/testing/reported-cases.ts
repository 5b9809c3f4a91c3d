import type { ProblemKind } from '../kinds'
import { encrypted, type ProblemCase } from './case-parts'

const shown = (says: NonNullable<ProblemCase['says']>, volume: ProblemCase['volume']): ProblemCase => ({
  shows: encrypted,
  not: encrypted,
  says,
  volume,
})

/** Texts that no status contains: boot screens, logs, clients and other services. */
export const reportedCases = {
  'boot-waits-for-key': shown('boot-passphrase-prompt', 'os'),
  'bitlocker-recovery': shown('boot-bitlocker-recovery', 'os'),
  'no-space-left': shown('linux-log-no-space', null),
  'repair-disk-locked': shown('guest-mount-locked', 'os'),
  'scale-set-refused': shown('arm-scale-set-unsupported', null),
  'client-request-refused': shown('arm-generation-2-dual-pass', null),
  'site-recovery-refused': shown('asr-target-vault-missing', null),
  'backup-refused': shown('backup-vault-permissions', null),
  'key-change-begun': shown('linux-log-vault-url-differs', 'all'),
  'key-update-pending': shown('linux-log-new-passphrase-waiting', 'all'),
  'precheck-warning': shown('linux-log-app-compat', 'os'),
  'reports-contradict': { shows: encrypted, not: encrypted, beside: 'os', volume: null },
  'client-fault': shown('cli-fault-no-settings', null),
  'cmdlet-word-uncertain': {
    shows: encrypted,
    not: encrypted,
    cmdlet: { os: 'NotEncrypted', data: 'Encrypted' },
    volume: 'os',
  },
  'harmless-log-line': shown('linux-log-mount-scheme-system', null),
  'vault-refused': shown('arm-vault-unfit', null),
  'vault-access-refused': shown('kv-forbidden-by-rbac', null),
  'azure-refused-request': shown('arm-disallowed-by-policy', null),
  'extension-version-refused': shown('arm-ade-version-unsupported', null),
  'azure-stopped-waiting': shown('arm-extension-timeout', null),
  'move-refused': shown('arm-cross-subscription-move', null),
  'disk-not-extended': shown('guest-partition-not-grown', null),
} satisfies Partial<Record<ProblemKind, ProblemCase>>
