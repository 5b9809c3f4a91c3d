import type { StepWords } from '../types'

/** Steps about the key volume, the labels of volumes, and boot files. */
export const volumeSteps = {
  'see-key-volume': {
    title: 'Check whether the key volume is attached',
    text: 'The platform attaches a small volume that holds the key.',
    outputs: [
      { output: 'A volume `BEK VOLUME` with a key file', means: 'The key is there.' },
      {
        output: 'No such volume',
        means: 'Deallocate and start the VM so that the platform attaches it again, and check the vault.',
      },
      {
        output: 'A small `vfat` volume with another label',
        means:
          'Linux mounts the key volume by the label `BEK VOLUME`. Do not change it by hand: a start after deallocation attaches it anew.',
      },
      {
        output: '`NoAutoMount` is `0x1`',
        means: 'Windows gives new volumes no drive letter: the extension may not find the key volume.',
      },
    ],
  },
  'see-key-file': {
    title: 'Check whether the key file is empty',
    text: 'A failed key change can empty the key file on the key volume. The running VM is not affected; its next boot is.',
    outputs: [
      { output: '`LinuxPassPhraseFileName` with more than 0 bytes', means: 'The key file has content.' },
      { output: '0 bytes, or no file', means: 'Do not restart the VM. Take snapshots and open a support request.' },
    ],
  },
  'test-key-file': {
    title: 'Check whether the key file opens the disks',
    text: 'A key file with content can still hold a key that opens nothing. The command only checks the key; it opens and changes nothing. For the OS volume, the header is a file below `/boot/luks`.',
    outputs: [
      { output: '`opens`', means: 'The key file opens this disk.' },
      {
        output: '`No key available with this passphrase.`, or an error',
        means: 'Not proven: do not restart the VM. Check the device name, then try the key from the vault.',
      },
    ],
  },
  'test-new-key': {
    title: 'Check whether the new key opens every disk',
    text: 'Use the file of the key that you fetched for the new secret. The key file on the key volume is still the old one. Repeat the check for each disk; it opens and changes nothing.',
    outputs: [
      { output: '`opens` for every disk', means: 'The new key can take over: a stop and start can be planned.' },
      { output: '`No key available` for any disk', means: 'Do not stop or restart the VM. Ask Azure support.' },
    ],
  },
  'enable-automount': {
    title: 'Turn automatic mounting on',
    text: 'It may be off on purpose, for shared or clustered disks: agree with their owner, since Windows then mounts new volumes of other disks as well.',
    outputs: [{ output: '`NoAutoMount` is `0x0`', means: 'The next key volume receives a drive letter.' }],
  },
  'rename-volume': {
    title: 'Rename volumes whose label has a special character',
    text: 'Only letters, digits, blanks and hyphens are safe. Leave `BEK VOLUME` alone. Check first whether programs find a volume by its label.',
    outputs: [{ output: 'The first command lists no volume', means: 'Request encryption again.' }],
  },
  'rebuild-boot-files': {
    title: 'Rebuild the boot files of the copy in the repair VM',
    text: 'In a `chroot` of the copy: the initramfs needs `dm_crypt` and `vfat`. Rebuild a broken boot loader there too. With LVM, the old name comes first; skip what your layout does not have.',
    outputs: [
      {
        output: 'RHEL: a boot entry lacks the `rd.luks.ade` arguments',
        means:
          'Write them into `GRUB_CMDLINE_LINUX` in `/etc/default/grub`, then run `grub2-mkconfig -o /boot/grub2/grub.cfg` in the `chroot`; from RHEL 9.3 on with `--update-bls-cmdline`, or the entries stay as they are.',
      },
      { output: 'The tools end without an error', means: 'Leave the `chroot`, close the copy and swap it in.' },
    ],
  },
} satisfies Readonly<Record<string, StepWords>>
