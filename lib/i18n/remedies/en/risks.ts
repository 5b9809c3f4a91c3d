import type { Remedies } from '../types'

export const risks: Remedies['risks'] = {
  restart: {
    warning: 'The VM restarts: its services stop for some minutes and unsaved work in them is lost.',
    precondition:
      'nothing is being encrypted or decrypted, boot diagnostics is on, and a backup or snapshot of the last 24 hours exists.',
  },
  'removes-extension': {
    warning:
      'Without the extension encrypted volumes are no longer unlocked and reported: access to their data can be lost.',
    precondition: 'every volume is decrypted, or this is not the extension that unlocks them.',
  },
  'erases-data-disks': {
    warning: 'Everything on the mounted data disks and on the temporary disk is erased, and their `UUID` changes.',
    precondition: 'the data was copied elsewhere and read back, and every disk to be spared is unmounted.',
  },
  'unprotects-data': {
    warning: 'The protection of the data is lost: afterwards it is no longer encrypted in the VM.',
    precondition: 'this is allowed by your rules, or another encryption takes its place.',
  },
  'replaces-disk': {
    warning: 'Everything written to the disk since the snapshot is lost.',
    precondition:
      'the snapshot is the right one, a data volume is unmounted, and the present disk is kept until all is proven.',
  },
  irreversible: {
    warning: 'This cannot be switched off again. The name of a deleted vault stays taken until the vault is purged.',
    precondition: 'the owner of the vault agrees.',
  },
  'stops-vm': {
    warning:
      'The VM is deallocated: its services stop, temporary disks lose their content, and a dynamic public address can change.',
    precondition:
      'nothing is being encrypted or decrypted, its users know, and nothing of value is on a temporary disk.',
  },
  'opens-network': {
    warning: 'Protection of the network is lost: traffic that was denied passes.',
    precondition: 'the owner of the network agrees.',
  },
  'never-during-os-encryption': {
    warning: 'Never run this while the OS disk is being encrypted: signing in and open files make it fail.',
    precondition: 'the status does not say that OS encryption is under way.',
  },
  'needs-key': {
    warning:
      'At this start the platform fetches the key again. Without it an encrypted VM does not start, and its data cannot be read.',
    precondition:
      'vault, secret and key exist, are enabled and let the platform in; this was checked within the last 15 minutes.',
  },
  'stops-services': {
    warning: 'Services in the VM stop: unsaved work in them is lost, and they are not available until they run again.',
    precondition: 'the owners of the services agree.',
  },
  'removes-other-extension': {
    warning: 'What the other extension does stops, and its settings are lost.',
    precondition: 'you can install it again with the same settings.',
  },
  'removes-lock': {
    warning: 'The protection of the lock is lost: resources can be changed or deleted by mistake.',
    precondition: 'the owner of the lock agrees, and its level, scope and note are written down.',
  },
  'changes-key': {
    warning:
      'Where a disk is encrypted already, this request changes its key. If that fails, the key on the key volume can be lost, and the VM does not start again.',
    precondition:
      'either no disk is encrypted yet, or the secrets and keys of now are kept and every disk has a snapshot.',
  },
  'irreversible-os-encryption': {
    warning:
      'An encrypted Linux OS disk cannot be decrypted: the way back is a new VM, and without its key the data is lost.',
    precondition: 'a snapshot of every disk exists, and the causes above are gone.',
  },
}
