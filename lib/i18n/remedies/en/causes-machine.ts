import type { CauseWords } from '../types'

/** In the VM, its system and its volumes. */
export const machineCauses = {
  'service-holds-root': {
    title: 'A service holds the OS disk',
    text: 'A database, container engine, antivirus or backup agent keeps files open on the OS disk. The extension does not stop large applications such as SAP, MongoDB, Cassandra or Docker.',
  },
  'data-mounted-below-root': {
    title: 'A data disk is mounted in the wrong place',
    text: 'Data disks below `/mnt`, below a system folder or below one another keep the OS disk from being unmounted.',
  },
  'temporary-disk-in-use': {
    title: 'Something uses the temporary disk',
    text: 'EncryptFormatAll formats the temporary disk as well, and a process still had it open.',
  },
  'selinux-enforcing': {
    title: 'SELinux is enforcing',
    text: 'It can forbid the unmount. Set it to permissive for the run; it may enforce again afterwards.',
  },
  'memory-below-minimum': {
    title: 'The size has too little memory',
    text: 'The system moves into memory while its disk is copied: 8 GB are needed, and twice the used space of the root where that is more than 4 GB.',
  },
  'memory-file-system-full': {
    title: 'The small system in memory did not fit',
    text: 'The copy of the system that goes into memory was larger than the room for it.',
  },
  'changed-meanwhile': {
    title: 'Something else changed the VM at the same time',
    text: 'Another extension, a script or a deployment worked on the VM while it was being encrypted.',
  },
  'image-not-stock': {
    title: 'The VM differs from the stock image',
    text: "Partitions, file systems or mounts of an image of one's own do not fit what the extension expects. Custom Linux images are not supported.",
  },
  'lvm-layout-custom': {
    title: 'Logical volumes are missing',
    text: 'OS encryption knows the layout of the stock LVM images, with `rootvg` and its volumes, and no other.',
  },
  'root-layout-unusual': {
    title: 'The layout of the OS disk is unusual',
    text: 'A partition, a file system or an identifier was not found where the procedure for this distribution looks for it.',
  },
  'root-cannot-shrink': {
    title: 'The root file system could not be shrunk',
    text: 'A boot partition needs 256 MiB of it. A full, damaged or foreign file system does not give them up.',
  },
  'boot-files-not-written': {
    title: 'The boot files could not be written',
    text: 'A full `/boot` or a failed tool kept the new start files from being made.',
  },
  'kernel-kills-copy': {
    title: 'The kernel ends the copy',
    text: 'The first kernel of Ubuntu 14.04 ends `dd` for lack of memory. From 4.15 on it does not.',
  },
  'copy-interrupted': {
    title: 'The copy of the disk was interrupted',
    text: 'A restart, a stop, an error of the disk or a lack of memory ended the copy before it was complete.',
  },
  'background-copy-stopped': {
    title: 'The encryption in the background broke off',
    text: 'It resumes after a restart, since its mark is on the disk.',
  },
  'distribution-not-listed': {
    title: 'The distribution or its version is not supported',
    text: 'OS encryption works on listed distributions and versions only. Data disks can often be encrypted nevertheless.',
  },
  'kernel-too-old': {
    title: 'The kernel is too old',
    text: 'Ubuntu 14.04 needs the kernel made for Azure, 4.15 or later.',
  },
  'key-volume-module-removed': {
    title: 'The module `vfat` was removed or forbidden',
    text: 'Hardening has taken it away. Without it the volume with the key cannot be read, at any start.',
  },
  'size-unsupported': {
    title: 'The VM size is not supported',
    text: 'Disk encryption does not work on this series of sizes.',
  },
  'disk-unsupported': {
    title: 'A disk is of a kind that is not supported',
    text: 'Ultra Disk, Premium SSD v2, shared and ephemeral disks and Write Accelerator do not go with disk encryption.',
  },
  'packages-unreachable': {
    title: 'The package repositories cannot be reached',
    text: 'A firewall, proxy or route keeps the VM from its repositories.',
  },
  'package-manager-broken': {
    title: 'The package manager does not work',
    text: 'A lock, a broken repository or a missing registration stops it, whatever the network allows.',
  },
  'cause-only-in-log': {
    title: 'The reason is only in the log',
    text: 'The text wraps an error that the extension wrote to its log inside the VM.',
  },
  'file-system-not-in-place': {
    title: 'The file system cannot be encrypted in place',
    text: 'Only ext2, ext3 and ext4 can. Others need EncryptFormatAll, which erases them, or a move of the data.',
  },
  'data-volume-in-use': {
    title: 'A process uses the data volume',
    text: 'The volume could not be unmounted because files on it are open.',
  },
  'no-room-for-header': {
    title: 'There is no room for the header',
    text: 'The file system has to shrink by 2 or 16 MiB, and could not.',
  },
  'data-volume-skipped': {
    title: 'The volume was passed over',
    text: 'It was busy, too small or without a file system at that moment. That is not reported as an error.',
  },
  'stacked-volumes': {
    title: 'LVM or RAID lies above encrypted disks',
    text: 'The members can be encrypted while the report, which looks at the topmost device, says otherwise.',
  },
  'attached-after-encryption': {
    title: 'The disk was attached after encryption',
    text: 'A run covers the disks of its time. A later one needs a new request.',
  },
  'only-os-requested': { title: 'Only the OS disk was asked for', text: 'The volume type of the request is `OS`.' },
  'not-mounted-in-guest': {
    title: 'The disks are not mounted in the VM',
    text: 'A volume without a mounted file system is not reported on, and often not encrypted.',
  },
  'os-encryption-unmounts-data': {
    title: 'OS encryption has unmounted the data disks',
    text: 'They come back when it ends.',
  },
  'data-copy-interrupted': {
    title: 'A restart fell into the encryption of the volume',
    text: 'Part of it was encrypted, and the saved position could not be used.',
  },
} satisfies Readonly<Record<string, CauseWords>>
