import type { Remedies } from '../types'

export const prerequisites: Remedies['prerequisites'] = {
  'vm-size': { title: 'VM size', text: 'Azure Disk Encryption excludes some size series.' },
  memory: { title: 'Memory', text: 'The operating system runs from memory while its own disk is encrypted.' },
  generation: { title: 'VM generation', text: 'Generation 1 and generation 2 are both supported.' },
  'deployment-model': {
    title: 'Managed disks',
    text: 'Unmanaged disks in storage accounts are the old model and lack features.',
  },
  'ephemeral-os-disk': {
    title: 'Persistent OS disk',
    text: 'An ephemeral OS disk, stored on the host, cannot be encrypted.',
  },
  image: { title: 'Marketplace image', text: 'On Linux, only listed marketplace images are supported.' },
  'running-os': {
    title: 'Running operating system',
    text: 'The running release counts, including in-place upgrades, whatever the image says.',
  },
  'end-of-life-os': {
    title: 'Operating system in support',
    text: 'Encryption support ends when the publisher’s support ends.',
  },
  'vm-running': { title: 'VM is running', text: 'Extensions can only be changed while the VM is running.' },
  'encryption-at-host': {
    title: 'Encryption at host is off',
    text: 'Encryption at host cannot be combined with Azure Disk Encryption.',
  },
  'confidential-vm': {
    title: 'Not a confidential VM',
    text: 'Azure encrypts the OS disk of a confidential VM in another way.',
  },
  'scale-set-member': { title: 'Scale set', text: 'In a scale set, Linux VMs can encrypt data volumes only.' },
  'other-work': { title: 'No other change in progress', text: 'Other changes to the VM disrupt a run.' },
  names: { title: 'Names', text: 'Names are used in Key Vault, which allows fewer characters.' },
  'volume-type': { title: 'Selected volumes', text: 'Not every volume type is supported on every system.' },
  'disk-type': { title: 'Disk types', text: 'Ultra Disk and Premium SSD v2 are not supported.' },
  'shared-disk': { title: 'No shared disks', text: 'Disks shared by several VMs are not supported.' },
  'write-accelerator': {
    title: 'Write Accelerator is off',
    text: 'Disks with Write Accelerator are not supported.',
  },
  'customer-managed-key': {
    title: 'No customer-managed keys',
    text: 'Disks with a disk encryption set cannot also use Azure Disk Encryption.',
  },
  'data-disk-coverage': {
    title: 'All data disks covered',
    text: 'Disks attached after a run are not encrypted by it.',
  },
  'data-size': {
    title: 'Amount of data and speed of the disks',
    text: 'In place, each block is read and written: size and type of the disks (Standard or Premium) and the limits of the VM size decide. Large data disks take days.',
  },
  'backup-limits': {
    title: 'Azure Backup limits',
    text: 'Above these limits, a restore does not bring back the encryption settings.',
  },
  'backup-before': {
    title: 'Snapshot before encryption',
    text: 'If OS encryption fails midway, a copy from before is the only way back.',
  },
  'vault-region': { title: 'Key vault in the same region', text: 'Key vault and VM must be in the same region.' },
  'vault-subscription': {
    title: 'Key vault in the same subscription',
    text: 'Key vault and VM must be in the same subscription.',
  },
  'vault-enabled': {
    title: 'Key vault enabled for disk encryption',
    text: 'The platform reads secrets only from vaults that are enabled for it.',
  },
  'vault-soft-delete': { title: 'Soft delete', text: 'Vaults without soft delete are refused.' },
  'vault-firewall': { title: 'Key vault firewall', text: 'The platform must be able to reach the vault.' },
  'vault-purge-protection': {
    title: 'Purge protection',
    text: 'Without it, a deleted secret can be gone for good, and the VM with it.',
  },
  'vault-url': {
    title: 'URLs in the request',
    text: 'A malformed vault or key URL makes the run fail.',
  },
  'key-type': {
    title: 'Key type and size',
    text: 'Only RSA keys can wrap the secret; newer Windows releases require larger keys.',
  },
  'key-version': {
    title: 'Key version in use',
    text: 'The version that the disks use must stay enabled; rotation does not update the disks.',
  },
  'secret-present': { title: 'Secret in the vault', text: 'Without its secret, an encrypted VM does not boot.' },
  'policy-deny': { title: 'Azure Policy', text: 'Some policies with the effect Deny block encryption.' },
  locks: { title: 'Locks', text: 'A lock can block changes to extensions or their removal.' },
  'network-platform': {
    title: 'Platform addresses',
    text: 'The VM must reach the metadata service and Azure DNS.',
  },
  'network-storage': {
    title: 'Outbound access to Azure Storage',
    text: 'Older agents and dual pass download the extension from storage.',
  },
  'network-entra-vault': {
    title: 'Outbound access to Entra and Key Vault',
    text: 'Dual pass signs in and stores its secret from inside the VM.',
  },
  'network-packages': {
    title: 'Outbound access to package repositories',
    text: 'Linux installs packages before it encrypts.',
  },
  'custom-dns': { title: 'DNS servers', text: 'Dual pass must resolve the vault’s name from inside the VM.' },
  'agent-ready': { title: 'VM agent is ready', text: 'The agent starts the extension and sends its status reports.' },
  'agent-version': { title: 'VM agent version', text: 'Old agents fail to run the extension or to report on it.' },
  'extensions-allowed': {
    title: 'Extension operations allowed',
    text: 'A VM can be created without an agent or with extension operations disabled.',
  },
  'extension-type': {
    title: 'Correct extension',
    text: 'A deprecated extension, or one for another operating system, does not work.',
  },
  'extension-pass': { title: 'Single pass', text: 'Dual pass is the previous version and must be migrated.' },
  'extension-auto-upgrade': { title: 'Automatic minor version upgrade', text: 'Without it, fixes are not installed.' },
  'other-extensions': { title: 'Other extensions', text: 'Failing extensions delay or disrupt this one.' },
  'guest-selinux': { title: 'SELinux', text: 'SELinux in enforcing mode prevents the OS disk from being unmounted.' },
  'guest-memory-use': {
    title: 'Used space on the root file system',
    text: 'Above 4 GB, memory must be at least twice the used space.',
  },
  'guest-lvm-layout': {
    title: 'LVM layout',
    text: 'With LVM, only the layout of the marketplace images is supported for the OS disk.',
  },
  'guest-mounts': { title: 'Mount points', text: 'Nested mounts and data below system folders are not supported.' },
  'guest-fstab': {
    title: 'fstab entries',
    text: 'Data disks need persistent names and nofail, or the VM may not boot again.',
  },
  'guest-open-files': {
    title: 'Services and open files',
    text: 'Any process that keeps the root file system open blocks the unmount.',
  },
  'guest-modules': {
    title: 'Kernel modules',
    text: 'The modules dm-crypt and vfat are required now and at every later boot.',
  },
  'guest-kernel': { title: 'Kernel version', text: 'Old kernels run out of memory during OS encryption.' },
  'guest-packages': {
    title: 'Installed packages',
    text: 'Without access to repositories, packages must be installed beforehand.',
  },
  'guest-imds': {
    title: 'Instance metadata service from inside',
    text: 'The VM must be able to reach 169.254.169.254.',
  },
  'guest-wireserver': { title: 'Platform channel from inside', text: 'The agent talks to 168.63.129.16.' },
  'guest-proxy': { title: 'Proxy', text: 'A proxy must not intercept traffic to the platform addresses.' },
  'guest-repositories': {
    title: 'Package repositories from inside',
    text: 'Repositories must be registered and reachable.',
  },
  'guest-file-systems': {
    title: 'File systems',
    text: 'Only ext2, ext3 and ext4 data volumes can be encrypted in place.',
  },
  'guest-key-volume': {
    title: 'Key volume',
    text: 'The small volume with the key is required at every boot.',
  },
  'guest-kdump': { title: 'kdump', text: 'kdump is not supported on encrypted VMs.' },
  'guest-bitlocker-policy': {
    title: 'BitLocker group policy',
    text: 'Policies that require a TPM or forbid recovery keys block encryption.',
  },
  'guest-windows-volumes': {
    title: 'Windows volumes',
    text: 'Dynamic volumes, Storage Spaces Direct, Storage Spaces before Windows Server 2016 and file systems other than NTFS are not supported.',
  },
  'guest-server-core': { title: 'Server Core component', text: 'Some Server Core releases lack bdehdcfg.' },
}
