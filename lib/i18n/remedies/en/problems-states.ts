import type { ProblemWords } from '../types'

/** States that are not what they seem, or that wait for someone. */
export const stateProblems = {
  'stamped-but-not-encrypted': {
    title: 'Shown as encrypted, but the VM says it is not',
    meaning:
      'The disk carries key settings, so the portal shows it as encrypted. The extension inside reports it as plain. The report counts.',
    consequence: 'The data is readable for whoever gets the disk, while audits that look at the settings are content.',
  },
  'restart-pending': {
    title: 'The VM waits for a restart',
    meaning:
      'The OS disk has been copied in encrypted form. The VM still runs from memory and has to start once from the encrypted disk.',
    consequence:
      'Until then the VM cannot be used and its services are down. Newer versions restart by themselves within minutes.',
  },
  'encrypted-but-not-stamped': {
    title: 'The VM says encrypted, but the disk carries no key settings',
    meaning: 'The extension reports the volume as encrypted, while Azure has no key settings for it.',
    consequence:
      'After a deallocation and a start the platform may not hand over the key, and the disk may stay locked (inferred).',
  },
  'stamped-after-failed-run': {
    title: 'Key settings remain from a run that failed',
    meaning:
      'Settings are written before the first block is encrypted. After a failure they stay, whether the disk was encrypted or not.',
    consequence: 'The portal and audits of settings show the disk as encrypted.',
  },
  'data-not-encrypted-after-success': {
    title: 'Data volumes stayed plain although the run reported success',
    meaning:
      'A busy volume is passed over without an error, and so is one without a mounted file system. Volumes stacked on encrypted ones read the same.',
    consequence: 'Data that is believed to be encrypted may not be.',
  },
  'data-disk-not-covered': {
    title: 'A data disk beside encrypted ones is plain',
    meaning: 'It was attached after encryption, was not mounted during the run, or was not asked for.',
    consequence: 'Its data stays plain until a new request includes it.',
  },
  'data-disks-not-mounted': {
    title: 'No data disk was mounted, or there is none',
    meaning:
      'The extension found no mounted data disk, so it has said nothing about their encryption. It says the same where the VM has no data disk.',
    consequence: 'Disks that are not mounted are not encrypted, and what their settings say is not confirmed.',
  },
  'decryption-not-resuming': {
    title: 'A decryption has stopped half-way',
    meaning:
      'The mark of a decryption is there, but the extension is not decrypting. After a restart in the middle it does not go on (inferred).',
    consequence: 'Part of the data is plain and part is encrypted; the volume cannot be used as it is.',
  },
  'encryption-overdue': {
    title: 'It takes longer than it should',
    meaning:
      'The work has shown no progress for longer than is usual. It may be slow, or it may have ended without a message.',
    consequence:
      'A VM whose OS disk is being copied cannot be used meanwhile. Restarting it can destroy the disk: keep it running until the copy has certainly ended.',
  },
  'decryption-running': {
    title: 'Data volumes are being decrypted',
    meaning: 'The work goes on inside the VM. From its beginning the data no longer counts as protected.',
    consequence: 'If the VM stops now, decryption does not resume by itself (inferred).',
  },
  'disable-refused-os-encrypted': {
    title: 'Switching off was refused',
    meaning: 'On Linux an encrypted OS disk cannot be decrypted, nor can the data disks of such a VM.',
    consequence: 'Nothing has changed: all disks are as they were.',
  },
  'query-sent-to-single-pass': {
    title: 'A status query has overwritten the last status',
    meaning: 'The single-pass extension knows no query. Its refusal now stands where the last real status stood.',
    consequence: 'The disks are as they were, but tools show a failure.',
  },
  'extension-removed': {
    title: 'The extension is gone, the key settings are not',
    meaning: 'Disks still carry key settings, but nothing reports on them and nothing would unlock a new data disk.',
    consequence:
      'The disks stay encrypted if they were. No one can tell from outside, and switching off no longer works as it should.',
  },
  'extension-deprecated': {
    title: 'The extension of the old publisher is installed',
    meaning: '`Microsoft.OSTCExtensions` is no longer supported; its place was taken by `Microsoft.Azure.Security`.',
    consequence: 'It gets no updates and may fail at any time.',
  },
  'extension-wrong-os': {
    title: 'The extension is made for the other system',
    meaning: 'The extension for Windows is on a Linux VM, or the other way round. It cannot run.',
    consequence: 'Nothing is encrypted by it.',
  },
  'other-extension-failed': {
    title: 'Another extension has failed',
    meaning: 'Azure may refuse further changes of the VM while an extension is in the failed state.',
    consequence: 'A request to encrypt may be refused or fail together with it.',
  },
  'other-extension-running': {
    title: 'Another extension is at work at the same time',
    meaning: 'Disk encryption wants the VM for itself; a second change at the same time can make it fail.',
    consequence: 'A mount may be busy at the wrong moment, and the run ends.',
  },
  'two-kinds-of-encryption': {
    title: 'Two kinds of encryption on one VM',
    meaning:
      'Encryption at host or a customer-managed key is set on a VM that uses Azure Disk Encryption. The two exclude each other.',
    consequence: 'Changes of the VM may be refused, and neither state can be relied on.',
  },
  'report-unreadable': {
    title: 'The report of the extension cannot be read',
    meaning: 'Its sub-status is no proper JSON, or has words that nobody knows.',
    consequence: 'What the VM itself says of its disks is not known.',
  },
  'report-missing': {
    title: 'The extension is there and says nothing',
    meaning:
      'The VM runs, and no status of the extension arrives. Other tools then show `Extension status not available on the VM`.',
    consequence:
      'Nobody can tell from outside whether the disks are encrypted. The text alone says nothing about them.',
  },
  'agent-not-ready': {
    title: 'The VM agent does not answer',
    meaning: 'What the extension last said may be old. During OS encryption a silence of minutes is normal.',
    consequence: 'Extensions can be neither installed nor changed, and no new report arrives.',
  },
  'agent-too-old': {
    title: 'The VM agent is too old',
    meaning:
      'Disk encryption needs a newer agent: old ones do not pass on what extensions say, or cannot run this one.',
    consequence: 'Requests fail or stay without an answer.',
  },
  'vm-not-running': {
    title: 'The VM is off',
    meaning: 'The last report is as old as the moment it was switched off. Work that was under way stands still.',
    consequence: 'Nothing goes on until it is started. An interrupted copy of the OS disk may have destroyed it.',
  },
  'os-encryption-silent-phase': {
    title: 'The OS disk is being copied, and silence is normal',
    meaning:
      'For hours the extension says nothing new, SSH is closed, and the VM cannot be used. No percentage exists for this step.',
    consequence: 'Nothing: it ends by itself with a restart. Disturbing it can destroy the disk.',
  },
  'success-text-not-the-end': {
    title: 'The message says success, but the work goes on',
    meaning:
      'The text stands for one step. The detailed status says that volumes are still being worked on, and that counts.',
    consequence: 'Whoever takes the text for the end may stop the VM too early.',
  },
  'harmless-unmount-attempt': {
    title: 'One of ten attempts failed; that is no failure yet',
    meaning:
      'The extension tries ten times, ten seconds apart, to free the old root. It reports every attempt as an error.',
    consequence: 'Nothing yet. Only after the tenth attempt is the run over.',
  },
  'harmless-stripped-down-restart': {
    title: 'Reported as an error, and a normal step',
    meaning:
      'The extension has started again in the small system in memory. Some distributions report this as an error.',
    consequence: 'Nothing: the run goes on.',
  },
  'operation-running': {
    title: 'Azure is at work on the extension',
    meaning: 'A request has been sent and is not finished.',
    consequence: 'Another request now would be refused or would disturb it.',
  },
  'azure-word-unknown': {
    title: 'Azure sent a word that Sealwatch does not know',
    meaning: 'A power state, a provisioning state or a code of the key settings has a value that is not known here.',
    consequence:
      'What it means for the VM is not known. The state is judged without it, so compare with the Azure portal.',
  },
  'message-unrecognised': {
    title: 'The extension says something that is not known here',
    meaning: 'The text is in no collection that Sealwatch has. Phase and level are shown as far as Azure gives them.',
    consequence: 'What it means for the disks is not known.',
  },
  'extension-renamed': {
    title: 'The extension has a name of its own',
    meaning: 'It works as usual. Tools that look for the default name do not see it.',
    consequence: 'Some tools say that encryption is not enabled, or show no status.',
  },
  'dual-pass-leftover': {
    title: 'Settings of dual pass are left over',
    meaning: 'Encryption was switched off, and the model keeps the settings marked as off.',
    consequence: 'Nothing for the disks. Some tools stumble over them and report an error.',
  },
  'dual-pass-in-use': {
    title: 'The older dual pass is in use',
    meaning: 'The VM stores its key itself, with an Entra application. Single pass has replaced this.',
    consequence: 'The application and its secret must stay alive, and the VM must reach Entra and the vault.',
  },
  'key-expires-soon': {
    title: 'The key encryption key expires soon',
    meaning:
      'The version of the key that the disks use ends within 30 days. Key Vault still unlocks with it afterwards.',
    consequence:
      'After its end new requests and key changes fail. A policy or a person may also disable expired keys: then the VM does not start.',
  },
  'host-encryption-not-counted': {
    title: 'Intune may count this VM as not compliant',
    meaning:
      'Encryption at host protects the disks outside of Windows, so BitLocker is off. A device policy in Intune that asks for BitLocker does not see this protection.',
    consequence:
      'If such a policy applies, conditional access can lock users out. Whether one does, is not visible in Azure.',
  },
} satisfies Readonly<Record<string, ProblemWords>>
