import { failuresLike, type CatalogueGroup } from '../entries-like'
import { anyOf, contains, containsWith, exact } from '../patterns'

const refused = failuresLike({
  origin: 'platform',
  target: 'arm-error-message',
  facet: 'main',
  specificity: 60,
  os: null,
  pass: null,
  status: null,
  phase: 'prerequisites',
  volume: 'all',
  severity: 'error',
  terminal: true,
  reach: 'arm-error',
  confidence: 'docs',
})

/**
 * Errors of Key Vault, and of ARM over a vault.
 * https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
 */
export const platformVault = {
  'kv-no-secret-set': refused(contains('does not have secrets set permission'), 'vaultAccess', {
    confidence: 'public-report',
  }),
  'kv-no-permission-generic': refused(
    containsWith('does not have ', { after: /^(?:secrets|keys|certificates) \w{1,64} permission on key vault/ }),
    'vaultAccess',
    { specificity: 50, confidence: 'public-report' },
  ),
  // The portal's form and that of the service: https://learn.microsoft.com/azure/key-vault/general/rbac-guide
  'kv-forbidden-by-rbac': refused(
    anyOf(
      'ForbiddenByRbac',
      'The operation is not allowed by RBAC',
      contains('Caller is not authorized to perform action on resource', 'role assignments'),
    ),
    'vaultAccess',
    { confidence: 'public-report' },
  ),
  // https://github.com/Azure/azure-cli/issues/11871
  'kv-wrong-issuer': refused(
    anyOf(
      'AKV10032: Invalid issuer',
      containsWith('ault not found in the directory', { before: /\b[Kk]ey ?[Vv]$/, after: /^(?!\w)/ }),
    ),
    'vaultAccess',
    { confidence: 'public-report' },
  ),
  // https://github.com/hashicorp/terraform-provider-azurerm/issues/9177
  'kv-encryption-set-refused': refused(
    anyOf(
      contains('Unable to access key vault resource ', ' to enable encryption at rest'),
      'The key vault key is not found to unwrap the encryption key',
      // https://github.com/hashicorp/terraform-provider-azurerm/issues/9177
      contains('The key vault key ', ' used for disk encryption set '),
    ),
    'vaultAccess',
    { specificity: 70, confidence: 'public-report' },
  ),
  'kv-access-denied-code': refused(
    anyOf(
      exact(
        'KeyVaultAccessDenied',
        'KeyVaultAccessForbidden',
        'KeyVaultKeyNotEnabled',
        'KeyVaultSecretNotFound',
        // https://github.com/chocolatey/docs/pull/769
        'KeyVaultSecretDoesNotExist',
        // https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
        'SecretNotFound',
        'KeyNotFound',
      ),
      containsWith(' was not found in this key vault', { before: /\b(?:key|secret) with \(name\/id\) \S{1,200}$/i }),
    ),
    'vaultAccess',
    { target: 'arm-error-code', phase: 'failed', confidence: 'inferred' },
  ),
  // https://github.com/Azure/azure-sdk-for-js/tree/main/sdk/keyvault/keyvault-secrets/test
  'kv-object-disabled': refused(
    containsWith(' is not allowed on a disabled ', { before: /Operation "?\w{1,32}"?$/, after: /^(?:key|secret)\b/ }),
    'vaultAccess',
    { confidence: 'public-report' },
  ),
  // https://learn.microsoft.com/azure/backup/backup-encryption-troubleshoot
  'kv-secret-not-retrieved': refused(
    anyOf(
      'DiskEncryptionKeySecretRetrievalFailed',
      'DiskEncryptionInternalError',
      'encountered when retrieving secret from Key Vault',
      'encountered when retrieving secret from the Key Vault',
    ),
    'vaultAccess',
    { phase: 'unknown' },
  ),
  // https://github.com/MicrosoftDocs/azure-docs/issues/78284
  'kv-caller-not-permitted': refused(
    containsWith('does not have access to the key vault ', { after: /^\S{1,200}?\. Permitted object ids/ }),
    'vaultAccess',
    { phase: 'unknown', volume: null, confidence: 'public-report' },
  ),
  // https://learn.microsoft.com/azure/key-vault/general/network-security
  'kv-bypass-required': refused(contains('networkAcls.bypass must include'), 'azureRefused', {
    volume: null,
    confidence: 'public-report',
  }),
  // https://learn.microsoft.com/azure/key-vault/general/rest-error-codes
  'kv-firewall-refused': refused(
    anyOf(
      'ForbiddenByFirewall',
      'ForbiddenByConnection',
      'Client address is not authorized and caller is not a trusted service',
      'Public network access is disabled and request is not from a trusted service',
    ),
    'vaultAccess',
    { phase: 'unknown', volume: null },
  ),
  // https://learn.microsoft.com/azure/key-vault/keys/about-keys-details#date-time-controlled-operations
  'kv-object-expired': refused(
    anyOf(
      containsWith(' is not allowed on an expired ', { before: /Operation "?\w{1,32}"?$/, after: /^(?:key|secret)\b/ }),
      contains('Unable to access key ', '. Key is expired'),
    ),
    'vaultAccess',
  ),
  // https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
  'kv-vault-name-taken': refused(
    containsWith("he vault name '", { after: /^[\w-]{1,40}' is already in use/ }),
    'azureRefused',
    { volume: null },
  ),
  // https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview
  'kv-object-deleted': refused(
    containsWith(' is currently in a deleted but recoverable state', { before: /(?:Key|Secret) \S{1,127}$/ }),
    'vaultAccess',
    { phase: 'unknown' },
  ),
  'kv-vault-deleted': refused(
    anyOf('A vault with the same name already exists in deleted state', 'Exist soft deleted vault with the same name'),
    'vaultAccess',
    {
      phase: 'unknown',
    },
  ),
} satisfies CatalogueGroup
