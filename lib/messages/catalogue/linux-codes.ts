import { failuresLike, type CatalogueGroup } from '../entries-like'
import { failedCode, whole } from '../patterns'

/** Defined in the source, but not written to a status. */
const never = failuresLike({
  origin: 'linux-extension',
  target: 'instance-view-code',
  facet: 'main',
  specificity: 60,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'failed',
  volume: null,
  severity: 'error',
  terminal: false,
  reach: 'never-reported',
  confidence: 'source',
})

const code = failuresLike({
  origin: 'linux-extension',
  target: 'instance-view-code',
  facet: 'main',
  specificity: 60,
  os: 'linux',
  pass: null,
  status: null,
  phase: 'failed',
  volume: null,
  severity: 'error',
  terminal: true,
  reach: 'status-code',
  confidence: 'source',
})

/**
 * Codes of the Linux extension as ARM shows them.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/Common.py
 */
export const linuxCodes = {
  'linux-code-1-e2fsck-fserrors-correctedode': never(failedCode(1), null, { phase: 'unknown', severity: 'info' }),
  'linux-code-2-luks-format-error': never(failedCode(2), null),
  'linux-code-3-scsi-number-not-found': never(failedCode(3), null),
  'linux-code-4-device-not-blank': never(failedCode(4), null),
  'linux-code-5-environment-error': never(failedCode(5), null),
  'linux-code-6-luks-open-error': never(failedCode(6), null),
  'linux-code-7-mkfs-error': never(failedCode(7), null),
  'linux-code-8-folder-conflict-error': never(failedCode(8), null),
  'linux-code-9-mount-error': never(failedCode(9), null),
  'linux-code-10-mount-point-not-exists': never(failedCode(10), null),
  'linux-code-11-passphrase-too-long-or-none': never(failedCode(11), null),
  'linux-code-12-parameter-error': never(failedCode(12), null),
  'linux-code-16-command-not-support': never(failedCode(16), null),
  'linux-code-17-volue-type-not-support': never(failedCode(17), null),
  'linux-code-18-copy-data-error': never(failedCode(18), null),
  'linux-code-20-tmpfs-error': never(failedCode(20), null),
  'linux-code-21-backup-slice-file-error': never(failedCode(21), null),
  'linux-code-23-operation-lookback-failed': never(failedCode(23), null),
  'linux-code-0-success': code(whole(/^(?:ProvisioningState|ComponentStatus\/[^/]{1,200})\/succeeded$/i), null, {
    phase: 'succeeded',
    severity: 'info',
    terminal: false,
  }),
  'linux-code-13-create-encryption-secret-failed': code(failedCode(13), 'dualPassVault', { pass: 'dual' }),
  'linux-code-14-encrypttion-already-enabled': code(whole(/^ProvisioningState\/succeeded\/14$/i), null, {
    pass: 'dual',
    phase: 'succeeded',
    severity: 'info',
    terminal: false,
    confidence: 'inferred',
  }),
  'linux-code-15-passphrase-file-not-found': code(failedCode(15), 'keyVolume'),
  'linux-code-19-encryption-failed': code(failedCode(19), null, { terminal: false }),
  'linux-code-22-unmount-oldroot-error': code(failedCode(22), null, {
    phase: 'os-preparing',
    severity: 'warning',
    terminal: false,
  }),
  'linux-code-51-os-not-supported': code(failedCode(51), 'distribution', { phase: 'prerequisites', reach: 'handler' }),
  'linux-code-52-missing-dependency': code(failedCode(52), null, { phase: 'prerequisites' }),
  'linux-code-53-configuration-error': code(failedCode(53), null, { phase: 'prerequisites' }),
  'linux-code-100-unknown-error': code(failedCode(100), null),
  'linux-code-transitioning': code(
    whole(/^(?:ProvisioningState|ComponentStatus\/[^/]{1,200})\/transitioning(?:\/[^\n]{0,200})?$/i),
    null,
    { phase: 'starting', severity: 'info', terminal: false, confidence: 'inferred' },
  ),
} satisfies CatalogueGroup
