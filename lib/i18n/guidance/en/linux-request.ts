import type { GuidedKind } from '../kinds'
import type { Guidance } from '../types'
import { steps } from './steps'

/** From the arrival of a request to the start of the work, and changes of key settings. */
export const linuxRequest = {
  'linux-install-succeeded': {
    meaning: 'The extension is installed on the VM. No disk is being encrypted yet.',
    next: [
      'Wait for the next message, and start no other extension in the meantime.',
      'If unchanged after about 10 minutes (rule of thumb): check the VM agent, then `extension.log` in the VM.',
    ],
  },
  'linux-handler-disable-succeeded': {
    meaning: 'The VM agent disabled the extension, as it does before an update or a removal. No disk was decrypted.',
    next: [
      'Do not read it as "encryption disabled": it decrypts nothing.',
      'Check the stamps of the disks and the last detailed status.',
      'If no update or removal was planned, check in the Activity Log who requested it.',
    ],
  },
  'linux-uninstall-succeeded': {
    meaning:
      'The extension was removed from the VM. The removal decrypts nothing and leaves the key settings on the disks.',
    next: [
      'Keep the vault with its keys and secrets: the disks need them at every start.',
      'If any volume is encrypted, install the extension again before you change keys or disable encryption.',
    ],
  },
  'linux-update-succeeded': {
    meaning: 'The extension was updated to another version. This changed nothing on the disks.',
    next: ['Wait for the message of the enable call that normally follows; it replaces this one.'],
  },
  'linux-daemon-started-transitioning': {
    meaning:
      'The request was accepted and the background job has started. The key is not stored yet and nothing is encrypted.',
    next: [
      steps.hold,
      'Normal for the first minutes. After about 15 (rule of thumb), check package installation and the path to `168.63.129.16`.',
    ],
  },
  'linux-daemon-started-success': {
    meaning:
      'An empty message, shown as `Provisioning succeeded`: the job restarted on disks that already have key settings. It does not mean that encryption is complete.',
    next: [
      'Check the detailed status: `EncryptionInProgress` or `DecryptionInProgress` means that the job is still running.',
      'While it runs, do not restart the VM or send another request.',
    ],
  },
  'linux-no-operation-found': {
    meaning: 'The extension was called but found no request to process. This call did nothing to the disks.',
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
      'A second request, or invalid settings, arrived during a run and was ignored. The running job continues; an error code shown with this message may be an old one.',
    next: [
      'Send nothing more until the running job has ended; the detailed status shows whether it is still running.',
      'Then repeat the change once. If you sent none, look for the settings error in `extension.log`.',
    ],
  },
  'linux-settings-stamped-offline': {
    meaning:
      'The platform stored the key and stamped the disks. No block is encrypted yet, although the deployment and the portal look complete.',
    next: ['Do not count the VM as protected: follow the later messages and the detailed status.', steps.hold],
  },
  'linux-settings-stamped-online': {
    meaning:
      'The platform stored the key and stamped the disks. No data is encrypted yet; the encryption layer is set up next.',
    next: [steps.hold, 'With volume type OS or All the extension restarts the VM once; do not restart it manually.'],
  },
  'linux-online-initialized': {
    meaning:
      'The encryption layer is in place and the data is now being encrypted in the background. Until that ends, most of it can still be unencrypted.',
    next: [
      steps.usableMeanwhile,
      'Follow the messages until `Encryption succeeded for …` names every requested volume, then check the detailed status.',
    ],
  },
  'linux-os-encryption-already-running': {
    meaning: 'A second enable call found the OS disk copy running and stopped. The copy continues and is not finished.',
    next: ['Do not send another request.', steps.hold],
  },
  'linux-settings-updated': {
    meaning: 'The key or vault settings were replaced. This decrypted nothing and copied no data.',
    next: [
      'Keep the previous key and secret as long as backups or snapshots depend on them.',
      'Before you retire them, read `extension.log`: only the log names a device that refused the new key.',
    ],
  },
  'linux-migration-succeeded': {
    meaning: 'The VM now uses the single-pass extension. The migration itself neither encrypts nor decrypts anything.',
    next: ['Check that the extension version starts with 1 and that the detailed status is the same as before.'],
  },
  'linux-update-settings-failed': {
    meaning:
      'Replacing the key settings failed. Nothing was decrypted, but the key file on the key volume may now be empty: after a restart the VM may find no key.',
    next: [
      'Do not restart or stop the VM. Check in it whether `LinuxPassPhraseFileName` below `/mnt/azure_bek_disk` has 0 bytes.',
      'Snapshot every disk, and keep the previous key and secret enabled.',
      'If the file is empty, or you see `True is not in list`: contact Azure support before any restart. Code 52 is about packages.',
    ],
  },
  'linux-update-passphrase-missing': {
    meaning:
      'The keys were not changed, because the current key could not be read from the key volume. The disks are unchanged.',
    next: [
      'Do not restart or stop the VM. Check in it whether `LinuxPassPhraseFileName` below `/mnt/azure_bek_disk` exists and has more than 0 bytes.',
      'Snapshot every disk, keep the previous key and secret enabled, and do not touch the small disk labelled `BEK VOLUME`.',
      'Contact Azure support before any restart and before the next key change.',
    ],
  },
  'linux-cvm-preview-flag': {
    meaning:
      'A confidential VM whose settings request the data disk preview: data disk encryption is starting. The disks are not encrypted yet.',
    next: [
      'Wait for the next message. The platform writes no stamp for these disks, so only the guest can confirm the result.',
    ],
  },
} satisfies Partial<Record<GuidedKind, Guidance>>
