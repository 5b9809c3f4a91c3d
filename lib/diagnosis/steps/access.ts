import { az, powerShell } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import type { Word } from '../commands/values'
import { act, azVault, lines, named, own, psVault } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

/** Role assignments for an application in a vault with role-based access, one for each role. */
function assign(subject: CommandSubject, application: Word, roles: readonly string[]): Commands {
  return {
    az: lines(
      roles.map((role) =>
        az('role assignment create', ['assignee', application], ['role', role], ['scope', named.vaultId(subject)]),
      ),
    ),
    powershell: psVault(
      subject,
      lines(
        roles.map((role) =>
          powerShell(
            'New-AzRoleAssignment',
            ['ApplicationId', application],
            ['RoleDefinitionName', role],
            ['Scope', named.vaultId(subject)],
          ),
        ),
      ),
    ),
  }
}

interface Permissions {
  readonly secrets: readonly string[]
  readonly keys: readonly string[]
}

/**
 * An access policy for an application, in a vault with access policies. It takes the place of the lists that the
 * application has: those are shown first. https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-set-policy
 */
function permit(subject: CommandSubject, application: Word, { secrets, keys }: Permissions): Commands {
  return {
    az: lines([
      azVault(subject, 'keyvault show', ['query', 'properties.accessPolicies'], ['output', 'json']),
      azVault(
        subject,
        'keyvault set-policy',
        ['spn', application],
        ['secret-permissions', ...secrets],
        ['key-permissions', ...keys],
      ),
    ]),
    powershell: psVault(
      subject,
      '(',
      powerShell('Get-AzKeyVault', ['VaultName', named.vault(subject)]),
      ').AccessPolicies\n',
      powerShell(
        'Set-AzKeyVaultAccessPolicy',
        ['VaultName', named.vault(subject)],
        ['ServicePrincipalName', application],
        ['PermissionsToSecrets', ...secrets],
        ['PermissionsToKeys', ...keys],
      ),
    ),
  }
}

// Backup Management Service in the public cloud; https://learn.microsoft.com/azure/backup/backup-azure-vms-automation
const backupService = '262044b1-e2ce-469f-a196-69ab7ada62d3'
const backupPermissions = ['get', 'list', 'backup'] as const

/**
 * The identity of a storage account or disk encryption set, in a vault with access policies. The list takes the place
 * of its permissions for keys; those for secrets stay.
 * https://learn.microsoft.com/azure/virtual-machines/disk-encryption
 */
function permitService(subject: CommandSubject): Commands {
  const identity = own('PRINCIPAL-ID-OF-SERVICE')
  const permissions = ['get', 'wrapKey', 'unwrapKey'] as const
  return {
    az: lines([
      azVault(subject, 'keyvault show', ['query', 'properties.accessPolicies'], ['output', 'json']),
      azVault(subject, 'keyvault set-policy', ['object-id', identity], ['key-permissions', ...permissions]),
    ]),
    powershell: psVault(
      subject,
      '(',
      powerShell('Get-AzKeyVault', ['VaultName', named.vault(subject)]),
      ').AccessPolicies\n',
      powerShell(
        'Set-AzKeyVaultAccessPolicy',
        ['VaultName', named.vault(subject)],
        ['ObjectId', identity],
        ['PermissionsToKeys', ...permissions],
      ),
    ),
  }
}

/**
 * Access of applications to a vault. An access policy does nothing in a vault with role-based access.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export const accessSteps = {
  'grant-application': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, named.application(subject), { secrets: ['set'], keys: ['wrapKey'] }),
  ),
  'grant-application-role': act('user-access-administrator', 'harmless', (subject) =>
    assign(subject, named.application(subject), ['Key Vault Secrets Officer', 'Key Vault Crypto User']),
  ),
  // https://learn.microsoft.com/azure/backup/backup-azure-vms-encryption
  'grant-backup': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, backupService, { secrets: backupPermissions, keys: backupPermissions }),
  ),
  'grant-backup-role': act('user-access-administrator', 'harmless', (subject) =>
    assign(subject, backupService, ['Key Vault Administrator']),
  ),
  'grant-service-key': act('key-vault-contributor', ['replaces-permissions'], permitService),
  // https://learn.microsoft.com/azure/storage/common/customer-managed-keys-configure-existing-account
  'grant-service-key-role': act('user-access-administrator', 'harmless', (subject) => {
    const id = own('PRINCIPAL-ID-OF-SERVICE')
    const role = 'Key Vault Crypto Service Encryption User'
    return {
      az: az(
        'role assignment create',
        ['assignee-object-id', id],
        ['assignee-principal-type', 'ServicePrincipal'],
        ['role', role],
        ['scope', named.vaultId(subject)],
      ),
      powershell: psVault(
        subject,
        powerShell(
          'New-AzRoleAssignment',
          ['ObjectId', id],
          ['RoleDefinitionName', role],
          ['Scope', named.vaultId(subject)],
        ),
      ),
    }
  }),
} satisfies Partial<Record<StepKind, Step>>
