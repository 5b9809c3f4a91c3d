import type { OsType } from '@/lib/facts/types'
import type { VaultRight } from './missing-rights'

/** Null where a text is of a scale set that it does not name. https://learn.microsoft.com/cli/azure/vmss */
export interface ScaleSetInstance {
  readonly scaleSet: string | null
  readonly number: string | null
}

/**
 * The names that commands use. Null where a name is unknown: the command then has a placeholder that no shell accepts
 * as a name.
 */
export interface CommandSubject {
  readonly subscriptionId: string | null
  readonly resourceGroup: string | null
  readonly name: string | null
  /** An instance of a uniform scale set, which no command for a VM reaches; null for any other VM. */
  readonly instance: ScaleSetInstance | null
  readonly region: string | null
  readonly osType: OsType | null
  readonly size: string | null
  readonly osDisk: string | null
  /** Whether Azure takes snapshots of the OS disk: not of an ephemeral or an unmanaged one. */
  readonly hasOsSnapshots: boolean
  /** Null where they are not known. */
  readonly dataDisks: readonly string[] | null
  /** The resource group of each data disk, in the same order. */
  readonly dataDiskGroups: readonly (string | null)[]
  /** Resource group of the OS disk, which may be another than the VM's. */
  readonly diskGroup: string | null
  readonly networkInterface: string | null
  readonly networkInterfaceGroup: string | null
  /** The rule that denies, where one was read, and the security group that holds it. */
  readonly denyRule: string | null
  readonly securityGroup: string | null
  readonly lockId: string | null
  readonly extensionName: string | null
  readonly extensionType: string | null
  /** Another extension that failed or is running. */
  readonly otherExtensionName: string | null
  /** Dual pass: the Entra application that stores the secret. */
  readonly applicationId: string | null
  /** Thumbprint of the certificate with which it signs in; null where it has a secret. */
  readonly applicationCertificate: string | null
  /** Whether the VM is known to have dual pass, whose requests name the application and its secret. */
  readonly isDualPass: boolean
  /** Permissions on the vault that a refusal names as missing. */
  readonly missingRights: readonly VaultRight[]
  readonly vaultName: string | null
  readonly vaultId: string | null
  /** `https://NAME.vault.azure.net/` as the cloud spells it. */
  readonly vaultUrl: string | null
  /** Null where the request is known to name none; empty where that is not known. */
  readonly keyUrl: string | null
  /** Id of the vault that holds the key encryption key. */
  readonly keyVaultId: string | null
  /** As the extension spells it: `OS`, `Data` or `All`. */
  readonly volumeType: string | null
}
