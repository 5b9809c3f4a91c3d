import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readBeside = 'Read the message that stands beside this word.'
const guestCheckStep = 'Judge by the detailed status (Linux) or by `manage-bde -status` in the VM (Windows).'

/** What agent, host, ARM and PowerShell say themselves. */
export const platform = {
  'agent-invalid-status': {
    meaning: 'The VM agent could not read the status file of the extension. Nothing follows from this for the disks.',
    next: [
      'Wait for the next status: the file may have been only half written.',
      'If it stays, check free space and the `status` folder of the extension in the VM.',
    ],
  },
  'agent-no-status-file': {
    meaning:
      'There is no status of the extension, so the VM agent speaks in its place. It tells nothing about the disks.',
    next: ['Wait some minutes, since enable may not have run yet.', steps.readLog],
  },
  'agent-status-truncated': {
    meaning:
      'The agent cut the text because the status file had grown beyond 128 KB. The cause may be in the part that is gone.',
    next: ['Judge by code and the detailed status for now.', steps.readLog],
  },
  'agent-unavailable': {
    meaning:
      'The VM agent is not ready, so what ARM shows of the extension can be old or missing. It tells nothing about the disks.',
    next: [
      'Right after creation or start, wait some minutes.',
      'Otherwise start or repair the agent and check that the VM reaches Azure storage.',
    ],
  },
  'agent-not-responding': {
    meaning:
      'The VM agent has been silent for a while. For minutes that is normal while a Linux OS disk is encrypted (inferred).',
    next: [
      'During OS encryption leave the VM alone.',
      'Otherwise look in boot diagnostics whether the VM hangs or is shutting down.',
    ],
  },
  'agent-ready': {
    meaning: 'The VM agent works. It tells nothing about encryption.',
    next: ['Nothing to do here: read the status of the extension.'],
  },
  'agent-handler-ready': {
    meaning: 'The extension is installed and switched on in the VM. It tells nothing about encryption.',
    next: ['Read its progress message and detailed status.'],
  },
  'agent-handler-notready': {
    meaning: 'The agent could not install the extension or switch it on. Volumes that are encrypted stay so.',
    next: [readBeside, 'Check that the VM agent is current and that the operating system is supported.'],
  },
  'agent-handler-installing': {
    meaning: 'The extension is just being installed. Its work on the disks has not begun.',
    next: ['Wait for its first status.'],
  },
  'agent-handler-unresponsive': {
    meaning: 'The agent misses the heartbeat of the extension. ADE sends none, so the word alone proves no fault.',
    next: [readBeside, 'See whether the VM agent itself is ready.'],
  },
  'disk-state-encrypted': {
    meaning:
      'The platform put key settings on the disk. That stamp comes long before the data is encrypted and outlives a failed run; it is no proof.',
    next: [guestCheckStep],
  },
  'disk-state-not-encrypted': {
    meaning: 'The disk carries no key settings: ADE never stamped it, or a disable request removed them.',
    next: [
      'Compare with the detailed status: during decryption the stamp is already gone.',
      'In the dual pass and on confidential VMs disks can be encrypted without a stamp.',
    ],
  },
  'disk-display-enabled': {
    meaning:
      'This is how the stamp is displayed: key settings are on the disk. How much of it is encrypted does not follow.',
    next: [guestCheckStep],
  },
  'disk-display-not-encrypted': {
    meaning:
      'This is how a disk without key settings is displayed. Whether its data was ever encrypted does not follow.',
    next: [
      'Compare with the detailed status: while volumes are decrypted the stamp is gone already.',
      'Check whether encryption at host or a confidential OS disk protects the VM.',
    ],
  },
  'display-transitioning': {
    meaning:
      'The extension is at work and its message is empty, so tools show this word. It does not tell how far the work is.',
    next: [steps.hold],
  },
  'display-provisioning-succeeded': {
    meaning:
      'The message is empty and the last operation had no error, so tools show this word. It does not mean that encryption is finished.',
    next: ['On Linux, `EncryptionInProgress` in the detailed status shows that a job is open.', guestCheckStep],
  },
  'display-provisioning-failed': {
    meaning: 'The last operation ended with an error; message and code tell which.',
    next: [
      'Read the message and the code.',
      'On Linux, code 22 and the text `Restarted extension from stripped down OS` are no failure: the run goes on.',
    ],
  },
  'ps-status-not-available': {
    meaning: 'PowerShell found no status of the extension in the instance view. It tells nothing about the disks.',
    next: [
      'Check that the VM runs, that its agent is ready and that the extension is still there.',
      'Until then only the stamps are left, and they prove no encryption.',
    ],
  },
  'ps-no-extension': {
    meaning:
      'PowerShell found neither the extension nor key settings, so it sees no ADE here. Other kinds of encryption do not show in it.',
    next: [
      'Check whether encryption at host or a confidential OS disk protects the VM.',
      'For a VM without protection prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'ps-windows-volumes': {
    meaning:
      'PowerShell repeats its two values for Windows in the dual pass. They come from the VM model and the request, not from the guest.',
    next: ['Run `manage-bde -status` in the VM to see the volumes themselves.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
