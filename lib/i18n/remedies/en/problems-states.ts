import type { ProblemWords } from '../types'

/** States that are not what they seem, or that need an action. */
export const stateProblems = {
  'stamped-but-not-encrypted': {
    title: 'Shown as encrypted, but the VM reports not encrypted',
    meaning:
      'The disk carries key settings, so the portal shows it as encrypted. The extension inside the VM reports it as not encrypted. The extension’s report counts.',
    consequence: 'Anyone who gets the disk can read the data, while audits based on the settings pass.',
  },
  'restart-pending': {
    title: 'The VM waits for a restart',
    meaning:
      'The encrypted copy of the OS disk is complete. The VM still runs from memory and must restart once from the encrypted disk.',
    consequence:
      'Until then the VM cannot be used and its services are down. Newer versions restart automatically within minutes.',
  },
  'encrypted-but-not-stamped': {
    title: 'VM reports encrypted, but the disk has no key settings',
    meaning: 'The extension reports the volume as encrypted, but Azure has no key settings for it.',
    consequence:
      'After a deallocation and start, the platform may not deliver the key, and the disk may stay locked (inferred).',
  },
  'stamped-after-failed-run': {
    title: 'Key settings left over from a failed run',
    meaning:
      'Azure writes the settings before the first block is encrypted. After a failure they stay, whether or not the disk was encrypted.',
    consequence: 'The portal and settings-based audits show the disk as encrypted.',
  },
  'data-not-encrypted-after-success': {
    title: 'Run reported success, but data volumes are not encrypted',
    meaning:
      'The extension skips busy volumes and volumes without a mounted file system, and reports no error. Volumes stacked on encrypted devices are reported the same way.',
    consequence: 'Data that you believe to be encrypted may not be.',
  },
  'data-disk-not-covered': {
    title: 'A data disk next to encrypted disks is not encrypted',
    meaning: 'It was attached after encryption, was not mounted during the run, or was not included in the request.',
    consequence: 'Its data is not encrypted until a new request includes it.',
  },
  'data-disks-not-mounted': {
    title: 'No data disk mounted, or no data disks',
    meaning:
      'The extension found no mounted data disk, so it reported nothing about their encryption. It reports the same if the VM has no data disk.',
    consequence: 'A disk that is not mounted is not checked: it may not be encrypted.',
  },
  'decryption-not-resuming': {
    title: 'Decryption stopped midway',
    meaning:
      'The decryption marker is present, but the extension is not decrypting. Decryption does not resume after a restart in the middle (inferred).',
    consequence: 'Part of the data is decrypted and part is encrypted; the volume cannot be used in this state.',
  },
  'encryption-overdue': {
    title: 'Takes longer than expected',
    meaning: 'No progress for longer than usual. The run may be slow, or it may have ended without a message.',
    consequence:
      'A VM cannot be used while its OS disk is being copied. Restarting it can destroy the disk: keep it running until the copy has certainly ended.',
  },
  'decryption-running': {
    title: 'Volumes are being decrypted',
    meaning:
      'Decryption is in progress inside the VM. The data no longer counts as protected from the moment it starts.',
    consequence: 'On Linux, a decryption that stops midway does not resume on its own (inferred).',
  },
  'disable-refused-os-encrypted': {
    title: 'Disabling encryption was refused',
    meaning: 'On Linux, an encrypted OS disk cannot be decrypted, and neither can the data disks of that VM.',
    consequence: 'Nothing changed: all disks are as before.',
  },
  'query-sent-to-single-pass': {
    title: 'A status query overwrote the last status',
    meaning:
      'The single-pass extension does not support status queries. Its rejection has replaced the last real status.',
    consequence: 'The disks are unchanged, but tools show a failure.',
  },
  'extension-removed': {
    title: 'Extension removed, key settings remain',
    meaning: 'Disks still carry key settings, but no extension reports on them or unlocks a new data disk.',
    consequence:
      'The removal decrypted nothing. Azure cannot show which disks are encrypted, and disabling encryption no longer works properly.',
  },
  'extension-deprecated': {
    title: 'Deprecated extension installed',
    meaning: '`Microsoft.OSTCExtensions` is no longer supported; `Microsoft.Azure.Security` replaced it.',
    consequence: 'It gets no updates and may fail at any time.',
  },
  'extension-wrong-os': {
    title: 'Extension for the wrong operating system',
    meaning: 'The Windows extension is installed on a Linux VM, or the other way round. It cannot run.',
    consequence: 'It encrypts nothing.',
  },
  'other-extension-failed': {
    title: 'Another extension has failed',
    meaning: 'Azure may refuse further changes to the VM while an extension is in the failed state.',
    consequence: 'An encryption request may be refused, or fail because of it.',
  },
  'other-extension-running': {
    title: 'Another extension is running at the same time',
    meaning: 'Disk encryption must be the only change in progress; a second change at the same time can make it fail.',
    consequence: 'A mount may be busy at the wrong moment and end the run.',
  },
  'two-kinds-of-encryption': {
    title: 'Two kinds of encryption on one VM',
    meaning:
      'Encryption at host or a customer-managed key is set on a VM that uses Azure Disk Encryption. They cannot be combined.',
    consequence: 'Changes to the VM may be refused, and neither state is reliable.',
  },
  'report-unreadable': {
    title: 'The extension’s report cannot be read',
    meaning: 'Its substatus is not valid JSON, or contains unknown values.',
    consequence: 'What the VM reports about its disks is unknown.',
  },
  'report-missing': {
    title: 'No status of the extension arrives',
    meaning:
      'No extension status arrives: the VM may be off, or its agent or the extension does not report. Other tools then show `Extension status not available on the VM`.',
    consequence:
      'Whether the disks are encrypted cannot be determined from Azure. The message alone says nothing about them.',
  },
  'agent-not-ready': {
    title: 'VM agent not responding',
    meaning:
      'The extension’s last report may be outdated. During OS encryption, minutes without a response are normal.',
    consequence: 'Extensions cannot be installed or changed, and no new report arrives.',
  },
  'agent-too-old': {
    title: 'The VM agent is too old',
    meaning:
      'Disk encryption needs a newer agent: old versions do not pass on extension status, or cannot run this extension.',
    consequence: 'Requests fail or get no response.',
  },
  'vm-stopping': {
    title: 'Azure is stopping the VM while a disk is worked on',
    meaning:
      'The VM is being stopped or deallocated before the work on its volumes has ended. That interrupts the work.',
    consequence:
      'A half-written disk may not boot or open again. Wait until the VM is off, then take a snapshot of every disk before you start it.',
  },
  'vm-not-running': {
    title: 'The VM is off',
    meaning: 'The last report dates from before the VM stopped. Any work in progress has stopped.',
    consequence: 'Nothing continues until you start the VM. An interrupted OS disk copy may have destroyed the disk.',
  },
  'os-encryption-silent-phase': {
    title: 'Copying the OS disk; no progress reported',
    meaning:
      'Hours without a new message are normal here: this step reports no percentage, SSH is closed, and the VM cannot be used.',
    consequence: 'The step ends with an automatic restart. Interrupting it can destroy the disk.',
  },
  'success-text-not-the-end': {
    title: 'Message says success, but the job is still running',
    meaning:
      'The message refers to one step. The detailed status shows volumes still in progress, and the detailed status counts.',
    consequence:
      'Do not restart, stop or resize the VM: an interruption can destroy its OS disk. Wait until the detailed status shows no volume in progress.',
  },
  'harmless-unmount-attempt': {
    title: 'One of ten unmount attempts failed; not a failure yet',
    meaning:
      'The extension tries ten times, ten seconds apart, to unmount the old root. It reports every attempt as an error.',
    consequence: 'No impact yet. The run fails only after the tenth attempt.',
  },
  'harmless-stripped-down-restart': {
    title: 'Reported as an error, but a normal step',
    meaning: 'The extension has restarted in the minimal system in memory. Some distributions report this as an error.',
    consequence: 'No impact: the run continues.',
  },
  'azure-stopped-waiting': {
    title: 'Azure stopped waiting for an answer',
    meaning: 'A time limit ended the wait for the VM or its extension. The text shows no failure of the work itself.',
    consequence: 'The work may still be running in the VM, or may hang. A new request or a stop could interrupt it.',
  },
  'operation-running': {
    title: 'Extension operation in progress',
    meaning: 'Azure has sent a request to the extension, and it has not finished.',
    consequence: 'Another request now would be refused or would disrupt this one.',
  },
  'azure-word-unknown': {
    title: 'Azure returned a value that Sealwatch does not know',
    meaning: 'A power state, provisioning state or key settings code has a value that Sealwatch does not recognise.',
    consequence:
      'What it means for the VM is unknown. Sealwatch determines the state without it, so compare with the Azure portal.',
  },
  'message-unrecognised': {
    title: 'Unrecognised extension message',
    meaning: 'The message is not in the Sealwatch catalogue. Phase and level are shown as far as Azure provides them.',
    consequence: 'What it means for the disks is unknown.',
  },
  'extension-renamed': {
    title: 'The extension has a custom name',
    meaning: 'It works as usual. Tools that look for the default name do not find it.',
    consequence: 'Some tools report that encryption is not enabled, or show no status.',
  },
  'dual-pass-leftover': {
    title: 'Residual dual-pass settings',
    meaning: 'Encryption was disabled, and the VM model keeps the settings, marked as disabled.',
    consequence: 'No impact on the disks. Some tools report an error because of these settings.',
  },
  'dual-pass-in-use': {
    title: 'Dual pass (previous version) in use',
    meaning: 'The VM stores its key itself, using an Entra application. Single pass has replaced this.',
    consequence:
      'The application and its secret must stay valid, and the VM must be able to reach Entra and the vault.',
  },
  'key-expires-soon': {
    title: 'The key encryption key expires soon',
    meaning:
      'The key version that the disks use expires within 30 days. Key Vault can still unlock disks with it afterwards.',
    consequence:
      'After it expires, new requests and key changes fail. A policy or an administrator may also disable expired keys: then the VM does not boot.',
  },
  'host-encryption-not-counted': {
    title: 'Intune may report this VM as not compliant',
    meaning:
      'Encryption at host protects the disks outside of Windows, so BitLocker is off. An Intune device policy that requires BitLocker does not detect this protection.',
    consequence:
      'If such a policy applies, Conditional Access can block users. Azure does not show whether one applies.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
