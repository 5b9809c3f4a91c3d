import type { PrerequisiteKind } from '../kinds'
import type { Look } from '../found'
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
 * `decisive`: without having been looked at, nobody can say that it would work. The others only ever warn, or are
 * fixed in passing.
 */
export interface PrerequisiteCheck {
  readonly look: Look
  readonly decisive: boolean
}

const decisive = (look: Look): PrerequisiteCheck => ({ look, decisive: true })
const telling = (look: Look): PrerequisiteCheck => ({ look, decisive: false })

/** Every check, in the order in which they are shown: the machine, what stands around it, and what is inside. */
export const prerequisiteChecks: Readonly<Record<PrerequisiteKind, PrerequisiteCheck>> = {
  'vm-size': decisive(vmSize),
  memory: decisive(memory),
  generation: telling(generation),
  'deployment-model': telling(deploymentModel),
  'ephemeral-os-disk': decisive(ephemeralOsDisk),
  image: telling(image),
  'running-os': decisive(runningOs),
  'end-of-life-os': telling(endOfLifeOs),
  'vm-running': decisive(vmRunning),
  'encryption-at-host': decisive(encryptionAtHost),
  'confidential-vm': decisive(confidentialVm),
  'scale-set-member': decisive(scaleSetMember),
  'other-work': telling(otherWork),
  names: telling(names),
  'volume-type': decisive(volumeType),
  'disk-type': decisive(diskType),
  'shared-disk': decisive(sharedDisk),
  'write-accelerator': decisive(writeAccelerator),
  'customer-managed-key': decisive(customerManagedKey),
  'data-disk-coverage': telling(dataDiskCoverage),
  'data-size': telling(dataSize),
  'backup-limits': telling(backupLimits),
  'backup-before': telling(backupBefore),
  'vault-region': decisive(vaultRegion),
  'vault-subscription': decisive(vaultSubscription),
  'vault-enabled': decisive(vaultEnabled),
  'vault-soft-delete': decisive(vaultSoftDelete),
  'vault-firewall': decisive(vaultFirewall),
  'vault-purge-protection': telling(vaultPurgeProtection),
  'vault-url': decisive(vaultUrl),
  'key-type': decisive(keyType),
  'key-version': decisive(keyVersion),
  'secret-present': telling(secretPresent),
  'policy-deny': decisive(policyDeny),
  locks: decisive(locks),
  'network-platform': decisive(networkPlatform),
  'network-storage': decisive(networkStorage),
  'network-entra-vault': decisive(networkEntraVault),
  'network-packages': telling(networkPackages),
  'custom-dns': telling(customDns),
  'agent-ready': decisive(agentReady),
  'agent-version': decisive(agentVersion),
  'extensions-allowed': decisive(extensionsAllowed),
  'extension-type': decisive(extensionType),
  'extension-pass': telling(extensionPass),
  'extension-auto-upgrade': telling(extensionAutoUpgrade),
  'other-extensions': telling(otherExtensions),
  'guest-selinux': telling(insideLinux),
  'guest-memory-use': telling(insideLinux),
  'guest-lvm-layout': telling(insideLinux),
  'guest-mounts': telling(insideLinux),
  'guest-fstab': telling(insideLinux),
  'guest-open-files': telling(insideLinux),
  'guest-modules': telling(insideLinux),
  'guest-kernel': telling(insideLinux),
  'guest-packages': telling(insideLinux),
  'guest-imds': telling(inside),
  'guest-wireserver': telling(inside),
  'guest-proxy': telling(inside),
  'guest-repositories': telling(insideLinux),
  'guest-file-systems': telling(insideLinux),
  'guest-key-volume': telling(inside),
  'guest-kdump': telling(insideLinux),
  'guest-bitlocker-policy': telling(insideWindows),
  'guest-windows-volumes': telling(insideWindows),
  'guest-server-core': telling(serverCore),
}
