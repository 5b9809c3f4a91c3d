import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, prefix, startThen, whole } from '../patterns'

const failed = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 70,
  os: 'linux',
  pass: null,
  status: ['error'],
  phase: 'failed',
  volume: 'os',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

/**
 * Failures of OS encryption.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
export const linuxOsFailures = {
  // Pastes and tools truncate it before its stack trace or its machine state.
  'linux-os-failed': failed(prefix('Failed to encrypt OS volume with error: '), null, { specificity: 20 }),
  'linux-os-unmount-exhausted': failed(
    // The run reports its end as one more attempt, and ends with the same text ten seconds later.
    startThen(
      /^(?:Failed to encrypt OS volume|Attempt #\d{2,9} to unmount \/oldroot failed with error: )/,
      'Could not unmount /oldroot in 10 attempts',
    ),
    'osBusy',
  ),
  'linux-os-target-busy': failed(
    startThen('Failed to encrypt OS volume with error: ', '/oldroot: target is busy'),
    'osBusy',
    {
      specificity: 68,
      confidence: 'public-report',
    },
  ),
  'linux-os-no-space': failed(startThen('Failed to encrypt OS volume with error: ', 'No space left on device'), null, {
    specificity: 68,
    confidence: 'inferred',
  }),
  'linux-os-not-completed': failed(
    prefix('Failed to encrypt OS volume with error: did not reach completed state'),
    null,
    {
      specificity: 24,
    },
  ),
  'linux-os-rootfs-not-found': failed(contains('Could not find rootfs block device'), null),
  'linux-os-device-did-not-appear': failed(
    containsWith(' did not appear in 10 restart attempts', { before: /Block device \S{1,200}$/ }),
    null,
  ),
  'linux-os-resize2fs-failed': failed(
    containsWith('resize2fs failed, desired: ', { after: /^\d{1,20}, resized: \d/ }),
    null,
  ),
  'linux-os-not-ext4': failed(contains('Probed root fs is not ext4'), null),
  // Only the step that splits the root partition asks it for this flag.
  // https://github.com/Azure/azure-linux-extensions/blob/04c36646/VMEncryption/main/oscrypto/ubuntu_1604/encryptstates/SplitRootPartitionState.py#L138
  // https://github.com/Azure/azure-linux-extensions/issues/783
  'linux-os-partition-missing': failed(contains("'NoneType' object has no attribute 'getFlag'"), null),
  'linux-os-dumpe2fs-parse': failed(contains('Error parsing dumpe2fs output, count='), null),
  'linux-os-root-uuid-missing': failed(contains('Failed to get root partition UUID'), null, { pass: 'single' }),
  'linux-os-script-missing': failed(
    containsWith(' not found at path: ', {
      before: /(?:Hook script|Boot script|Patch|Inject-script|Key script)$/,
      after: /^\S/,
    }),
    null,
  ),
  'linux-os-initramfs-failed': failed(contains('initramfs update failed'), null),
  'linux-os-udevadm-parse': failed(contains('Could not parse ATTR{partition} from udevadm info'), null),
  'linux-os-cryptsetup-device': failed(contains('Could not find device in cryptsetup output'), null, {
    pass: 'single',
  }),
  'linux-os-wrong-machine': failed(
    containsWith('EncryptionStateMachine called for distro ', { before: /\w$/, after: /^\S{1,64} \S/ }),
    'distribution',
    { phase: 'prerequisites' },
  ),
  'linux-os-partuuid-missing': failed(
    anyOf('Failed to find the partuuid for the root device', 'Failed to find the uuid for boot device'),
    null,
    { pass: 'single' },
  ),
  'linux-os-rootfs-locate': failed(contains('Could not locate block device for rootfs'), null, { pass: 'single' }),
  'linux-os-command-failed': failed(
    { ...startThen('Failed to encrypt OS volume with error: Command ', ' failed with return code '), after: /^-?\d/ },
    null,
    { specificity: 40 },
  ),
  'linux-os-distro-unsupported': failed(
    whole(/^OS volume encryption is not supported on \S{1,100} \S{1,100}$/),
    'distribution',
    {
      specificity: 50,
    },
  ),
  'linux-os-byte-unit': failed(contains('is not a valid SI or IEC byte unit'), null),
  'linux-docs-failed-to-unmount': failed(
    anyOf('failed to unmount after', 'Fehler beim Aufheben der Bereitstellung'),
    'osBusy',
    {
      specificity: 45,
      status: null,
      confidence: 'docs',
    },
  ),
} satisfies CatalogueGroup
