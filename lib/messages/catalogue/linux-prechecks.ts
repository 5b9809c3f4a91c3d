import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, startThen } from '../patterns'

const fatal = failuresLike({
  origin: 'linux-extension',
  target: 'status-message',
  facet: 'main',
  specificity: 70,
  os: 'linux',
  pass: 'single',
  status: ['error'],
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'status',
  confidence: 'source',
})

/**
 * Fatal checks before the job: the text is a Python stack trace with the sentence near its end.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/check_util.py
 */
export const linuxPrechecks = {
  'linux-precheck-traceback': fatal(
    startThen('Traceback (most recent call last):', 'precheck_for_fatal_failures'),
    null,
    {
      specificity: 15,
    },
  ),
  'linux-pre-kv-id': fatal(contains('A KeyVault ID is required, but is missing or invalid'), 'keyVault'),
  'linux-pre-kv-url': fatal(contains('A KeyVault URL is required, but is missing or invalid'), 'keyVault'),
  'linux-pre-kv-mismatch': fatal(
    contains('A KeyVault ID and KeyVault URL were provided, but their key vault names did not match'),
    'keyVault',
  ),
  'linux-pre-kek-kvid': fatal(
    contains('A KEK URL was specified, but its KEK KeyVault ID was missing or invalid'),
    'keyEncryptionKey',
  ),
  'linux-pre-kek-url': fatal(contains('A KEK URL was specified, but it was invalid'), 'keyEncryptionKey'),
  'linux-pre-kek-mismatch': fatal(
    contains('A KEK ID and KEK URL were provided, but their key vault names did not match'),
    'keyEncryptionKey',
  ),
  'linux-pre-kek-algorithm': fatal(
    contains('The KEK encryption algorithm requested was not recognized'),
    'keyEncryptionKey',
    {
      pass: null,
    },
  ),
  'linux-pre-kek-url-missing': fatal(
    contains('The KEK KeyVault ID was specified but the KEK URL was missing'),
    'keyEncryptionKey',
  ),
  'linux-pre-mhsm-kv-present': fatal(
    contains("KeyvaultUrl or KeyvaultresourceId are not empty, and 'KeyStoreType' parameter is set to ManagedHSM"),
    'keyVault',
  ),
  'linux-pre-mhsm-url': fatal(contains('A ManagedHSM URL is specified, but it is invalid for ManagedHSM'), 'keyVault'),
  'linux-pre-mhsm-id': fatal(contains('A ManagedHSM ID is required, but is missing or invalid'), 'keyVault'),
  'linux-pre-mhsm-mismatch': fatal(
    contains('A ManagedHSM ID and ManagedHSM URL were provided, but their ManagedHSM names did not match'),
    'keyVault',
  ),
  'linux-pre-mhsm-flag': fatal(
    contains("The expected flag name and value to enable ManagedHSM is 'KeyStoreType'"),
    'keyVault',
  ),
  'linux-pre-volume-type': fatal(
    anyOf(
      containsWith(', has to be one of [', { before: /Unknown Volume Type: [^\n:]{0,200}$/, after: /^[^\n]{0,400}\]/ }),
      // Written so until 2019: https://github.com/MicrosoftDocs/azure-docs/issues/25311
      containsWith(', has tobe one of [', { before: /Unknown Volume Type: [^\n:]{0,200}$/ }),
    ),
    'volumeType',
    { pass: null },
  ),
  'linux-pre-volume-type-vmss': fatal(
    containsWith(", has to be one of ['Data']", { before: /Unknown Volume Type: [^\n:]{0,200}$/ }),
    'volumeType',
    { specificity: 80, volume: 'os' },
  ),
  'linux-pre-volume-type-missing': fatal(
    contains("AttributeError: 'NoneType' object has no attribute 'lower'"),
    'request',
    {
      confidence: 'inferred',
    },
  ),
  'linux-pre-lvm': fatal(contains('LVM OS disk layout does not satisfy prerequisites'), 'lvm', {
    pass: null,
    volume: 'os',
  }),
  'linux-pre-vfat': fatal(contains('Incompatible system, prerequisite vfat module was not found'), 'kernelModule', {
    pass: null,
  }),
  'linux-pre-memory': fatal(contains('Not enough memory for enabling encryption on OS volume'), 'memory', {
    pass: null,
    volume: 'os',
  }),
  'linux-pre-min-version': fatal(
    containsWith('Minimum supported version for distro ', { after: /^\S{1,64} is \S{1,64}\./ }),
    'distribution',
    { volume: 'os' },
  ),
  'linux-pre-kernel': fatal(
    containsWith('Kernel version ', { after: /^\S{1,128} is not supported\. Upgrade to kernel version \S/ }),
    'distribution',
    { pass: null, volume: 'os' },
  ),
  'linux-pre-distro': fatal(
    containsWith(' is not supported for OS encryption', { before: /Distro \S{1,64} \S{1,64}$/ }),
    'distribution',
    { pass: null, volume: 'os' },
  ),
  'linux-pre-volume-type-change': fatal(
    containsWith('Moving from volume type ', { after: /^\S{1,64} to volume type \S{1,64} is not allowed/ }),
    'volumeType',
  ),
  'linux-pre-skr': fatal(
    contains('The managed identity provided in public settings is not correct or'),
    'secureKeyRelease',
    {
      pass: null,
    },
  ),
  'linux-pre-skr-kek-missing': fatal(
    contains('KEK URL is not provided. Key encryption key URL is a mandatory field'),
    'keyEncryptionKey',
    {
      pass: null,
    },
  ),
  'linux-pre-skr-identity-missing': fatal(
    contains('managed identity is not provided. Managed Identity is a mandatory field.'),
    'secureKeyRelease',
    { pass: null },
  ),
} satisfies CatalogueGroup
