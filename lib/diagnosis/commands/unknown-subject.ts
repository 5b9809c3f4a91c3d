import type { CommandSubject } from './subject'

/** Nothing is known: every name in a command is a placeholder, as on a Help page. */
export const unknownSubject: CommandSubject = {
  subscriptionId: null,
  resourceGroup: null,
  name: null,
  region: null,
  osType: null,
  size: null,
  osDisk: null,
  dataDisks: [],
  diskGroup: null,
  networkInterface: null,
  networkInterfaceGroup: null,
  denyRule: null,
  securityGroup: null,
  lockId: null,
  extensionName: null,
  extensionType: null,
  otherExtensionName: null,
  applicationId: null,
  vaultName: null,
  vaultId: null,
  vaultUrl: null,
  keyUrl: null,
  keyVaultId: null,
  volumeType: null,
}
