import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

const readBeside = 'Read the message shown with this word.'
const guestCheckStep = 'Check the detailed status (Linux) or `manage-bde -status` in the VM (Windows).'

/** What agent, host, ARM and PowerShell say themselves. */
export const platform = {
  'agent-invalid-status': {
    meaning: 'The VM agent could not read the extension’s status file. This says nothing about the disks.',
    next: [
      'Wait for the next status: the file may have been incomplete.',
      'If it recurs, check free space and the extension’s `status` folder in the VM.',
    ],
  },
  'agent-no-status-file': {
    meaning: 'The extension has written no status, so the VM agent reports instead. This says nothing about the disks.',
    next: ['Wait a few minutes: enable may not have run yet.', steps.readLog],
  },
  'agent-status-truncated': {
    meaning:
      'The agent truncated the text because the status file exceeded 128 KB. The cause may be in the missing part.',
    next: ['Use the code and the detailed status for now.', steps.readLog],
  },
  'agent-unavailable': {
    meaning:
      'The VM agent is not ready, so the extension status in ARM can be old or missing. This says nothing about the disks.',
    next: [
      'Right after creation or start, wait a few minutes.',
      'Otherwise start or repair the agent and check that the VM can reach Azure Storage.',
    ],
  },
  'agent-not-responding': {
    meaning:
      'The VM agent has not responded for a while. For minutes that is normal while a Linux OS disk is encrypted (inferred).',
    next: [
      'During OS encryption leave the VM alone.',
      'Otherwise check in boot diagnostics whether the VM hangs or is shutting down.',
    ],
  },
  'agent-ready': {
    meaning: 'The VM agent works. This says nothing about encryption.',
    next: ['No action required here: read the extension status.'],
  },
  'agent-handler-ready': {
    meaning: 'The extension is installed and enabled in the VM. This says nothing about encryption.',
    next: ['Read its progress message and detailed status.'],
  },
  'agent-handler-notready': {
    meaning: 'The agent could not install or enable the extension. This decrypts nothing.',
    next: [readBeside, 'Check that the VM agent is current and that the operating system is supported.'],
  },
  'agent-handler-installing': {
    meaning: 'The extension is being installed. This says nothing about the disks.',
    next: ['Wait for its first status.'],
  },
  'agent-handler-unresponsive': {
    meaning: 'The agent received no heartbeat from the extension. ADE sends none, so this alone proves no fault.',
    next: [readBeside, 'Check whether the VM agent itself is ready.'],
  },
  'disk-state-encrypted': {
    meaning:
      'The platform wrote key settings to the disk. That stamp comes long before the data is encrypted and remains after a failed run; it is no proof.',
    next: [guestCheckStep],
  },
  'disk-state-not-encrypted': {
    meaning: 'The disk has no key settings: ADE never stamped it, or a disable request removed them.',
    next: [
      'Compare with the detailed status: during decryption the stamp is already removed.',
      'With dual pass and on confidential VMs, disks can be encrypted without a stamp.',
    ],
  },
  'disk-display-enabled': {
    meaning: 'This is how the stamp is displayed: the disk has key settings. It does not show how much is encrypted.',
    next: [guestCheckStep],
  },
  'disk-display-not-encrypted': {
    meaning:
      'This is how a disk without key settings is displayed. It does not show whether its data was ever encrypted.',
    next: [
      'Compare with the detailed status: during decryption the stamp is already removed.',
      'Check whether encryption at host or a confidential OS disk protects the VM.',
    ],
  },
  'display-transitioning': {
    meaning:
      'The extension is running and its message is empty, so tools show this word. It does not show the progress.',
    next: [steps.hold],
  },
  'display-provisioning-succeeded': {
    meaning:
      'The message is empty and the last operation had no error, so tools show this word. It does not mean that encryption is complete.',
    next: ['On Linux, `EncryptionInProgress` in the detailed status shows that a job is running.', guestCheckStep],
  },
  'display-provisioning-failed': {
    meaning: 'The last operation ended with an error; message and code show which.',
    next: [
      'Read the message and the code.',
      'On Linux, code 22 and the message `Restarted extension from stripped down OS` are not failures: the run continues.',
    ],
  },
  'ps-status-not-available': {
    meaning: 'PowerShell found no extension status in the instance view. This says nothing about the disks.',
    next: [
      'Check that the VM is running, its agent is ready and the extension is still installed.',
      'Until then only the stamps are available, and they do not prove encryption.',
    ],
  },
  'ps-no-extension': {
    meaning:
      'PowerShell found neither the extension nor key settings, so it reports no ADE here. It does not show other kinds of encryption.',
    next: [
      'Check whether encryption at host or a confidential OS disk protects the VM.',
      'For an unprotected VM, prefer encryption at host: ADE retires on 15 September 2028.',
    ],
  },
  'ps-windows-volumes': {
    meaning:
      'PowerShell repeats its two values for Windows with dual pass. They come from the VM model and the request, not from the guest.',
    next: ['Run `manage-bde -status` in the VM to check the volumes themselves.'],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
