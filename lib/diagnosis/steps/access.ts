import { az, powerShell, type Option } from '../commands/build'
import type { CommandSubject } from '../commands/subject'
import type { Commands } from '../commands/types'
import type { Word } from '../commands/values'
import { roleFor, type VaultObject } from '../commands/missing-rights'
import { act, azVault, lines, named, own, psVault } from './parts'
import type { Step } from './types'
import type { StepKind } from './kinds'

/** Role assignments in a vault with role-based access, one for each role. */
function assign(subject: CommandSubject, [option, , id]: Grantee, roles: readonly Word[]): Commands {
  return {
    az: lines(
      roles.map((role) =>
        az(
          'role assignment create',
          [option === 'spn' ? 'assignee' : 'assignee-object-id', id],
          ['role', role],
          ['scope', named.vaultId(subject)],
        ),
      ),
    ),
    powershell: psVault(
      subject,
      lines(
        roles.map((role) =>
          powerShell(
            'New-AzRoleAssignment',
            [option === 'spn' ? 'ApplicationId' : 'ObjectId', id],
            ['RoleDefinitionName', role],
            ['Scope', named.vaultId(subject)],
          ),
        ),
      ),
    ),
  }
}

/** Lists of permissions: of a kind that is not named here, the identity keeps what it has. */
type Permissions = Readonly<Partial<Record<VaultObject, readonly Word[]>>>

/** How each kind of object is called in an option of Azure CLI and in a parameter of Azure PowerShell. */
const objectWords = [
  ['secrets', 'secret-permissions', 'PermissionsToSecrets'],
  ['keys', 'key-permissions', 'PermissionsToKeys'],
  ['certificates', 'certificate-permissions', 'PermissionsToCertificates'],
] as const

/** The application or the object that receives permissions. */
type Grantee = readonly [option: 'spn' | 'object-id', parameter: 'ServicePrincipalName' | 'ObjectId', id: Word]
const application = (id: Word): Grantee => ['spn', 'ServicePrincipalName', id]
const object = (id: Word): Grantee => ['object-id', 'ObjectId', id]

/**
 * An access policy in a vault with access policies. Each list takes the place of the list of that kind that the identity
 * has: those are shown first. https://learn.microsoft.com/cli/azure/keyvault#az-keyvault-set-policy
 */
function permit(subject: CommandSubject, [option, parameter, id]: Grantee, permissions: Permissions): Commands {
  const lists = objectWords.flatMap(([kind, inAz, inPowerShell]) => {
    const list = permissions[kind]
    return list === undefined ? [] : [{ list, inAz, inPowerShell }]
  })
  return {
    az: lines([
      azVault(subject, 'keyvault show', ['query', 'properties.accessPolicies'], ['output', 'json']),
      azVault(subject, 'keyvault set-policy', [option, id], ...lists.map(({ list, inAz }): Option => [inAz, ...list])),
    ]),
    powershell: psVault(
      subject,
      '(',
      powerShell('Get-AzKeyVault', ['VaultName', named.vault(subject)]),
      ').AccessPolicies\n',
      powerShell(
        'Set-AzKeyVaultAccessPolicy',
        ['VaultName', named.vault(subject)],
        [parameter, id],
        ...lists.map(({ list, inPowerShell }): Option => [inPowerShell, ...list]),
      ),
    ),
  }
}

/** The missing permissions, beside the present ones of their kind: the list takes the place of those. */
function missingPermissions({ missingRights }: CommandSubject): Permissions {
  if (missingRights.length === 0)
    return { secrets: [own('ALL-PERMISSIONS-FOR-SECRETS')], keys: [own('ALL-PERMISSIONS-FOR-KEYS')] }
  const kinds = objectWords.map(([kind]) => kind).filter((kind) => missingRights.some((right) => right.object === kind))
  return Object.fromEntries(
    kinds.map((kind) => {
      const missing = missingRights.filter((right) => right.object === kind)
      return [kind, [own(`PRESENT-PERMISSIONS-FOR-${kind.toUpperCase()}`), ...missing.map((right) => right.permission)]]
    }),
  )
}

// Backup Management Service in the public cloud; https://learn.microsoft.com/azure/backup/backup-azure-vms-automation
const backupService = '262044b1-e2ce-469f-a196-69ab7ada62d3'
const backupPermissions = ['get', 'list', 'backup'] as const

/**
 * Access of applications to a vault. An access policy does nothing in a vault with role-based access.
 * https://learn.microsoft.com/azure/key-vault/general/rbac-guide
 */
export const accessSteps = {
  'grant-application': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, application(named.application(subject)), { secrets: ['set'], keys: ['wrapKey'] }),
  ),
  'grant-application-role': act('user-access-administrator', 'harmless', (subject) =>
    assign(subject, application(named.application(subject)), ['Key Vault Secrets Officer', 'Key Vault Crypto User']),
  ),
  // https://learn.microsoft.com/azure/backup/backup-azure-vms-encryption
  'grant-backup': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, application(backupService), { secrets: backupPermissions, keys: backupPermissions }),
  ),
  'grant-backup-role': act('user-access-administrator', 'harmless', (subject) =>
    assign(subject, application(backupService), ['Key Vault Administrator']),
  ),
  'grant-caller': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, object(own('OBJECT-ID-OF-CALLER')), missingPermissions(subject)),
  ),
  'grant-caller-role': act('user-access-administrator', 'harmless', (subject) => {
    const roles = subject.missingRights.map(roleFor)
    return assign(
      subject,
      object(own('OBJECT-ID-OF-CALLER')),
      roles.length === 0 ? [own('ROLE-NAME')] : [...new Set(roles)],
    )
  }),
  // https://learn.microsoft.com/azure/virtual-machines/disk-encryption
  'grant-service-key': act('key-vault-contributor', ['replaces-permissions'], (subject) =>
    permit(subject, object(own('PRINCIPAL-ID-OF-SERVICE')), { keys: ['get', 'wrapKey', 'unwrapKey'] }),
  ),
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
