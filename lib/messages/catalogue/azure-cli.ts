import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact, prefix, start, whole } from '../patterns'

const shown = failuresLike({
  origin: 'azure-cli',
  target: 'client-output',
  facet: 'main',
  specificity: 100,
  os: null,
  pass: null,
  status: null,
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'client',
  confidence: 'source',
})

/**
 * Texts of azure-cli.
 * https://github.com/Azure/azure-cli/blob/dev/src/azure-cli/azure/cli/command_modules/vm/disk_encryption.py
 */
export const azureCliEntries = {
  // https://github.com/hashicorp/hcl/blob/v2.23.0/hclsyntax/structure.go, https://github.com/hashicorp/hcl/blob/v2.23.0/hcldec/spec.go
  'cli-terraform-configuration': shown(
    anyOf(
      start(
        /^(?:Missing required argument|Unsupported (?:argument|block type|attribute)|(?:Insufficient|Too many) \w{1,40} blocks)(?:\s|$)/,
      ),
      containsWith(' is not expected here', {
        before: /\b(?:argument named|[Bb]locks of type) "[\w-]{1,64}"(?: are)?$/,
      }),
      containsWith(' is required, but no definition was found', { before: /argument "[\w-]{1,64}"$/ }),
      containsWith(': invalid or unknown key: ', { before: /\bazurerm_[a-z_]{1,60}\.[a-z\d[\]-]{1,64}:? {0,2}$/ }),
    ),
    null,
    { specificity: 45, volume: null, confidence: 'public-report' },
  ),
  'cli-need-client-id': shown(exact('Please provide --aad-client-id'), null),
  'cli-need-credential': shown(
    exact('Please provide either --aad-client-cert-thumbprint or --aad-client-secret'),
    null,
  ),
  'cli-need-volume-type': shown(exact('VM has data disks, please supply --volume-type'), null),
  'cli-provisioning-incorrect': shown(
    exact('Extension needed for disk encryption was not provisioned correctly'),
    null,
    {
      phase: 'failed',
    },
  ),
  'cli-no-secret-url': shown(exact('Could not find url pointing to the secret for disk encryption'), null, {
    phase: 'failed',
  }),
  'cli-identity-format': shown(prefix('Encryption Identity should be an ARM Resource ID'), null, { specificity: 60 }),
  'cli-identity-update-failed': shown(exact('Failed to update encryption Identity to the VM'), null),
  'cli-identity-api': shown(
    prefix('Usage error: Encryption Identity required API version 2023-07-01 or higher'),
    null,
    {
      specificity: 60,
    },
  ),
  'cli-linux-disable-data-only': shown(
    prefix('Only Data disks can have encryption disabled in a Linux VM.'),
    'disableRefused',
    {
      specificity: 60,
    },
  ),
  'cli-update-failed': shown(exact("Extension updating didn't succeed"), null, { phase: 'failed' }),
  'cli-vmss-not-encrypted': shown(whole(/^VM scale set '[^\n]{1,200}' was not encrypted$/), null, {
    specificity: 50,
    phase: 'not-started',
  }),
  'cli-kv-not-enabled': shown(
    containsWith("' is not enabled for disk encryption.", { before: /Keyvault '[^\n]{1,200}$/ }),
    'vaultRefused',
    { specificity: 50 },
  ),
  'cli-subscription-mismatch': shown(
    containsWith("'s subscription does not match keyvault's subscription.", { before: /VM [^\n]{1,200}$/ }),
    'vaultRefused',
    { specificity: 50 },
  ),
  'cli-region-mismatch': shown(
    containsWith("'s region does not match keyvault's region.", { before: /VM [^\n]{1,200}$/ }),
    'vaultRefused',
    { specificity: 50 },
  ),
  'cli-force-warning': shown(contains('Encryption might fail.'), null, {
    specificity: 30,
    severity: 'warning',
    terminal: false,
  }),
  'cli-vmss-os-unsupported': shown(
    exact('OS disk encyrption is not yet supported for Linux VM scale sets'),
    'volumeType',
    {
      volume: 'os',
    },
  ),
  'cli-not-enabled': shown(exact('Azure Disk Encryption is not enabled'), null, {
    phase: 'not-started',
    severity: 'info',
    terminal: false,
  }),
  'cli-request-accepted': shown(prefix('The encryption request was accepted. Please use'), null, {
    specificity: 60,
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'cli-deallocating': shown(exact('Deallocating the VM before updating encryption settings...'), null, {
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'cli-restarting': shown(exact('Restarting the VM after the update...'), null, {
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'cli-takes-a-while': shown(prefix('Note, enabling encryption will take a while to finish'), null, {
    specificity: 60,
    phase: 'starting',
    severity: 'info',
    terminal: false,
  }),
  'cli-progress-unknown': shown(exact('Unknown'), null, {
    target: 'client-field',
    phase: 'unknown',
    severity: 'warning',
    terminal: false,
  }),
  // https://github.com/Azure/azure-cli/issues/5436
  'cli-usage-error': shown(
    anyOf(
      ': error: argument --',
      'the following arguments are required: --',
      // https://github.com/MicrosoftDocs/azure-docs/issues/12338
      'unrecognized arguments: --',
    ),
    null,
    { specificity: 50 },
  ),
  // https://github.com/Azure/azure-linux-extensions/issues/517
  'cli-fault-old-client': shown(contains("Cannot read property 'uri' of undefined"), 'clientFault', {
    specificity: 60,
    phase: 'unknown',
    severity: 'warning',
    terminal: false,
    confidence: 'public-report',
  }),
  'cli-fault-no-settings': shown(exact("'NoneType' object has no attribute 'enabled'"), 'clientFault', {
    phase: 'unknown',
    severity: 'warning',
    terminal: false,
    confidence: 'public-report',
  }),
  // https://github.com/Azure/azure-cli-extensions/issues/6325
  'cli-fault-repair': shown(contains("'bool' object has no attribute 'tolower'"), 'clientFault', {
    specificity: 60,
    phase: 'unknown',
    severity: 'warning',
    terminal: false,
    confidence: 'public-report',
  }),
} satisfies CatalogueGroup
