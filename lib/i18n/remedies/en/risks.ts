import type { Remedies } from '../types'

export const risks: Remedies['risks'] = {
  restart: {
    warning: 'The VM restarts and its services stop for some minutes.',
    precondition:
      'boot diagnostics is on, the key vault can be reached, and a backup or snapshot of the last 24 hours exists.',
  },
  'restart-during-encryption': {
    warning: 'A restart during the copy can destroy the OS disk.',
    precondition:
      'a snapshot from before encryption exists, and you are certain that nothing is being copied any more.',
  },
  'removes-extension': {
    warning: 'Without the extension nothing unlocks or reports encrypted disks.',
    precondition: 'every volume is decrypted, or this is not the extension that unlocks them.',
  },
  'erases-data-disks': {
    warning: 'Everything on the data disks is erased.',
    precondition: 'the data was copied elsewhere and the copy was read back.',
  },
  'unprotects-data': {
    warning: 'The data is no longer encrypted in the VM afterwards.',
    precondition: 'this is allowed by your rules, or another encryption takes its place.',
  },
  'replaces-disk': {
    warning: 'Everything written since the snapshot is lost.',
    precondition: 'the snapshot is the right one, and the present disk is kept until all is proven.',
  },
  irreversible: {
    warning: 'This cannot be undone: an encrypted Linux OS disk cannot be decrypted.',
    precondition: 'a snapshot of every disk exists, and the causes above are gone.',
  },
  'stops-vm': {
    warning: 'The VM is deallocated; its temporary disk loses its content.',
    precondition: 'its users know, and nothing of worth is on a temporary disk.',
  },
  'opens-network': {
    warning: 'Network traffic that was blocked is allowed.',
    precondition: 'the people who own the network agree.',
  },
  'never-during-os-encryption': {
    warning: 'Never run this while the OS disk is being encrypted: signing in and open files make it fail.',
    precondition: 'the status does not say that OS encryption is under way.',
  },
}
