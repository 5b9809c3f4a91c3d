import 'server-only'
import type { RelatedResourceName } from '@/lib/facts/related-resources/names'

interface Right {
  /** The action that Azure requires. */
  readonly action: string
  /** The least privileged built-in role that has it, by its English name. */
  readonly role: string
}

/**
 * The right that a user needs to see each part.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
 */
export const relatedResourceRights: Readonly<Record<RelatedResourceName, Right>> = {
  size: { action: 'Microsoft.Compute/skus/read', role: 'Reader' },
  disks: { action: 'Microsoft.Compute/disks/read', role: 'Reader' },
  vault: { action: 'Microsoft.KeyVault/vaults/read', role: 'Reader' },
  // Read through ARM: neither the access policies nor the data roles of the vault count here.
  key: { action: 'Microsoft.KeyVault/vaults/keys/versions/read', role: 'Reader' },
  network: { action: 'Microsoft.Network/networkSecurityGroups/read', role: 'Reader' },
  policies: { action: 'Microsoft.Authorization/policyAssignments/read', role: 'Reader' },
  locks: { action: 'Microsoft.Authorization/locks/read', role: 'Reader' },
  snapshots: { action: 'Microsoft.Compute/snapshots/read', role: 'Reader' },
  'boot-log': {
    action: 'Microsoft.Compute/virtualMachines/retrieveBootDiagnosticsData/action',
    role: 'Virtual Machine Contributor',
  },
  attestation: { action: 'Microsoft.GuestConfiguration/guestConfigurationAssignments/read', role: 'Reader' },
}
