import type { StepWords } from '../types'

/** What changes something inside the VM. */
export const guestWorkSteps = {
  'stop-services': {
    title: 'Stop what holds files open',
    text: 'Disable it too, or it comes back with the restart. End user processes that are no service.',
    outputs: [
      { output: 'Only the services of the system are left', means: 'Restart once, then ask for encryption again.' },
    ],
  },
  'release-data-volume': {
    title: 'Release the data volume',
    text: 'Stop the services that use it, and swap on it.',
    outputs: [{ output: 'No process is listed any more', means: 'The volume can be unmounted.' }],
  },
  'selinux-permissive': {
    title: 'Set SELinux to permissive',
    text: 'Tried first: it works at once, needs no restart and lasts until the next start.',
    outputs: [
      {
        output: '`Permissive`',
        means: 'Ask for encryption again. Go on to the next step only if the unmount fails again.',
      },
    ],
  },
  'disable-selinux': {
    title: 'Switch SELinux off and restart once',
    text: 'Only if permissive was not enough. Files written meanwhile carry no labels: before you enforce it again, run `touch /.autorelabel`, start once in permissive mode and wait for the relabel.',
    outputs: [{ output: '`getenforce` says `Disabled`', means: 'Ask for encryption again.' }],
  },
  'mount-data-disks': {
    title: 'Mount every data disk',
    text: 'A disk that is not mounted is passed over without a word. On Linux give each a line with `UUID` and `nofail` in `/etc/fstab`.',
    outputs: [
      { output: 'Each data disk has its mount point or letter', means: 'It will be included in the next request.' },
    ],
  },
  'move-data-mounts': {
    title: 'Mount data disks at places of their own',
    text: 'Not below `/mnt`, not below each other, not over a folder of the system.',
    outputs: [{ output: '`mount -a` says nothing', means: 'The new places work.' }],
  },
  'install-packages': {
    title: 'Install the packages beforehand',
    text: 'Without a way to the repositories take them from a mirror, and update them by hand later. Names that a release does not have may fail; that is harmless.',
    outputs: [{ output: 'All packages of the first command are installed', means: 'Ask for encryption again.' }],
  },
  'load-modules': {
    title: 'Let the kernel modules load',
    text: 'Take back the hardening rule that the first command finds, then load them.',
    outputs: [{ output: 'No error', means: 'Ask for encryption again.' }],
  },
  'update-kernel': {
    title: 'Install a newer kernel',
    text: 'Applies to Ubuntu 14.04 alone, which is out of support: a new VM is the better way.',
    outputs: [{ output: '`uname -r` says 4.15 or later', means: 'Ask for encryption again.' }],
  },
  'free-space': {
    title: 'Free space on the root file system',
    text: 'The list shows the largest folders. Remove old kernels and caches, not files of the system.',
    outputs: [{ output: 'Less than half of the memory is used', means: 'Ask for encryption again.' }],
  },
  'free-data-space': {
    title: 'Free space on the data volume',
    text: 'In place, the file system shrinks by 2 to 16 MiB for the header: a full or damaged one cannot. Delete or move your own files there.',
    outputs: [
      { output: 'Some free space, and the state is `clean`', means: 'Ask for encryption again.' },
      { output: 'The state is not `clean`', means: 'Unmount the volume and have the file system checked first.' },
    ],
  },
  'update-agent': {
    title: 'Update the VM agent',
    text: 'On Windows the command shows the version; install the current agent where it is below 2.7.41491.1010.',
    outputs: [{ output: '2.2.53.1 or later on Linux', means: 'The platform supports it.' }],
  },
  'start-agent': {
    title: 'Start the VM agent',
    text: 'Its service must run and start with the system.',
    outputs: [{ output: 'Active, or `Running`', means: 'Within minutes Azure shows `Ready`.' }],
  },
  'open-platform-address': {
    title: 'Open the way to the platform',
    text: 'Both addresses belong to the host; the rules open nothing to the outside.',
    outputs: [{ output: 'The checks inside answer', means: 'The agent reports within minutes.' }],
  },
  'bypass-proxy': {
    title: 'Reach the platform without the proxy',
    text: 'Exempt both addresses for the whole system, and remove a proxy setting of the agent if there is one.',
    outputs: [{ output: 'The metadata service answers with JSON', means: 'Ask for encryption again.' }],
  },
  'repair-winrm': {
    title: 'Repair Windows Remote Management',
    text: 'Sets the service to start with Windows, restarts it and makes its default settings anew.',
    outputs: [{ output: '`WinRM service is already running` and set up', means: 'Ask for encryption again.' }],
  },
  'fix-bitlocker-policy': {
    title: 'Mend the group policy of BitLocker',
    text: 'Change it where it is defined: allow a start without TPM, the 256-bit recovery key and AES-CBC. Then apply it here.',
    outputs: [{ output: 'The policy was updated', means: 'Ask for encryption again; a restart may be needed.' }],
  },
  'prepare-server-core': {
    title: 'Prepare the system partition',
    text: 'Copy the four files of `bdehdcfg` from a full installation of the same release, then run it.',
    outputs: [{ output: 'A system partition of 550 MB', means: 'Restart, then ask for encryption again.' }],
  },
} satisfies Readonly<Record<string, StepWords>>
