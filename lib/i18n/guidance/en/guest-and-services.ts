import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'

/** Boot screens, tools of the guest, refusals of old clients, and services around an encrypted VM. */
export const guestAndServices = {
  'ps-scale-set-status': {
    meaning:
      'What the cmdlet shows of a scale set: its words come from the model and from key settings. They do not prove that the disks of the instances are encrypted.',
    next: [
      'Read each instance with `Get-AzVmssVMDiskEncryptionStatus` or `az vmss encryption show`.',
      'Check inside an instance (`manage-bde -status` on Windows, `lsblk` on Linux).',
    ],
  },
  'ps-scale-set-extension-missing': {
    meaning:
      'The cmdlet did not find the extension in the scale set. Old releases report this even when it is installed next to other extensions. This says nothing about the disks.',
    next: [
      'Update the `Az.Compute` module. Repeat `Disable-AzVmssDiskEncryption` only if you want to decrypt the disks of the scale set: that is its effect.',
      'Check the extensions in the scale set model and on each instance.',
    ],
  },
  'arm-generation-2-dual-pass': {
    meaning:
      'Generation 2 VMs do not support dual pass, which Entra parameters in the request select (inferred: single pass is not refused like this). The request changed nothing.',
    next: [
      'Send the request without `-AadClientID`, `-AadClientSecret` and similar parameters: single pass supports generation 2.',
    ],
  },
  'arm-scale-set-unsupported': {
    meaning:
      'The scale set refused this disk encryption request. The refusal changed no disk, and shows nothing about their state.',
    next: [
      'Check that the scale set uses managed disks, and use `Set-AzVmssDiskEncryptionExtension` or `az vmss encryption enable`.',
      'If a template added the extension directly and no instance is encrypted, remove it from the model. Removing it from encrypted instances can lock their disks.',
    ],
  },
  'arm-vault-unfit': {
    meaning:
      'The vault is not enabled for disk encryption, or its resource ID belongs to another vault. The request was refused and changed nothing.',
    next: [
      'Set `enabledForDiskEncryption` on the vault.',
      'Specify the full resource ID of each vault, also of the KEK’s (`--key-encryption-keyvault`); if you give only a name, `az` assumes the VM’s resource group.',
      'Then send the request again.',
    ],
  },
  'cli-fault-repair': {
    meaning:
      '`az vm repair` failed on an error of its own while it read the disk’s encryption settings. It created no repair VM, and the VM is unchanged.',
    next: [
      'Update the extension: `az extension update --name vm-repair`.',
      'Then repeat `az vm repair create` with `--unlock-encrypted-vm`.',
    ],
  },
  'cli-fault-no-settings': {
    meaning:
      'An old azure-cli version fails on a VM without key settings in its model. This says nothing about the disks.',
    next: ['Update azure-cli and run `az vm encryption show` again.'],
  },
  'boot-passphrase-prompt': {
    meaning:
      'At boot, the VM waits for the key of an encrypted disk, because it did not find the key file on the key volume. The prompt does not show whether the disk was wholly copied, or whether the vault still holds the key.',
    next: [
      'Do not restart repeatedly. Snapshot the disk, and enter the passphrase of its secret on the serial console; unwrap a `Wrapped BEK` first.',
      'Then find out why the key was missing: check `BEK VOLUME`, the modules in the initramfs, and on RHEL or CentOS 7 `nmap-ncat`.',
      'Stop (deallocate) and start only if the vault is in order and the key has opened a copy of the disk in a repair VM: that attaches the key volume.',
    ],
  },
  'boot-root-not-found': {
    meaning:
      'The boot stopped because a disk did not appear. Either the encrypted OS disk was not unlocked, or a mount in `fstab` is missing; the message alone does not show which.',
    next: [
      'Save the whole serial log, and snapshot the OS disk before any repair.',
      'Check the device in the message: `osencrypt` points to the key or the initramfs, any other to `/etc/fstab`.',
      'Repair on a copy: `az vm repair create --unlock-encrypted-vm`.',
    ],
  },
  'boot-grub-rescue': {
    meaning:
      'The boot loader did not find its files. After OS encryption this happens if boot packages are missing. This says nothing about the data on the disk.',
    next: [
      'Save the serial log, and snapshot the OS disk before any repair.',
      'Repair on a copy: `az vm repair create --unlock-encrypted-vm`, and install the boot packages (`grub-pc-bin`) again.',
    ],
  },
  'guest-key-file-missing': {
    meaning:
      'At boot, systemd did not find this key file on the key volume. A name with a number at its end belongs to a data disk (inferred). The disk stays locked; its data is unchanged.',
    next: [
      'Check in the VM whether the key volume is mounted at `/mnt/azure_bek_disk` and whether the file exists.',
      'Check that the disk’s secret and key exist and are enabled. Snapshot the disk before any repair.',
      'Do not format a disk that stays locked.',
    ],
  },
  'boot-bitlocker-recovery': {
    meaning:
      'At boot, Windows did not unlock its encrypted disk and asks for a key. Azure Disk Encryption stores no recovery password; the key (BEK) is the secret in the vault.',
    next: [
      'Get the disk’s secret from the vault and snapshot the disk; then unlock a copy of it on a repair VM.',
      'Only if the vault is in order and the key has opened that copy, stop (deallocate) the VM, then start it, so that the platform attaches the key volume.',
      'Do not choose to reset the PC on the screen. If it names failed sign-ins, remove the account lockout policy after the VM has booted.',
    ],
  },
  'guest-mount-locked': {
    meaning:
      '`mount` found an encryption layer or LVM in place of a file system. An encrypted disk must be unlocked first; an LVM member also looks like this when it is unlocked or was never encrypted.',
    next: [
      'Unlock it first: `cryptsetup luksOpen` with the key file `LinuxPassPhraseFileName`, for an OS disk also with `--header` and its `osluksheader`.',
      'Or let `az vm repair create --unlock-encrypted-vm` unlock it. For LVM, then activate the volume group and mount the logical volume.',
    ],
  },
  'asr-target-vault-missing': {
    meaning:
      'Site Recovery needs the encrypted VM’s keys in a vault in the target region, and none was specified. This changes nothing on the VM’s disks.',
    next: [
      'Copy the secrets and keys to a vault in the target region, and choose it when you enable replication.',
      'Check that the account can read the source vault and write to the target vault.',
    ],
  },
  'backup-disk-exclusion-refused': {
    meaning:
      'Azure Backup refused to back up the encrypted VM because some of its disks are excluded. Without that there is no backup; the VM’s disks are unchanged.',
    next: ['Include all disks of this VM in its backup, then run the backup again.'],
  },
  'backup-vault-permissions': {
    meaning:
      'Azure Backup cannot read the keys and secrets of the encrypted VM. Without that there is no backup; the VM’s disks are unchanged.',
    next: [
      'With access policies, grant the backup service get, list and backup on the vault’s keys and secrets.',
      'With RBAC, assign it `Key Vault Administrator` or a role with the same data actions on the vault.',
      'Then run the backup again.',
    ],
  },
  'guest-volume-group-twice': {
    meaning:
      'Two disks have a volume group with the same name or physical volumes with the same ID, such as a VM and a copy of its own image. This damages nothing.',
    next: [
      'In the repair VM, rename the unlocked copy: `vgimportclone -n rescuemevg /dev/mapper/osencrypt`, then `vgchange -a y rescuemevg`.',
      'Rename it to `rootvg` again before you return the disk to its VM, which looks for that name.',
    ],
  },
  'guest-key-refused': {
    meaning:
      'The key opens no slot of the LUKS header, or the device begins with none: the header of an encrypted OS disk is a file. This changes nothing on the disk.',
    next: [
      'For an OS disk, add `--header` with the `osluksheader` of its own boot partition. Otherwise compare the devices with `lsblk -f`.',
      'Take the decoded key from the secret that this disk’s settings name. If its type is `Wrapped BEK`, unwrap it first.',
      'Do not change key slots, and never run `luksFormat` on it: the data is then lost.',
    ],
  },
  'guest-mapping-in-use': {
    meaning: 'Something on the mapping is still mounted, so it was not closed. The disk is unchanged.',
    next: [
      'Unmount what is mounted from it (`umount -R`), deactivate its volume group (`vgchange -a n`), then close it again.',
      'Detach a copy from a repair VM only after its mapping is closed.',
    ],
  },
  'guest-xfs-uuid-twice': {
    meaning: 'XFS does not mount a copy beside its own original: both have one UUID. Nothing is damaged.',
    next: [
      'Mount the copy with `-o nouuid`.',
      'Give it no new UUID: the VM to which the disk returns looks for the old one.',
    ],
  },
  'guest-bitlocker-locked': {
    meaning: 'Windows sees a volume that is encrypted with BitLocker and not unlocked. Nothing on it has changed.',
    next: [
      'On a repair VM, unlock the copy: `manage-bde -unlock F: -recoverykey <BEK-FILE>`.',
      'Get the key from the secret that the disk’s settings name; a `Wrapped BEK` must be unwrapped first.',
      'Do not format the volume, even if Windows offers it.',
    ],
  },
  'guest-bitlocker-key-unread': {
    meaning: '`manage-bde` could not read a key from the file. The volume is unchanged and stays locked.',
    next: [
      'Check path, name and size of the file: it must hold the decoded bytes of the secret, not the Base64 text.',
      'If the secret’s type is `Wrapped BEK`, unwrap it with its KEK first.',
      'Compare the file name with the external key that `manage-bde -protectors -get F:` lists.',
    ],
  },
  'guest-temporary-disk-encrypted': {
    meaning:
      'The VM agent tried to mount the temporary disk, which the extension has encrypted. That is expected; OS and data disks are not affected. Only swap that the agent would create there is missing.',
    next: [
      'Set `ResourceDisk.Format=n` and `ResourceDisk.EnableSwap=n` in `/etc/waagent.conf`: the extension formats this disk itself.',
      'If the VM requires swap, create a swap file on the mounted temporary disk after each start.',
    ],
  },
  'backup-volume-locked': {
    meaning:
      'Azure Backup took no snapshot because a volume of the VM is locked by BitLocker. The disks are unchanged.',
    next: [
      'Find it with `manage-bde -status` in the VM, and unlock it with its key, or take the disk offline.',
      'Do not turn BitLocker off for volumes that ADE encrypts: that decrypts them behind its back.',
      'Then run the backup again.',
    ],
  },
  'guest-bitlocker-unlocked': {
    meaning:
      'The key file opened the volume, so it is the right key for this disk. To unlock is not to decrypt: the volume locks again when it is detached.',
    next: ['Copy what you need, or repair the system on this copy.'],
  },
  'guest-bitlocker-unlock-refused': {
    meaning: 'The key in the file does not open this volume. The volume is unchanged and stays locked.',
    next: [
      'Compare the file name with the external key that `manage-bde -protectors -get F:` lists.',
      'Take the secret that the disk’s own settings name; its tag `DiskEncryptionKeyFileName` is the name of the key.',
    ],
  },
  'guest-bitlocker-protectors': {
    meaning:
      'The key protectors of a BitLocker volume. ADE uses an external key; this does not show whether the vault still holds it.',
    next: [
      'The vault’s secret for this volume has the tag `DiskEncryptionKeyFileName` with the name of this file.',
      'Do not delete protectors: without its key, the data is lost.',
    ],
  },
  'guest-mapping-exists': {
    meaning: 'A mapping with this name is already open, so nothing was done.',
    next: [
      'Check with `lsblk` which device it belongs to: it can be the disk that you want to open.',
      'For a copy beside it, open the copy under another name.',
    ],
  },
  'guest-partition-not-grown': {
    meaning:
      'The partition ends where the next partition or the disk ends, so it was not extended. Nothing was changed, and this says nothing about encryption.',
    next: [
      'Resizing an OS disk with Azure Disk Encryption is not supported on Linux: use a data disk, or rebuild the VM.',
      'For a data disk, check with `lsblk` whether the disk itself has its new size.',
    ],
  },
  'guest-volume-not-extended': {
    meaning:
      'There is no free space directly after the volume, so it was not extended. On an encrypted OS disk, the system reserved partition is often in between.',
    next: ['Check the partition order with `Get-Partition`, and take a snapshot before you change any partition.'],
  },
  'guest-bitlocker-policy': {
    meaning: 'BitLocker refused the volume because group policies contradict each other. The volume is unchanged.',
    next: [
      'Find the source of the policies with `gpresult /scope computer /v`, and fix them there.',
      'Apply them with `gpupdate.exe /force`, then enable again.',
    ],
  },
  'guest-disk-write-protected': {
    meaning:
      'Windows does not write to a disk. On a VM whose data disks are not encrypted, the policy “Deny write access to fixed drives not protected by BitLocker” can be the reason (inferred).',
    next: [
      'Check `FDVDenyWriteAccess` and the source of that policy with `gpresult /scope computer /v`.',
      'Check with `manage-bde -status` which volumes are encrypted, and in Disk Management whether the disk is read-only.',
    ],
  },
  'boot-efi-not-mounted': {
    meaning:
      'The VM did not mount `/boot/efi`. A usual cause is a hardening rule that disables VFAT, which the key volume of ADE needs as well. This says nothing about the data on the disk.',
    next: [
      'Snapshot the OS disk, and work on a copy in a repair VM.',
      'Remove `install vfat /bin/true` or a `blacklist vfat` from `/etc/modprobe.d`, and rebuild the initramfs.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
