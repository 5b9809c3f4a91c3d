import { entriesLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, prefix, startThen, whole } from '../patterns'

const failed = entriesLike({
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
  'linux-os-failed': failed(
    { ...startThen('Failed to encrypt OS volume with error: ', ', stack trace: '), end: /, machine state: \w{1,64}$/ },
    { specificity: 20 },
  ),
  'linux-os-unmount-exhausted': failed(
    startThen('Failed to encrypt OS volume', 'Could not unmount /oldroot in 10 attempts'),
  ),
  'linux-os-target-busy': failed(startThen('Failed to encrypt OS volume with error: ', 'target is busy'), {
    specificity: 68,
    confidence: 'public-report',
  }),
  'linux-os-no-space': failed(startThen('Failed to encrypt OS volume with error: ', 'No space left on device'), {
    specificity: 68,
    confidence: 'inferred',
  }),
  'linux-os-not-completed': failed(prefix('Failed to encrypt OS volume with error: did not reach completed state'), {
    specificity: 24,
  }),
  'linux-os-rootfs-not-found': failed(contains('Could not find rootfs block device')),
  'linux-os-device-did-not-appear': failed(
    containsWith(' did not appear in 10 restart attempts', { before: /Block device \S{1,200}$/ }),
  ),
  'linux-os-resize2fs-failed': failed(containsWith('resize2fs failed, desired: ', { after: /^\d{1,20}, resized: \d/ })),
  'linux-os-not-ext4': failed(contains('Probed root fs is not ext4')),
  'linux-os-dumpe2fs-parse': failed(contains('Error parsing dumpe2fs output, count=')),
  'linux-os-root-uuid-missing': failed(contains('Failed to get root partition UUID'), { pass: 'single' }),
  'linux-os-script-missing': failed(
    containsWith(' not found at path: ', {
      before: /(?:Hook script|Boot script|Patch|Inject-script|Key script)$/,
      after: /^\S/,
    }),
  ),
  'linux-os-initramfs-failed': failed(contains('initramfs update failed')),
  'linux-os-udevadm-parse': failed(contains('Could not parse ATTR{partition} from udevadm info')),
  'linux-os-cryptsetup-device': failed(contains('Could not find device in cryptsetup output'), { pass: 'single' }),
  'linux-os-wrong-machine': failed(
    containsWith('EncryptionStateMachine called for distro ', { before: /\w$/, after: /^\S{1,64} \S/ }),
    { phase: 'prerequisites' },
  ),
  'linux-os-partuuid-missing': failed(
    anyOf('Failed to find the partuuid for the root device', 'Failed to find the uuid for boot device'),
    { pass: 'single' },
  ),
  'linux-os-rootfs-locate': failed(contains('Could not locate block device for rootfs'), { pass: 'single' }),
  'linux-os-command-failed': failed(
    { ...startThen('Failed to encrypt OS volume with error: Command ', ' failed with return code '), after: /^-?\d/ },
    { specificity: 40 },
  ),
  'linux-os-distro-unsupported': failed(whole(/^OS volume encryption is not supported on \S{1,100} \S{1,100}$/), {
    specificity: 50,
  }),
  'linux-os-byte-unit': failed(contains('is not a valid SI or IEC byte unit')),
  'linux-docs-failed-to-unmount': failed(contains('failed to unmount after'), {
    specificity: 45,
    status: null,
    confidence: 'docs',
  }),
} satisfies CatalogueGroup
