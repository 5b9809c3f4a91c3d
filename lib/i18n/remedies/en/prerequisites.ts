import type { Remedies } from '../types'

export const prerequisites: Remedies['prerequisites'] = {
  'vm-size': { title: 'VM size', text: 'Some series of sizes are excluded from Azure Disk Encryption.' },
  memory: { title: 'Memory', text: 'The system runs from memory while its own disk is being encrypted.' },
  generation: { title: 'VM generation', text: 'Generation 1 and generation 2 both work.' },
  'deployment-model': {
    title: 'Managed disks',
    text: 'Disks in storage accounts are the old way and lack features.',
  },
  'ephemeral-os-disk': {
    title: 'OS disk kept in Azure',
    text: 'An OS disk on the host itself cannot be encrypted.',
  },
  image: { title: 'Marketplace image', text: 'On Linux, only listed marketplace images are supported.' },
  'running-os': { title: 'Running operating system', text: 'Upgrades in place count, whatever the image says.' },
  'end-of-life-os': {
    title: 'Publisher still supports the system',
    text: 'Support for encryption ends with the publisher’s.',
  },
  'vm-running': { title: 'VM is running', text: 'Extensions can only be changed on a running VM.' },
  'encryption-at-host': {
    title: 'Encryption at host is off',
    text: 'The two kinds of encryption exclude each other.',
  },
  'confidential-vm': {
    title: 'Not a confidential VM',
    text: 'Azure encrypts the OS disk of a confidential VM in its own way.',
  },
  'scale-set-member': { title: 'Scale set', text: 'In a scale set, Linux VMs can encrypt data volumes only.' },
  'other-work': { title: 'Nothing else is under way', text: 'Other changes to the VM disturb a run.' },
  names: { title: 'Names', text: 'Names end up in Key Vault, which takes fewer characters.' },
  'volume-type': { title: 'Chosen volumes', text: 'Not every choice of volumes exists on every system.' },
  'disk-type': { title: 'Disk types', text: 'Ultra Disk and Premium SSD v2 are not supported.' },
  'shared-disk': { title: 'No shared disks', text: 'Disks that several VMs share are not supported.' },
  'write-accelerator': {
    title: 'Write Accelerator is off',
    text: 'Disks with Write Accelerator are not supported.',
  },
  'customer-managed-key': {
    title: 'No customer-managed keys',
    text: 'Disks under a disk encryption set cannot take this encryption too.',
  },
  'data-disk-coverage': {
    title: 'All data disks covered',
    text: 'A disk attached after a run is not encrypted by it.',
  },
  'data-size': { title: 'Amount of data', text: 'Large data disks take days to encrypt in place.' },
  'backup-limits': {
    title: 'Limits of Azure Backup',
    text: 'Beyond them, a restore does not bring the encryption settings back.',
  },
  'backup-before': {
    title: 'Snapshot before the start',
    text: 'If OS encryption fails midway, a copy from before is the only way back.',
  },
  'vault-region': { title: 'Key vault in the same region', text: 'Key vault and VM have to be in one region.' },
  'vault-subscription': {
    title: 'Key vault in the same subscription',
    text: 'Key vault and VM have to be in one subscription.',
  },
  'vault-enabled': {
    title: 'Key vault allows disk encryption',
    text: 'The platform reads secrets only from vaults that allow it.',
  },
  'vault-soft-delete': { title: 'Soft delete', text: 'Vaults without soft delete are refused.' },
  'vault-firewall': { title: 'Key vault firewall', text: 'The platform needs to get through to the vault.' },
  'vault-purge-protection': {
    title: 'Purge protection',
    text: 'Without it, a deleted secret can be gone for good, and the VM with it.',
  },
  'vault-url': {
    title: 'Addresses in the request',
    text: 'A wrong form of vault or key address makes the run fail.',
  },
  'key-type': {
    title: 'Type and size of the key',
    text: 'Only RSA keys wrap the secret, and newer Windows wants longer ones.',
  },
  'key-version': {
    title: 'Key version in use',
    text: 'The version on the disks must stay enabled; rotation does not reach them.',
  },
  'secret-present': { title: 'Secret in the vault', text: 'Without its secret an encrypted VM does not start.' },
  'policy-deny': { title: 'Azure Policy', text: 'Some policies with effect Deny stop the encryption.' },
  locks: { title: 'Locks', text: 'A lock can keep extensions from being changed or removed.' },
  'network-platform': {
    title: 'Platform addresses',
    text: 'The VM has to reach the metadata service and Azure’s own name service.',
  },
  'network-storage': {
    title: 'Way out to Azure Storage',
    text: 'Older agents and dual pass fetch the extension from storage.',
  },
  'network-entra-vault': {
    title: 'Way out to Entra and Key Vault',
    text: 'Dual pass signs in and stores its secret from inside the VM.',
  },
  'network-packages': {
    title: 'Way out to package repositories',
    text: 'Linux installs packages before it encrypts.',
  },
  'custom-dns': { title: 'Name servers', text: 'Dual pass has to resolve the vault’s name from inside.' },
  'agent-ready': { title: 'VM agent is ready', text: 'The agent starts the extension and carries its reports.' },
  'agent-version': { title: 'VM agent version', text: 'Old agents fail to run the extension or to report on it.' },
  'extensions-allowed': {
    title: 'Extensions are allowed',
    text: 'A VM can be made without agent or extension operations.',
  },
  'extension-type': {
    title: 'Right extension',
    text: 'A deprecated extension, or one for another system, does not work.',
  },
  'extension-pass': { title: 'Single pass', text: 'Dual pass is the previous release and has to be migrated.' },
  'extension-auto-upgrade': { title: 'Minor upgrades of the extension', text: 'Without them, fixes do not arrive.' },
  'other-extensions': { title: 'Other extensions', text: 'Failing extensions hold up or disturb this one.' },
  'guest-selinux': { title: 'SELinux', text: 'SELinux in enforcing mode keeps the OS disk from being unmounted.' },
  'guest-memory-use': {
    title: 'Used space of the root file system',
    text: 'Over 4 GB, twice the used space is needed as memory.',
  },
  'guest-lvm-layout': {
    title: 'LVM layout',
    text: 'On LVM, only the layout of the marketplace images works for the OS disk.',
  },
  'guest-mounts': { title: 'Mount points', text: 'Nested mounts and data below system folders do not work.' },
  'guest-fstab': {
    title: 'Entries in fstab',
    text: 'Data disks need lasting names and nofail, or the VM may not start again.',
  },
  'guest-open-files': {
    title: 'Services and open files',
    text: 'Whatever holds the root file system open stops the unmount.',
  },
  'guest-modules': {
    title: 'Kernel modules',
    text: 'The modules dm-crypt and vfat are needed now and at every later start.',
  },
  'guest-kernel': { title: 'Kernel version', text: 'Old kernels run out of memory during OS encryption.' },
  'guest-packages': {
    title: 'Installed packages',
    text: 'Without a way to repositories, packages must be there beforehand.',
  },
  'guest-imds': { title: 'Metadata service from inside', text: 'The VM has to reach 169.254.169.254.' },
  'guest-wireserver': { title: 'Platform channel from inside', text: 'The agent talks to 168.63.129.16.' },
  'guest-proxy': { title: 'Proxy', text: 'A proxy must leave traffic to the platform addresses alone.' },
  'guest-repositories': {
    title: 'Package repositories from inside',
    text: 'Registered and reachable repositories are needed.',
  },
  'guest-file-systems': {
    title: 'File systems',
    text: 'In place, only ext2, ext3 and ext4 data volumes can be encrypted.',
  },
  'guest-key-volume': {
    title: 'Volume with the key',
    text: 'The small volume with the key is needed at every start.',
  },
  'guest-kdump': { title: 'kdump', text: 'kdump is not supported on encrypted VMs.' },
  'guest-bitlocker-policy': {
    title: 'Group policy for BitLocker',
    text: 'Policies that ask for TPM or forbid recovery keys stop the encryption.',
  },
  'guest-windows-volumes': {
    title: 'Windows volumes',
    text: 'Dynamic volumes, Storage Spaces Direct, Storage Spaces before Windows Server 2016 and file systems other than NTFS do not work.',
  },
  'guest-server-core': { title: 'Server Core component', text: 'Server Core of some releases lacks bdehdcfg.' },
}
