import type { StepWords } from '../types'

/** Looking inside the VM: nothing is changed. */
export const guestCheckSteps = {
  'see-what-holds-root': {
    title: 'See what keeps the root file system busy',
    text: 'Lists the processes with open files on the root, the running services, and traces of software that is known to get in the way.',
    outputs: [
      { output: 'SAP, MongoDB, Cassandra, Docker or antivirus', means: 'Stop and disable it before the next run.' },
      { output: 'Processes that are no service', means: 'End them by hand: nothing ends them before the unmount.' },
    ],
  },
  'see-what-holds-data': {
    title: 'See what keeps the data volume busy',
    text: 'A volume that is in use cannot be unmounted, and is then skipped or fails.',
    outputs: [
      { output: 'Processes below the mount point', means: 'Stop their services before the next run.' },
      { output: 'A mount below another data mount', means: 'Nested mounts are not supported.' },
    ],
  },
  'see-selinux': {
    title: 'See the mode of SELinux',
    text: 'In enforcing mode SELinux can forbid the unmount. Permissive is enough in most cases.',
    outputs: [
      { output: '`Enforcing`', means: 'Set it to permissive first. Switch it off only if that is not enough.' },
      { output: '`Disabled` or `Permissive`, or no such command', means: 'It is not the cause.' },
    ],
  },
  'see-mounts': {
    title: 'See where disks are mounted',
    text: 'Data disks must be mounted at a place of their own, by `UUID` and with `nofail`.',
    outputs: [
      { output: 'A data disk below `/mnt` or below another data disk', means: 'Move it to a place of its own.' },
      { output: 'Names such as `/dev/sdc1` in `/etc/fstab`', means: 'They change between starts; use `UUID`.' },
    ],
  },
  'see-memory-use': {
    title: 'Compare the root file system with the memory',
    text: 'During OS encryption a copy of the system runs from memory.',
    outputs: [
      { output: 'More than 4 GB used, and less memory than twice that', means: 'Choose a larger size, or free space.' },
      { output: '`MemTotal` below 7000000 kB', means: 'The extension refuses for certain.' },
    ],
  },
  'see-lvm-layout': {
    title: 'See the layout of LVM',
    text: 'An OS disk on LVM is taken only in the layout of the stock image, with its volumes in `rootvg`.',
    outputs: [
      {
        output: 'One of `tmplv`, `usrlv`, `homelv`, `varlv` or `rootlv` is missing (dual pass: also `optlv`)',
        means: 'The layout is not accepted.',
      },
      { output: 'All of them', means: 'LVM is not the cause.' },
    ],
  },
  'see-file-systems': {
    title: 'See the file systems of the data disks',
    text: 'Encrypting in place works with ext2, ext3 and ext4 only.',
    outputs: [
      {
        output: '`xfs`, `btrfs` or nothing',
        means: 'Such a volume can be encrypted only by formatting it, which erases it.',
      },
      { output: '`crypto_LUKS`', means: 'The volume is already encrypted.' },
    ],
  },
  'see-encryption-inside': {
    title: 'See from inside what is encrypted',
    text: 'This is the proof: no view from outside says more.',
    outputs: [
      { output: 'The disk shows `crypt`, or `Fully Encrypted` on Windows', means: 'It is encrypted.' },
      {
        output: 'The disk shows `part` or `disk`, or `Fully Decrypted`',
        means: 'It is not encrypted, whatever others say.',
      },
    ],
  },
  'see-key-volume': {
    title: 'See whether the key volume is attached',
    text: 'The platform attaches a small volume that holds the key.',
    outputs: [
      { output: 'A volume `BEK VOLUME` with a key file', means: 'The key is there.' },
      {
        output: 'Nothing',
        means: 'Deallocate and start the VM so that the platform attaches it again, and look at the vault.',
      },
    ],
  },
  'see-extension-log': {
    title: 'Read the log of the extension',
    text: 'It names the failing command and the device. Paste it below under “Evidence from inside”.',
    outputs: [
      { output: '`PRECHECK`, `failed` or a stack trace', means: 'The last such lines name the cause.' },
      { output: 'No such file', means: 'The extension never ran in this VM.' },
    ],
  },
  'see-package-manager': {
    title: 'See whether packages can be fetched',
    text: 'The extension installs what it needs through the package manager of the distribution.',
    outputs: [
      {
        output: 'Time-outs, or no repositories',
        means: 'Open the way to the repositories, or install the packages beforehand.',
      },
      { output: 'A list of repositories', means: 'Packages are within reach.' },
    ],
  },
  'see-metadata-service': {
    title: 'Ask the instance metadata service',
    text: 'The extension asks it what kind of VM it runs in.',
    outputs: [
      { output: 'JSON with `compute`', means: 'It can be reached.' },
      {
        output: 'A time-out, HTML, or error 400 or 403',
        means: 'A firewall or proxy inside the VM stands in the way.',
      },
    ],
  },
  'see-platform-address': {
    title: 'Ask the platform’s own address',
    text: 'The agent and the extension speak to the host through 168.63.129.16, ports 80 and 32526.',
    outputs: [
      { output: 'XML, and both ports open', means: 'The host can be reached.' },
      { output: 'A time-out, or a closed port', means: 'Open the firewall inside the VM.' },
    ],
  },
  'see-proxy': {
    title: 'See whether a proxy stands in between',
    text: 'Both platform addresses must be reached without a proxy, which would alter the requests.',
    outputs: [
      { output: 'A proxy, and no exception for 169.254.169.254 and 168.63.129.16', means: 'Add both exceptions.' },
      { output: 'No proxy', means: 'It is not the cause.' },
    ],
  },
  'see-agent-inside': {
    title: 'Look at the agent inside the VM',
    text: 'Shows its version and whether its service runs.',
    outputs: [
      { output: 'Inactive or stopped', means: 'Start it; read its log if it stops again.' },
      { output: 'A version below 2.2.53.1 on Linux', means: 'Update it.' },
    ],
  },
  'see-modules': {
    title: 'See whether the kernel modules can be loaded',
    text: 'The extension needs `vfat` for the key volume and `dm_crypt` for the disks.',
    outputs: [
      {
        output: '`install vfat /bin/true`, or a blacklist line',
        means: 'A hardening rule removed it; take the rule back.',
      },
      { output: '`insmod` or nothing', means: 'The module is there.' },
    ],
  },
  'see-kernel': {
    title: 'See distribution and kernel',
    text: 'Compare both with the list of supported systems.',
    outputs: [
      {
        output: 'Ubuntu 14.04 with a kernel below 4.15',
        means: 'The copy is ended for lack of memory; the kernel must be newer.',
      },
      {
        output: 'A distribution that is not on the list',
        means: 'The OS disk cannot be encrypted; data disks may be.',
      },
    ],
  },
  'see-bitlocker-policy': {
    title: 'See the group policies of BitLocker',
    text: 'Policies that demand a TPM or forbid the recovery key or the cipher keep BitLocker from starting.',
    outputs: [
      { output: 'Values below the registry key `FVE`', means: 'Compare them with what disk encryption needs.' },
      { output: 'The registry key does not exist', means: 'No policy of BitLocker is set here.' },
      {
        output: 'Values below `FVE\\MDOPBitLockerManagement`, or a service `MBAMAgent`',
        means: 'MBAM manages BitLocker: take the VM out of it.',
      },
    ],
  },
  'see-windows-volumes': {
    title: 'See disks, volumes and BitLocker',
    text: 'Dynamic disks, Storage Spaces Direct, Storage Spaces before Windows Server 2016 and file systems other than NTFS are not supported. The order of the partitions decides where C: can be extended.',
    outputs: [
      {
        output: 'A dynamic disk, or a file system other than NTFS',
        means: 'That volume cannot be encrypted this way.',
      },
      {
        output: 'A storage pool that is not `Primordial`',
        means: 'From Windows Server 2016 on only Storage Spaces Direct and pools of local NVMe disks are ruled out.',
      },
      {
        output: 'A partition with `Type` `Reserved` or `System` directly behind C:',
        means: 'It blocks the extension of C: into free space.',
      },
      { output: '`Protection Off` and a percentage', means: 'BitLocker is still at work on it.' },
    ],
  },
  'see-server-core-tool': {
    title: 'See whether `bdehdcfg` is there',
    text: 'Server Core of 2016 and earlier comes without the tool that prepares the system partition.',
    outputs: [
      { output: 'A path', means: 'The tool is there.' },
      { output: 'Not found', means: 'Copy it from a full installation of the same release.' },
    ],
  },
  'see-winrm': {
    title: 'See whether Windows Remote Management answers',
    text: 'The extension speaks to BitLocker through it. Both services must run.',
    outputs: [
      { output: '`WinRM` is stopped, or no listener', means: 'Repair it; the VM need not be rebuilt.' },
      { output: 'Both run', means: 'Read the log of the extension for another reason.' },
    ],
  },
  'see-key-file': {
    title: 'See whether the key file is empty',
    text: 'A failed change of the key can empty the key file on the key volume. The running VM does not notice; its next start does.',
    outputs: [
      { output: '`LinuxPassPhraseFileName` with more than 0 bytes', means: 'The key file is there.' },
      { output: '0 bytes, or no file', means: 'Do not restart the VM. Take snapshots and open a support request.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
