import type { PrerequisiteKind } from './kinds'

const compute = 'https://learn.microsoft.com/azure/virtual-machines'
const overview = `${compute}/linux/disk-encryption-overview`
const scenarios = `${compute}/linux/disk-encryption-linux`
const linuxTroubleshooting = `${compute}/linux/disk-encryption-troubleshooting`
const windowsTroubleshooting = `${compute}/windows/disk-encryption-troubleshooting`
const windowsOverview = `${compute}/windows/disk-encryption-overview`
const isolated = `${compute}/linux/disk-encryption-isolated-network`
const keyVault = `${compute}/linux/disk-encryption-key-vault`
const dualPass = `${compute}/linux/disk-encryption-overview-aad`
const sampleScripts = `${compute}/linux/disk-encryption-sample-scripts`
const vaults = 'https://learn.microsoft.com/azure/key-vault/general'
const support = 'https://learn.microsoft.com/troubleshoot/azure/virtual-machines'

/** The document behind each check. */
export const prerequisiteSources: Readonly<Record<PrerequisiteKind, string>> = {
  'vm-size': `${overview}#supported-vms`,
  memory: `${overview}#memory-requirements`,
  generation: `${overview}#supported-vms`,
  'deployment-model': `${scenarios}#restrictions`,
  'ephemeral-os-disk': `${scenarios}#restrictions`,
  image: `${overview}#supported-operating-systems`,
  'running-os': `${overview}#supported-operating-systems`,
  'end-of-life-os': `${overview}#supported-operating-systems`,
  'vm-running': `${support}/windows/error-messages`,
  'encryption-at-host': `${scenarios}#restrictions`,
  'confidential-vm': `${compute}/disk-encryption-overview`,
  'scale-set-member': 'https://learn.microsoft.com/azure/virtual-machine-scale-sets/disk-encryption-overview',
  'other-work': linuxTroubleshooting,
  names: windowsTroubleshooting,
  'volume-type': `${scenarios}#disable-encryption-and-remove-the-encryption-extension`,
  'disk-type': `${scenarios}#restrictions`,
  'shared-disk': `${scenarios}#restrictions`,
  'write-accelerator': `${scenarios}#restrictions`,
  'customer-managed-key': `${compute}/disks-enable-customer-managed-keys-portal#restrictions`,
  'data-disk-coverage': `${scenarios}#enable-encryption-on-a-newly-added-data-disk`,
  'data-size': linuxTroubleshooting,
  'backup-limits': 'https://learn.microsoft.com/azure/backup/restore-azure-encrypted-virtual-machines',
  'backup-before': scenarios,
  'vault-region': `${overview}#encryption-key-storage-requirements`,
  'vault-subscription': `${overview}#encryption-key-storage-requirements`,
  'vault-enabled': `${keyVault}#set-key-vault-advanced-access-policies`,
  'vault-soft-delete': `${vaults}/soft-delete-overview`,
  'vault-firewall': `${vaults}/overview-vnet-service-endpoints#trusted-services`,
  'vault-purge-protection': `${vaults}/soft-delete-overview`,
  'vault-url': `${keyVault}#set-up-a-key-encryption-key-kek`,
  'key-type': `${compute}/windows/disk-encryption-faq`,
  'key-version': `${keyVault}#set-up-a-key-encryption-key-kek`,
  'secret-present': `${support}/windows/troubleshoot-bitlocker-boot-error`,
  'policy-deny': `${scenarios}#restrictions`,
  locks: 'https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources',
  'network-platform': 'https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview',
  'network-storage': `${compute}/extensions/features-linux#network-access`,
  'network-entra-vault': `${dualPass}#networking-and-group-policy`,
  'network-packages': `${isolated}#package-management`,
  'custom-dns': `${dualPass}#networking-and-group-policy`,
  'agent-ready': `${support}/linux/linux-azure-guest-agent`,
  'agent-version': `${support}/windows/support-extensions-agent-version`,
  'extensions-allowed': 'https://learn.microsoft.com/rest/api/compute/virtual-machines/get#osprofile',
  'extension-type': linuxTroubleshooting,
  'extension-pass': `${compute}/linux/disk-encryption-upgrade`,
  'extension-auto-upgrade': linuxTroubleshooting,
  'other-extensions': linuxTroubleshooting,
  'guest-selinux': sampleScripts,
  'guest-memory-use': `${overview}#memory-requirements`,
  'guest-lvm-layout': `${compute}/linux/how-to-configure-lvm-raid-on-crypt`,
  'guest-mounts': `${scenarios}#restrictions`,
  'guest-fstab': `${overview}#additional-vm-requirements`,
  'guest-open-files': sampleScripts,
  'guest-modules': `${overview}#additional-vm-requirements`,
  'guest-kernel': linuxTroubleshooting,
  'guest-packages': `${isolated}#package-management`,
  'guest-imds': isolated,
  'guest-wireserver': 'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
  'guest-proxy': isolated,
  'guest-repositories': isolated,
  'guest-file-systems': `${compute}/linux/disk-encryption-faq`,
  'guest-key-volume': `${compute}/linux/disk-encryption-faq`,
  'guest-kdump': `${scenarios}#restrictions`,
  'guest-bitlocker-policy': `${windowsOverview}#group-policy-requirements`,
  'guest-windows-volumes': `${compute}/windows/disk-encryption-windows#restrictions`,
  'guest-server-core': windowsTroubleshooting,
}
