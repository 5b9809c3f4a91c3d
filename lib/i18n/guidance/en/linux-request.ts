import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** From the arrival of a request to the start of the work, and changes of key settings. */
export const linuxRequest = {
  'linux-install-succeeded': {
    meaning: 'The extension is installed on the VM. No disk is being encrypted yet.',
    next: [
      'Wait for the next text and start no other extension meanwhile.',
      'Still the same after about 10 minutes (rule of thumb): check the VM agent, then `extension.log` in the VM.',
    ],
  },
  'linux-handler-disable-succeeded': {
    meaning:
      'The VM agent switched the extension off, as it does before an update or a removal. No disk was decrypted.',
    next: [
      'Do not read it as "encryption disabled": encrypted volumes stay encrypted.',
      'Judge the disks by their stamps and the last detailed status.',
      'If nobody planned an update or removal, look in the Activity Log for who asked for it.',
    ],
  },
  'linux-uninstall-succeeded': {
    meaning:
      'The extension is gone from the VM. Encrypted volumes are still encrypted, and their key settings are still on the disks.',
    next: [
      'Keep the vault with its keys and secrets: the disks need them at every start.',
      'If any volume is encrypted, install the extension again before you change keys or disable encryption.',
    ],
  },
  'linux-update-succeeded': {
    meaning: 'The extension moved to another version. This changed nothing on the disks.',
    next: ['Wait for the text of the enable call that normally follows; it replaces this one.'],
  },
  'linux-daemon-started-transitioning': {
    meaning:
      'The request was accepted and the background job has started. The key is not stored yet and nothing is encrypted.',
    next: [
      steps.hold,
      'Normal for the first minutes. After about 15 (rule of thumb) suspect package installation or the path to `168.63.129.16`.',
    ],
  },
  'linux-daemon-started-success': {
    meaning:
      'An empty text, shown as `Provisioning succeeded`: the job started again on disks that already carry key settings. It does not mean that encryption is finished.',
    next: [
      'Look at the detailed status: `EncryptionInProgress` or `DecryptionInProgress` means that the job is still running.',
      'While it runs, do not restart the VM and send no further request.',
    ],
  },
  'linux-no-operation-found': {
    meaning: 'The extension was called but found no request to work on. This call did nothing to the disks.',
    next: ['Send the enable request again.', steps.readLog],
  },
  'linux-settings-unreadable': {
    meaning:
      'The protected settings could not be decrypted in the VM, so the call ended at once. It did nothing to the disks.',
    next: [
      'Check the VM agent: restart or update it, and see that `openssl` and `base64` exist in the VM.',
      steps.repeatRequest,
      steps.readLog,
    ],
  },
  'linux-settings-rejected': {
    meaning:
      'A second request, or faulty settings, arrived during a run and was put aside. The running job goes on; an error code shown beside this text may be an old one.',
    next: [
      'Send nothing more until the running job has ended; the detailed status shows whether it is still open.',
      'Then repeat the change once. If you sent none, look for the settings error in `extension.log`.',
    ],
  },
  'linux-settings-stamped-offline': {
    meaning:
      'The platform stored the key and stamped the disks. No block is encrypted yet, although the deployment and the portal look finished.',
    next: ['Do not count the VM as protected: follow the later texts and the detailed status.', steps.hold],
  },
  'linux-settings-stamped-online': {
    meaning:
      'The platform stored the key and stamped the disks. No data is encrypted yet; setting up the encryption layer comes next.',
    next: [steps.hold, 'With volume type OS or All the extension restarts the VM once by itself; leave that to it.'],
  },
  'linux-online-initialized': {
    meaning:
      'The encryption layer is in place and the data is now being encrypted in the background. Until that ends, most of it can still be plain.',
    next: [
      steps.usableMeanwhile,
      'Follow the texts until `Encryption succeeded for …` names every requested volume, then check the detailed status.',
    ],
  },
  'linux-os-encryption-already-running': {
    meaning:
      'A second enable call met the running copy of the OS disk and stepped back. The copy goes on and is not finished.',
    next: ['Send no further request.', steps.hold],
  },
  'linux-settings-updated': {
    meaning: 'The key or vault settings were replaced. The disks stay encrypted; no data was copied.',
    next: [
      'Keep the former key and secret for as long as backups or snapshots depend on them.',
      'Before you retire them, read `extension.log`: a device that refused the new key is named only there.',
    ],
  },
  'linux-migration-succeeded': {
    meaning: 'The VM now uses the single-pass extension. The migration itself neither encrypts nor decrypts anything.',
    next: ['Check that the extension version starts with 1 and that the detailed status reads as it did before.'],
  },
  'linux-update-settings-failed': {
    meaning:
      'Replacing the key settings failed. Nothing was decrypted, but the key file on the key volume may be empty now: after a restart the VM could find no key.',
    next: [
      'Do not restart or stop the VM. Look in it whether `LinuxPassPhraseFileName` below `/mnt/azure_bek_disk` has 0 bytes.',
      'Snapshot every disk, and keep the former key and secret enabled.',
      'File empty, or `True is not in list`: ask Azure support before any restart. Code 52 is about packages.',
    ],
  },
  'linux-update-passphrase-missing': {
    meaning:
      'The keys were not changed, because the current key could not be read from the key volume. The disks keep their state.',
    next: [steps.deallocateStart, 'Then send the key change again.', steps.keepKeyVolume],
  },
  'linux-cvm-preview-flag': {
    meaning:
      'A confidential VM whose settings ask for the data disk preview: work on the data disks begins. They are not encrypted yet.',
    next: [
      'Wait for the next text. For these disks the platform writes no stamp, so only the guest can confirm the result.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
