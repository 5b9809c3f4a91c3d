import type { Remedies } from '../types'

export const risks: Remedies['risks'] = {
  restart: {
    warning: 'The VM restarts: its services stop for some minutes, and unsaved work in them is lost.',
    precondition:
      'nothing is being encrypted or decrypted, boot diagnostics is on, and a backup or snapshot from the last 24 hours exists.',
  },
  'removes-extension': {
    warning:
      'Without the extension, encrypted volumes are no longer unlocked or reported: access to their data can be lost.',
    precondition: 'every volume is decrypted, or this is not the extension that unlocks them.',
  },
  'erases-data-disks': {
    warning: 'Everything on the mounted data disks and on the temporary disk is erased, and their `UUID` changes.',
    precondition: 'the data was copied elsewhere and read back, and every disk to keep is unmounted.',
  },
  'unprotects-data': {
    warning: 'The protection of the data is lost: afterwards it is no longer encrypted in the VM.',
    precondition: 'your rules allow this, or another encryption takes its place.',
  },
  'replaces-disk': {
    warning: 'Everything written to the disk since the snapshot is lost.',
    precondition:
      'this is the right snapshot, a data volume is unmounted, and you keep the current disk until everything is verified.',
  },
  irreversible: {
    warning: 'This cannot be disabled again. The name of a deleted vault stays taken until the vault is purged.',
    precondition: 'the owner of the vault agrees.',
  },
  'stops-vm': {
    warning:
      'The VM is deallocated: its services stop, temporary disks lose their content, and a dynamic public IP address can change.',
    precondition:
      'nothing is being encrypted or decrypted, the VM’s users know, and no temporary disk holds anything of value.',
  },
  'deallocates-with-settings': {
    warning:
      'If the VM has key settings, it is deallocated and started: its services stop, temporary disks lose their content, and a dynamic public IP address can change.',
    precondition: 'the VM’s users know, and no temporary disk holds anything of value.',
  },
  'opens-network': {
    warning: 'Protection of the network is lost: traffic that was denied is then allowed.',
    precondition: 'the owner of the network agrees.',
  },
  'removes-vault-access': {
    warning:
      'Users and applications with an access policy of the previous tenant lose access until it is granted again.',
    precondition: 'you have noted all access policies, and the owner of the vault agrees.',
  },
  'overwrites-key-file': {
    warning: 'The key file is replaced: if it held the only copy of the key, the volume can no longer be opened.',
    precondition: 'a copy of the file is kept elsewhere, and the new key opens the volume in a test.',
  },
  'replaces-permissions': {
    warning:
      'Of each kind that the command names (keys, secrets), the new list replaces this identity’s present list: it loses access through every permission that is not listed again. Kinds that are not named, and other identities, keep theirs.',
    precondition: 'you have read the present access policies, and the command lists all that this identity needs.',
  },
  'removes-lockout': {
    warning:
      'The VM no longer locks itself after failed sign-ins: this protection against guessing a password is lost.',
    precondition: 'the owner of the policy agrees, and access to the VM’s sign-in is limited.',
  },
  'loses-repair-vm': {
    warning:
      'If the repair VM’s own group is renamed, the repair VM does not boot again: it is lost after this repair.',
    precondition: 'the repair VM was made for this repair alone.',
  },
  'renames-volume-group': {
    warning: 'Until the volume group has its old name again, the VM does not boot from this disk.',
    precondition: 'this is a copy, or a snapshot of the disk exists, and you have noted the old name.',
  },
  'never-during-os-encryption': {
    warning: 'Never run this while the OS disk is being encrypted: sign-ins and open files make encryption fail.',
    precondition: 'the status does not show OS encryption in progress.',
  },
  'needs-key': {
    warning:
      'At this start the platform fetches the key again. Without the key an encrypted VM does not boot, and its data cannot be read.',
    precondition:
      'vault, secret and key exist, are enabled and allow the platform; verified within the last 15 minutes.',
  },
  'stops-services': {
    warning: 'Services in the VM stop: unsaved work in them is lost, and they are unavailable until they run again.',
    precondition: 'the owners of the services agree.',
  },
  'removes-other-extension': {
    warning: 'The other extension stops working, and its settings are lost.',
    precondition: 'you can install it again with the same settings.',
  },
  'removes-lock': {
    warning: 'The protection of the lock is lost: resources can be changed or deleted by mistake.',
    precondition: 'the owner of the lock agrees, and you have noted its level, scope and note.',
  },
  'changes-key': {
    warning:
      'If a disk is already encrypted, this request changes its key. If that fails, the key on the key volume can be lost, and the VM does not boot again.',
    precondition:
      'no disk is encrypted yet, or you keep the current secrets and keys and have a snapshot of every disk.',
  },
  'irreversible-os-encryption': {
    warning:
      'An encrypted Linux OS disk cannot be decrypted: the only way back is a new VM, and without its key the data is lost.',
    precondition: 'a snapshot of every disk exists, and the causes above are resolved.',
  },
}
