import type { CauseWords } from '../types'

/** Causes inside the VM: its operating system and its volumes. */
export const machineCauses = {
  'service-holds-root': {
    title: 'A service keeps the OS disk in use',
    text: 'A database, container engine, antivirus or backup agent keeps files open on the OS disk. The extension does not stop large applications such as SAP, MongoDB, Cassandra or Docker.',
  },
  'data-mounted-below-root': {
    title: 'A data disk is mounted in the wrong place',
    text: 'Data disks mounted below `/mnt`, below a system folder or below one another prevent the OS disk from being unmounted.',
  },
  'temporary-disk-in-use': {
    title: 'A process uses the temporary disk',
    text: 'EncryptFormatAll also formats the temporary disk, and a process still had it open.',
  },
  'selinux-enforcing': {
    title: 'SELinux is enforcing',
    text: 'It can block the unmount. Set it to permissive for the run; you can enforce it again afterwards.',
  },
  'memory-below-minimum': {
    title: 'The VM size has too little memory (OS encryption needs 8 GB or more)',
    text: 'The operating system runs from memory while its disk is copied: 8 GB are required, or twice the used space of the root file system if that is more than 4 GB.',
  },
  'memory-file-system-full': {
    title: 'The minimal system did not fit in memory',
    text: 'The copy of the system for memory was larger than the space available for it.',
  },
  'changed-meanwhile': {
    title: 'Another change to the VM at the same time',
    text: 'Another extension, a script or a deployment changed the VM while it was being encrypted.',
  },
  'image-not-stock': {
    title: 'The VM differs from the stock image',
    text: 'Partitions, file systems or mounts of a custom image do not match what the extension expects. Custom Linux images are not supported.',
  },
  'lvm-layout-custom': {
    title: 'LVM layout that differs from the stock images',
    text: 'OS encryption supports only the layout of the stock LVM images, with `rootvg` and its volumes.',
  },
  'root-layout-unusual': {
    title: 'Unusual OS disk layout',
    text: 'A partition, file system or identifier was not where the procedure for this distribution expects it.',
  },
  'root-cannot-shrink': {
    title: 'The root file system could not be shrunk',
    text: 'A boot partition needs 256 MiB of it. A full, damaged or unsupported file system cannot free them.',
  },
  'boot-files-not-written': {
    title: 'The boot files could not be written',
    text: 'A full `/boot` or a failed tool prevented the new boot files from being created.',
  },
  'kernel-kills-copy': {
    title: 'The kernel kills the copy process',
    text: 'The original Ubuntu 14.04 kernel kills `dd` when memory runs out. Kernel 4.15 and later do not.',
  },
  'copy-interrupted': {
    title: 'The disk copy was interrupted',
    text: 'A restart, a stop, a disk error or a lack of memory ended the copy before it was complete.',
  },
  'background-copy-stopped': {
    title: 'Background encryption was interrupted',
    text: 'It resumes after a restart, because its marker is on the disk.',
  },
  'distribution-not-listed': {
    title: 'The distribution or its version is not supported',
    text: 'OS encryption works only on listed distributions and versions. Data disks can often be encrypted anyway.',
  },
  'kernel-too-old': {
    title: 'The kernel is too old',
    text: 'Ubuntu 14.04 requires the Azure kernel, 4.15 or later.',
  },
  'key-volume-module-removed': {
    title: 'The module `vfat` was removed or blocked',
    text: 'Hardening removed it. Without it the key volume cannot be read, at any boot.',
  },
  'size-unsupported': {
    title: 'The VM size is not supported',
    text: 'Disk encryption does not support this size series.',
  },
  'disk-unsupported': {
    title: 'Unsupported disk type',
    text: 'Disk encryption does not support Ultra Disk, Premium SSD v2, shared and ephemeral disks and Write Accelerator.',
  },
  'packages-unreachable': {
    title: 'The package repositories are unreachable',
    text: 'A firewall, proxy or route blocks the VM’s access to its repositories.',
  },
  'package-manager-broken': {
    title: 'The package manager does not work',
    text: 'A lock, a broken repository or a missing registration stops it, even if the network allows access.',
  },
  'cause-only-in-log': {
    title: 'Another cause, which only the log names',
    text: 'The message wraps an error that the extension wrote to its log inside the VM.',
  },
  'file-system-not-in-place': {
    title: 'The file system cannot be encrypted in place',
    text: 'Only ext2, ext3 and ext4 can. Other file systems need EncryptFormatAll, which erases them, or you must move the data.',
  },
  'data-volume-in-use': {
    title: 'A process uses the data volume',
    text: 'The volume could not be unmounted because it has open files.',
  },
  'no-room-for-header': {
    title: 'No space for the encryption header',
    text: 'The file system must shrink by 2 or 16 MiB, and could not.',
  },
  'data-volume-skipped': {
    title: 'The volume was skipped',
    text: 'It was busy, too small or had no file system at that moment. The extension does not report that as an error.',
  },
  'stacked-volumes': {
    title: 'LVM or RAID on top of encrypted disks',
    text: 'The member disks can be encrypted while the report, which looks at the topmost device, says otherwise.',
  },
  'attached-after-encryption': {
    title: 'The disk was attached after encryption',
    text: 'A run covers only the disks attached at that time. A disk attached later needs a new request.',
  },
  'only-os-requested': { title: 'Only the OS disk was requested', text: 'The volume type of the request is `OS`.' },
  'not-mounted-in-guest': {
    title: 'The disks are not mounted in the VM',
    text: 'A volume without a mounted file system is not reported, and often not encrypted.',
  },
  'no-data-disk': {
    title: 'The VM has no data disk',
    text: 'Then `NotMounted` is right, and nothing is missing. Compare the data disks of the VM in Azure with what is mounted.',
  },
  'os-encryption-unmounts-data': {
    title: 'OS encryption unmounted the data disks',
    text: 'They are mounted again when it ends.',
  },
  'data-copy-interrupted': {
    title: 'A restart interrupted the encryption of the volume',
    text: 'Part of it was encrypted, and the saved position could not be used.',
  },
} satisfies Readonly<Record<string, CauseWords>>
