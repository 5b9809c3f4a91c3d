import type { Remedies } from '../types'

/** Built-in roles keep their names as Azure spells them. */
export const rights: Remedies['rights'] = {
  none: 'No permission required',
  reader: 'Reader',
  'virtual-machine-contributor': 'Virtual Machine Contributor',
  'key-vault-reader': 'Key Vault Reader (Azure RBAC), or an access policy with Get and List',
  'key-vault-contributor': 'Key Vault Contributor',
  'key-vault-crypto-officer': 'Key Vault Crypto Officer (Azure RBAC), or an access policy for keys',
  'key-vault-secrets-officer': 'Key Vault Secrets Officer (Azure RBAC), or an access policy for secrets',
  'network-contributor': 'Network Contributor',
  'disk-snapshot-contributor': 'Disk Snapshot Contributor',
  'backup-operator': 'Backup Operator',
  'resource-policy-contributor': 'Resource Policy Contributor',
  contributor: 'Contributor',
  'user-access-administrator': 'User Access Administrator',
  'guest-administrator': 'Administrator inside the VM',
}
