/** Actions of what stands around VMs, as Azure's roles name them. Those that end in `action` are not part of Reader. */
export const surroundingActions = {
  vault: 'Microsoft.KeyVault/vaults/read',
  key: 'Microsoft.KeyVault/vaults/keys/read',
  keyVersion: 'Microsoft.KeyVault/vaults/keys/versions/read',
  effectiveRules: 'Microsoft.Network/networkInterfaces/effectiveNetworkSecurityGroups/action',
  effectiveRoutes: 'Microsoft.Network/networkInterfaces/effectiveRouteTable/action',
  routeTable: 'Microsoft.Network/routeTables/read',
  snapshot: 'Microsoft.Compute/snapshots/read',
  securityGroup: 'Microsoft.Network/networkSecurityGroups/read',
  virtualNetwork: 'Microsoft.Network/virtualNetworks/read',
  subnet: 'Microsoft.Network/virtualNetworks/subnets/read',
  lock: 'Microsoft.Authorization/locks/read',
  policyAssignment: 'Microsoft.Authorization/policyAssignments/read',
  policyDefinition: 'Microsoft.Authorization/policyDefinitions/read',
  bootDiagnostics: 'Microsoft.Compute/virtualMachines/retrieveBootDiagnosticsData/action',
  attestation: 'Microsoft.GuestConfiguration/guestConfigurationAssignments/read',
} as const
