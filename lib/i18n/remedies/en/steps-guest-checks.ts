import type { StepWords } from '../types'

/** Read-only steps inside the VM. */
export const guestCheckSteps = {
  'see-what-holds-root': {
    title: 'Find what keeps the root file system busy',
    text: 'Lists processes with open files on the root file system, running services, and traces of software that is known to block the unmount.',
    outputs: [
      { output: 'SAP, MongoDB, Cassandra, Docker or antivirus', means: 'Stop and disable it before the next run.' },
      {
        output: 'Processes that are not services',
        means: 'End them manually: the extension does not end them before the unmount.',
      },
    ],
  },
  'see-what-holds-data': {
    title: 'Find what keeps the data volume busy',
    text: 'A volume that is in use cannot be unmounted; it is then skipped or fails.',
    outputs: [
      { output: 'Processes below the mount point', means: 'Stop their services before the next run.' },
      { output: 'A mount below another data mount', means: 'Nested mounts are not supported.' },
    ],
  },
  'see-selinux': {
    title: 'Check the SELinux mode',
    text: 'In enforcing mode SELinux can block the unmount. Permissive is enough in most cases.',
    outputs: [
      { output: '`Enforcing`', means: 'Set it to permissive first. Disable it only if that is not enough.' },
      { output: '`Disabled` or `Permissive`, or no such command', means: 'It is not the cause.' },
    ],
  },
  'see-mounts': {
    title: 'Check where disks are mounted',
    text: 'Each data disk must have a separate mount point, by `UUID` and with `nofail`.',
    outputs: [
      { output: 'A data disk below `/mnt` or below another data disk', means: 'Move it to a separate mount point.' },
      { output: 'Names such as `/dev/sdc1` in `/etc/fstab`', means: 'These names change between boots; use `UUID`.' },
    ],
  },
  'see-memory-use': {
    title: 'Compare the root file system with memory',
    text: 'During OS encryption a copy of the system runs from memory.',
    outputs: [
      { output: 'More than 4 GB used, and less memory than twice that', means: 'Resize the VM, or free space.' },
      { output: '`MemTotal` below 7000000 kB', means: 'The extension will refuse.' },
    ],
  },
  'see-lvm-layout': {
    title: 'Check the LVM layout',
    text: 'An OS disk on LVM is supported only with the layout of the stock image, with its volumes in `rootvg`.',
    outputs: [
      {
        output: 'One of `tmplv`, `usrlv`, `homelv`, `varlv` or `rootlv` is missing (dual pass: also `optlv`)',
        means: 'The layout is not supported.',
      },
      { output: 'All of them present', means: 'LVM is not the cause.' },
    ],
  },
  'see-file-systems': {
    title: 'Check the file systems',
    text: 'Only ext2, ext3 and ext4 can be encrypted in place.',
    outputs: [
      {
        output: '`xfs`, `btrfs` or nothing',
        means: 'Such a volume can be encrypted only by formatting it, which erases it.',
      },
      { output: '`crypto_LUKS`', means: 'The volume is already encrypted.' },
    ],
  },
  'see-encryption-inside': {
    title: 'Check inside the VM what is encrypted',
    text: 'This is the proof: Azure cannot show more from outside.',
    outputs: [
      { output: 'The disk shows `crypt`, or `Fully Encrypted` on Windows', means: 'It is encrypted.' },
      {
        output: 'The disk shows `part` or `disk`, or `Fully Decrypted`',
        means: 'It is not encrypted, whatever other tools show.',
      },
    ],
  },
  'see-extension-log': {
    title: 'Read the extension log',
    text: 'It names the failing command and the device. Paste it on the VM’s Troubleshoot tab, under “Evidence from inside”.',
    outputs: [
      { output: '`PRECHECK`, `failed` or a stack trace', means: 'The last lines of this kind name the cause.' },
      { output: 'No such file', means: 'The extension never ran in this VM.' },
    ],
  },
  'see-package-manager': {
    title: 'Check whether packages can be downloaded',
    text: 'The extension installs its dependencies through the distribution’s package manager.',
    outputs: [
      {
        output: 'Time-outs, or no repositories',
        means: 'Allow access to the repositories, or install the packages beforehand.',
      },
      {
        output: '`Could not get lock`, or another process holds the lock',
        means: 'Another installation is running: wait for it.',
      },
      { output: 'Lists are fetched without an error', means: 'Packages can be downloaded.' },
    ],
  },
  'see-metadata-service': {
    title: 'Query the instance metadata service',
    text: 'The extension queries it for details of its VM.',
    outputs: [
      { output: 'JSON with `compute`', means: 'The service is reachable.' },
      {
        output: 'A time-out, HTML, or error 400 or 403',
        means: 'A firewall or proxy inside the VM blocks it.',
      },
    ],
  },
  'see-platform-address': {
    title: 'Check access to the platform address',
    text: 'The agent and the extension connect to the host through 168.63.129.16, ports 80 and 32526.',
    outputs: [
      { output: 'XML, and both ports open', means: 'The host is reachable.' },
      { output: 'A time-out, or a closed port', means: 'Allow it in the firewall inside the VM.' },
    ],
  },
  'see-proxy': {
    title: 'Check for a proxy',
    text: 'Both platform addresses must be reached without a proxy, which would alter the requests.',
    outputs: [
      { output: 'A proxy, and no exception for 169.254.169.254 and 168.63.129.16', means: 'Add both exceptions.' },
      { output: 'No proxy', means: 'A proxy is not the cause.' },
    ],
  },
  'see-agent-inside': {
    title: 'Check the agent inside the VM',
    text: 'Shows its version and whether its service runs.',
    outputs: [
      { output: 'Inactive or stopped', means: 'Start it; read its log if it stops again.' },
      { output: 'A version below 2.2.53.1 on Linux', means: 'Update it.' },
    ],
  },
  'see-modules': {
    title: 'Check whether the kernel modules can be loaded',
    text: 'The extension needs `vfat` for the key volume and `dm_crypt` for the disks.',
    outputs: [
      {
        output: '`install vfat /bin/true`, or a blacklist line',
        means: 'A hardening rule blocks it; remove the rule.',
      },
      { output: '`insmod` or nothing', means: 'The module is available.' },
    ],
  },
  'see-kernel': {
    title: 'Check distribution and kernel',
    text: 'Compare both with the list of supported systems.',
    outputs: [
      {
        output: 'Ubuntu 14.04 with a kernel below 4.15',
        means: 'The kernel kills the copy when memory runs out; install a newer kernel.',
      },
      {
        output: 'A distribution that is not on the list',
        means: 'The OS disk cannot be encrypted; data disks may be.',
      },
      { output: 'No path of `python2`', means: 'Dual pass does not run there.' },
    ],
  },
  'see-boot-packages': {
    title: 'Check the boot packages (if the VM does not answer, in a copy)',
    text: 'Before the restart, over SSH or the serial console if the VM answers; otherwise in a copy made from the snapshot, on a repair VM. A removed boot package, or a full `/boot`, keeps the VM from booting afterwards.',
    outputs: [
      {
        output: '`grub-pc-bin` or `grub2-pc` (Generation 2: `grub-efi`, `grub2-efi`) is not installed',
        means: 'Install it before the restart.',
      },
      { output: 'All installed, and space in `/boot`', means: 'The restart can follow.' },
      { output: 'The VM does not answer', means: 'Take the snapshot, and prepare a repair VM before the restart.' },
    ],
  },
  'see-bitlocker-policy': {
    title: 'Check the BitLocker group policies',
    text: 'Policies that require a TPM, or forbid the recovery key or the cipher, stop BitLocker from starting.',
    outputs: [
      {
        output: 'Values below the registry key `FVE`',
        means: 'Compare them with the requirements of disk encryption.',
      },
      { output: 'The registry key does not exist', means: 'No BitLocker policy is set here.' },
      {
        output: 'Values below `FVE\\MDOPBitLockerManagement`, or a service `MBAMAgent`',
        means: 'MBAM manages BitLocker: exclude the VM from it.',
      },
    ],
  },
  'see-windows-volumes': {
    title: 'Check disks, volumes and BitLocker',
    text: 'Dynamic disks, Storage Spaces Direct, Storage Spaces before Windows Server 2016 and file systems other than NTFS are not supported. The partition order decides whether C: can be extended.',
    outputs: [
      {
        output: 'A dynamic disk, or a file system other than NTFS',
        means: 'That volume cannot be encrypted with Azure Disk Encryption.',
      },
      {
        output: 'A storage pool that is not `Primordial`',
        means: 'From Windows Server 2016 on, only Storage Spaces Direct and pools of local NVMe disks are unsupported.',
      },
      {
        output: 'A partition with `Type` `Reserved` or `System` directly after C:',
        means: 'It blocks the extension of C: into free space.',
      },
      {
        output: '`Protection Off` and a percentage below 100',
        means: 'BitLocker is still working on it.',
      },
      {
        output: '`Protection Off` and 100 percent',
        means:
          'Protection is off, often suspended: the key is on the disk in the clear. `Resume-BitLocker` turns it on.',
      },
    ],
  },
  'see-server-core-tool': {
    title: 'Check for `bdehdcfg`',
    text: 'Server Core 2016 and earlier do not include the tool that prepares the system partition.',
    outputs: [
      { output: 'A path', means: 'The tool is installed.' },
      { output: 'Not found', means: 'Copy it from a full installation of the same release.' },
    ],
  },
  'see-winrm': {
    title: 'Check Windows Remote Management',
    text: 'The extension uses it to control BitLocker. Both services must run.',
    outputs: [
      { output: '`WinRM` is stopped, or no listener', means: 'Repair it; you do not need to rebuild the VM.' },
      { output: 'Both run', means: 'Check the extension log for another cause.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
