import type { PrerequisiteKind } from '../kinds'
import type { ReadinessCheck } from '../found'
import { agentReady, agentVersion, extensionsAllowed } from './agent'
import { backupBefore, backupLimits, dataSize } from './data'
import { customerManagedKey, dataDiskCoverage, diskType, sharedDisk, writeAccelerator } from './disks'
import { extensionAutoUpgrade, extensionPass, extensionType, otherExtensions } from './extension'
import { locks, policyDeny } from './governance'
import { inside, insideLinux, insideWindows, serverCore } from './guest'
import { keyType, keyVersion, secretPresent } from './key'
import { deploymentModel, ephemeralOsDisk, generation, scaleSetMember } from './machine'
import { memory } from './memory'
import { customDns, networkEntraVault, networkPackages, networkPlatform, networkStorage } from './network'
import { vmSize } from './size'
import { confidentialVm, encryptionAtHost, names, otherWork, vmRunning, volumeType } from './state'
import { endOfLifeOs, image, runningOs } from './system'
import {
  vaultEnabled,
  vaultFirewall,
  vaultPurgeProtection,
  vaultRegion,
  vaultSoftDelete,
  vaultSubscription,
  vaultUrl,
} from './vault'

/**
 * `blocking`: encryption is not known to work unless this check passed. The advisory checks only warn, or the request
 * itself fixes what they find.
 */
export interface PrerequisiteCheck {
  readonly check: ReadinessCheck
  readonly blocking: boolean
}

const blocking = (check: ReadinessCheck): PrerequisiteCheck => ({ check, blocking: true })
const advisory = (check: ReadinessCheck): PrerequisiteCheck => ({ check, blocking: false })

/** Every check, in the order of the screen: the machine, its related resources, and the guest. */
export const prerequisiteChecks: Readonly<Record<PrerequisiteKind, PrerequisiteCheck>> = {
  'vm-size': blocking(vmSize),
  memory: blocking(memory),
  generation: advisory(generation),
  'deployment-model': advisory(deploymentModel),
  'ephemeral-os-disk': blocking(ephemeralOsDisk),
  image: advisory(image),
  'running-os': blocking(runningOs),
  'end-of-life-os': advisory(endOfLifeOs),
  'vm-running': blocking(vmRunning),
  'encryption-at-host': blocking(encryptionAtHost),
  'confidential-vm': blocking(confidentialVm),
  'scale-set-member': blocking(scaleSetMember),
  'other-work': advisory(otherWork),
  names: advisory(names),
  'volume-type': blocking(volumeType),
  'disk-type': blocking(diskType),
  'shared-disk': blocking(sharedDisk),
  'write-accelerator': blocking(writeAccelerator),
  'customer-managed-key': blocking(customerManagedKey),
  'data-disk-coverage': advisory(dataDiskCoverage),
  'data-size': advisory(dataSize),
  'backup-limits': advisory(backupLimits),
  'backup-before': advisory(backupBefore),
  'vault-region': blocking(vaultRegion),
  'vault-subscription': blocking(vaultSubscription),
  'vault-enabled': blocking(vaultEnabled),
  'vault-soft-delete': blocking(vaultSoftDelete),
  'vault-firewall': blocking(vaultFirewall),
  'vault-purge-protection': advisory(vaultPurgeProtection),
  'vault-url': blocking(vaultUrl),
  'key-type': blocking(keyType),
  'key-version': blocking(keyVersion),
  'secret-present': advisory(secretPresent),
  'policy-deny': blocking(policyDeny),
  locks: blocking(locks),
  'network-platform': blocking(networkPlatform),
  'network-storage': blocking(networkStorage),
  'network-entra-vault': blocking(networkEntraVault),
  'network-packages': advisory(networkPackages),
  'custom-dns': advisory(customDns),
  'agent-ready': blocking(agentReady),
  'agent-version': blocking(agentVersion),
  'extensions-allowed': blocking(extensionsAllowed),
  'extension-type': blocking(extensionType),
  'extension-pass': advisory(extensionPass),
  'extension-auto-upgrade': advisory(extensionAutoUpgrade),
  'other-extensions': advisory(otherExtensions),
  'guest-selinux': advisory(insideLinux),
  'guest-memory-use': advisory(insideLinux),
  'guest-lvm-layout': advisory(insideLinux),
  'guest-mounts': advisory(insideLinux),
  'guest-fstab': advisory(insideLinux),
  'guest-open-files': advisory(insideLinux),
  'guest-modules': advisory(insideLinux),
  'guest-kernel': advisory(insideLinux),
  'guest-packages': advisory(insideLinux),
  'guest-imds': advisory(inside),
  'guest-wireserver': advisory(inside),
  'guest-proxy': advisory(inside),
  'guest-repositories': advisory(insideLinux),
  'guest-file-systems': advisory(insideLinux),
  'guest-key-volume': advisory(inside),
  'guest-kdump': advisory(insideLinux),
  'guest-bitlocker-policy': advisory(insideWindows),
  'guest-windows-volumes': advisory(insideWindows),
  'guest-server-core': advisory(serverCore),
}
