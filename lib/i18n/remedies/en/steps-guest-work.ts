import type { StepWords } from '../types'

/** Steps that change the VM from inside. */
export const guestWorkSteps = {
  'stop-services': {
    title: 'Stop the services that keep files open',
    text: 'Also disable them, or they start again after a restart. End user processes that are not services.',
    outputs: [{ output: 'Only system services are left', means: 'Restart once, then request encryption again.' }],
  },
  'release-data-volume': {
    title: 'Release the data volume',
    text: 'Stop the services that use it, and any swap on it.',
    outputs: [{ output: 'No processes are listed', means: 'The volume can be unmounted.' }],
  },
  'selinux-permissive': {
    title: 'Set SELinux to permissive',
    text: 'Try this first: it takes effect at once, needs no restart and lasts until the next boot.',
    outputs: [
      {
        output: '`Permissive`',
        means: 'Request encryption again. Take the next step only if the unmount fails again.',
      },
    ],
  },
  'disable-selinux': {
    title: 'Only if permissive is not enough: disable SELinux and restart once',
    text: 'Only if permissive was not enough. Files written in the meantime have no labels: before you enforce it again, run `touch /.autorelabel`, boot once in permissive mode and wait for the relabel.',
    outputs: [{ output: '`getenforce` returns `Disabled`', means: 'Request encryption again.' }],
  },
  'mount-data-disks': {
    title: 'Mount every data disk',
    text: 'The extension silently skips a disk that is not mounted. On Linux, add a line with `UUID` and `nofail` to `/etc/fstab` for each disk.',
    outputs: [{ output: 'Each data disk has its mount point or letter', means: 'The next request will include it.' }],
  },
  'move-data-mounts': {
    title: 'Mount data disks at separate mount points',
    text: 'Not below `/mnt`, not below each other, not over a system folder.',
    outputs: [{ output: '`mount -a` prints nothing', means: 'The new mount points work.' }],
  },
  'install-packages': {
    title: 'Install the packages beforehand',
    text: 'Without access to the repositories, use a mirror, and update the packages manually later. Package names that a release does not have may fail; that is harmless.',
    outputs: [{ output: 'All packages of the first command are installed', means: 'Request encryption again.' }],
  },
  'load-modules': {
    title: 'Allow the kernel modules to load',
    text: 'Remove the hardening rule that the first command finds, then load the modules.',
    outputs: [{ output: 'No error', means: 'Request encryption again.' }],
  },
  'update-kernel': {
    title: 'Install a newer kernel',
    text: 'Applies only to Ubuntu 14.04, which is out of support: a new VM is the better choice.',
    outputs: [{ output: '`uname -r` returns 4.15 or later', means: 'Request encryption again.' }],
  },
  'free-space': {
    title: 'Free space on the root file system',
    text: 'The list shows the largest folders. Remove old kernels and caches, not system files.',
    outputs: [{ output: 'Less than half of the memory is used', means: 'Request encryption again.' }],
  },
  'free-data-space': {
    title: 'Free space on the data volume',
    text: 'For in-place encryption the file system shrinks by 2 to 16 MiB for the header; a full or damaged one cannot. Delete or move your own files there.',
    outputs: [
      { output: 'Some free space, and the state is `clean`', means: 'Request encryption again.' },
      { output: 'The state is not `clean`', means: 'Unmount the volume and check the file system first.' },
    ],
  },
  'update-agent': {
    title: 'Update the VM agent',
    text: 'On Windows the command shows the version; install the current agent if it is below 2.7.41491.1010.',
    outputs: [{ output: '2.2.53.1 or later on Linux', means: 'The platform supports it.' }],
  },
  'start-agent': {
    title: 'Start the VM agent',
    text: 'Its service must run, and start automatically at boot.',
    outputs: [{ output: 'Active, or `Running`', means: 'Azure shows `Ready` within minutes.' }],
  },
  'open-platform-address': {
    title: 'Allow access to the platform',
    text: 'Both addresses belong to the host; the rules open nothing to the internet.',
    outputs: [{ output: 'The checks inside the VM get a response', means: 'The agent reports within minutes.' }],
  },
  'bypass-proxy': {
    title: 'Bypass the proxy for the platform',
    text: 'Exempt both addresses system-wide, and remove any proxy setting of the agent.',
    outputs: [{ output: 'The metadata service answers with JSON', means: 'Request encryption again.' }],
  },
  'repair-winrm': {
    title: 'Repair Windows Remote Management',
    text: 'Sets the service to start automatically, restarts it and restores its default settings.',
    outputs: [{ output: '`WinRM service is already running` and set up', means: 'Request encryption again.' }],
  },
  'fix-bitlocker-policy': {
    title: 'Fix the BitLocker group policy',
    text: 'Change it where it is defined: allow startup without a TPM, the 256-bit recovery key and AES-CBC. Then apply it here.',
    outputs: [{ output: 'The policy was updated', means: 'Request encryption again; a restart may be needed.' }],
  },
  'prepare-server-core': {
    title: 'Prepare the system partition',
    text: 'Copy the four files of `bdehdcfg` from a full installation of the same release, then run it.',
    outputs: [{ output: 'A system partition of 550 MB', means: 'Restart, then request encryption again.' }],
  },
} satisfies Readonly<Record<string, StepWords>>
