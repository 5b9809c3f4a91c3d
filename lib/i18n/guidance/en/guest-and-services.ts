import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** Boot screens, tools of the guest, refusals of old clients, and services around an encrypted VM. */
export const guestAndServices = {
  'ps-scale-set-extension-missing': {
    meaning:
      'The cmdlet did not find the extension in the scale set. Old releases say so also where it is there beside other extensions; nothing follows for the disks.',
    next: [
      'Update the `Az.Compute` module and repeat the command.',
      'Read the extensions of the scale set model and of each instance.',
    ],
  },
  'arm-generation-2-dual-pass': {
    meaning:
      'The request has Entra parameters, so it asks for the dual pass, which generation 2 VMs do not have. It was refused and changed nothing.',
    next: [
      'Send the request without `-AadClientID`, `-AadClientSecret` and their like: the single pass supports generation 2.',
    ],
  },
  'arm-scale-set-unsupported': {
    meaning: 'The scale set refused disk encryption as it was asked for. Nothing was encrypted by this request.',
    next: [
      'Check that the scale set uses managed disks, and use `Set-AzVmssDiskEncryptionExtension` or `az vmss encryption enable`.',
      'Remove the extension from the model if a template put it there by itself.',
    ],
  },
  'arm-vault-unfit': {
    meaning:
      'The vault is not enabled for disk encryption, or the resource ID given for it is that of another vault. The request was refused and changed nothing.',
    next: [
      'Set `enabledForDiskEncryption` on the vault.',
      'Give the full resource ID of each vault; `az` guesses the resource group of the VM where only a name is given.',
      steps.requestAgain,
    ],
  },
  'cli-fault-no-settings': {
    meaning:
      'An old azure-cli stumbles here over a VM without key settings in its model. What became of the disks is not said.',
    next: ['Update azure-cli and run `az vm encryption show` again.'],
  },
  'boot-passphrase-prompt': {
    meaning:
      'The VM waits at boot for the key of an encrypted disk, because it did not find the key file on the key volume. The data is still there, encrypted.',
    next: [
      'Do not restart again and again: stop (deallocate) and start once, so that the key volume is attached.',
      'If it asks again, get the secret of the disk from the vault and type its passphrase on the serial console.',
      'Then see why the key was not found: `BEK VOLUME` and the modules in the initramfs.',
    ],
  },
  'boot-root-not-found': {
    meaning:
      'The boot stopped because a disk did not appear. With an encrypted OS disk it was then not unlocked, or a mount in `fstab` is gone; the text alone does not tell which.',
    next: [
      'Save the whole serial log, and snapshot the OS disk before any repair.',
      'Check the device named: `osencrypt` points to the key or the initramfs, another one to `/etc/fstab`.',
      'Repair on a copy: `az vm repair create --unlock-encrypted-vm`.',
    ],
  },
  'boot-grub-rescue': {
    meaning:
      'The boot loader did not find its files. After OS encryption this happens where boot packages are missing. The text says nothing about the data on the disk.',
    next: [
      'Save the serial log, and snapshot the OS disk before any repair.',
      'Repair on a copy: `az vm repair create --unlock-encrypted-vm`, and install the boot packages (`grub-pc-bin`) again.',
    ],
  },
  'boot-bitlocker-recovery': {
    meaning:
      'Windows did not get the key of its encrypted disk at boot and asks for one. Azure Disk Encryption keeps no recovery password; the key is the secret in the vault.',
    next: [
      'Stop (deallocate) the VM, then start it, so that the platform attaches the key volume.',
      'If it asks again, unlock a copy of the disk on a repair VM with the secret from the vault.',
    ],
  },
  'guest-mount-locked': {
    meaning:
      'The disk or partition is encrypted or a part of a volume group, and was not opened before it was to be mounted. That is normal for an encrypted disk.',
    next: [
      'Open it first: `cryptsetup luksOpen` with the key file `LinuxPassPhraseFileName`, for an OS disk also with `--header` and its `osluksheader`.',
      'Or let `az vm repair create --unlock-encrypted-vm` do so.',
    ],
  },
  'asr-target-vault-missing': {
    meaning:
      'Site Recovery needs the keys of the encrypted VM in a vault of the target region, and none was given. Replication was not enabled; the disks of the VM are unchanged.',
    next: [
      'Copy the secrets and keys to a vault in the target region, and choose it when you enable replication.',
      'Check that the account may read the vault here and write the one there.',
    ],
  },
  'backup-vault-permissions': {
    meaning:
      'Azure Backup may not read the keys and secrets of the encrypted VM. Without that there is no backup; the disks of the VM are unchanged.',
    next: [
      'With access policies, give the backup service get, list and backup on keys and secrets of the vault.',
      'With RBAC, give it the role `Key Vault Administrator` or a role with the same data actions on the vault.',
      'Then run the backup again.',
    ],
  },
  'guest-volume-group-twice': {
    meaning:
      'Two disks have a volume group of the same name or physical volumes of the same id, as a VM and a copy of its own image have. Nothing is damaged by that.',
    next: [
      'In the repair VM give the unlocked copy a name of its own: `vgimportclone -n rescuemevg /dev/mapper/osencrypt`, then `vgchange -a y rescuemevg`.',
      'Name it `rootvg` again before the disk goes back to its VM, which looks for that name.',
    ],
  },
  'guest-partition-not-grown': {
    meaning:
      'The partition ends where the next one or the disk does, so it was not made larger. Nothing was changed, and nothing follows for the encryption.',
    next: [
      'Resizing an OS disk with Azure Disk Encryption is not supported on Linux: use a data disk, or build the VM anew.',
      'On a data disk see with `lsblk` whether the disk itself has its new size.',
    ],
  },
  'guest-volume-not-extended': {
    meaning:
      'No free space lies directly behind the volume, so it was not extended. On an encrypted OS disk the system reserved partition often stands between.',
    next: ['See the order of the partitions with `Get-Partition`, and take a snapshot before any of them is changed.'],
  },
  'guest-bitlocker-policy': {
    meaning: 'BitLocker refused the volume because group policies contradict each other. The volume stays as it was.',
    next: [
      'See with `gpresult /scope computer /v` where the policies come from, and mend them there.',
      'Apply them with `gpupdate.exe /force`, then enable again.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
