import type { CauseWords } from '../types'

/** Requests, Windows, settings apart from the truth, and what only has to be awaited. */
export const stateCauses = {
  'volume-type-unknown': {
    title: 'The volume type is not one that exists',
    text: 'It has to be `OS`, `Data` or `All`.',
  },
  'volume-type-narrowed': {
    title: 'The volume type was changed to a narrower one',
    text: 'A request may repeat the former type or widen it to `All`.',
  },
  'scale-set-os-volume': {
    title: 'OS disks of scale sets are not possible on Linux',
    text: 'Only data volumes can be encrypted there.',
  },
  'confidential-os-volume': {
    title: 'The OS disk of a confidential VM was asked for',
    text: 'Azure encrypts that disk with the keys of the confidential VM instead.',
  },
  'request-malformed': {
    title: 'The request is not right',
    text: 'An operation, a type or a credential is missing, misspelt or of another version.',
  },
  'query-replaced-status': {
    title: 'Some tool sent a status query',
    text: 'Older tools and scripts do so. Read the instance view instead.',
  },
  'linux-os-cannot-be-decrypted': {
    title: 'Linux cannot decrypt its OS disk',
    text: 'That holds for all disks of such a VM. The way back is a new VM.',
  },
  'two-encryptions-chosen': {
    title: 'Two encryptions were chosen',
    text: 'Azure Disk Encryption, encryption at host and customer-managed keys exclude each other on one VM.',
  },
  'deprecated-publisher': {
    title: 'It was installed by an old template',
    text: 'The template names `Microsoft.OSTCExtensions`.',
  },
  'extension-for-other-os': {
    title: 'The template names the type of the other system',
    text: 'Linux needs `AzureDiskEncryptionForLinux`, Windows `AzureDiskEncryption`.',
  },
  'bitlocker-policy-conflict': {
    title: 'A group policy contradicts',
    text: 'It asks for a TPM, forbids the 256-bit recovery key or does not allow AES-CBC.',
  },
  'volume-unfit-for-bitlocker': {
    title: 'The volume does not fit BitLocker',
    text: 'It is not NTFS, or it is dynamic, shared or of another kind that BitLocker does not take.',
  },
  'server-core-lacks-tool': {
    title: '`bdehdcfg` is missing',
    text: 'Server Core 2012 R2 and 2016 come without the tool that prepares the system partition.',
  },
  'windows-extension-version': {
    title: 'This version of the extension has a fault',
    text: 'Unusual storage, such as NVMe or pools, makes it stumble. A newer version may not.',
  },
  'log-file-locked': { title: 'Another process holds the log file', text: 'A second run or a log viewer had it open.' },
  'windows-service-missing': {
    title: 'A Windows service is stopped or damaged',
    text: 'The extension needs Windows Remote Management. It can be repaired in the VM.',
  },
  'stamp-comes-first': {
    title: 'Settings were written, encryption did not follow',
    text: 'The settings are written to the disk before the work begins, so they prove a request and no more.',
  },
  'decrypted-inside': {
    title: 'Someone decrypted it inside the VM',
    text: 'Tools such as `manage-bde` or `cryptsetup` change the disk without telling Azure.',
  },
  'settings-cleared-only': {
    title: 'Only the settings were cleared',
    text: 'The settings of the disk are off, while the volume inside is still encrypted.',
  },
  'removed-before-disabled': {
    title: 'The extension was removed before encryption was switched off',
    text: 'Removing it decrypts nothing and leaves the settings.',
  },
  'report-cut-or-old': {
    title: 'The report was cut or comes from an old version',
    text: 'An outdated agent or extension, or a very long text, spoils it.',
  },
  'extension-not-started': {
    title: 'The extension has not started yet',
    text: 'After an installation or a start it takes some minutes until the first status arrives.',
  },
  'agent-stopped': {
    title: 'The agent has stopped or hangs',
    text: 'Its service is not running, or the VM itself hangs or has not come up.',
  },
  'agent-outdated': {
    title: 'The agent is out of date',
    text: '2.2.38 is the least for disk encryption on Linux; 2.2.19 passes on no status at all.',
  },
  'agent-away-during-copy': {
    title: 'The agent is away while the OS disk is encrypted',
    text: 'The small system in memory starts it anew, and that takes minutes.',
  },
  'other-extension-broken': {
    title: 'Another extension is in the failed state',
    text: 'It has to be repaired or removed before the VM can be changed.',
  },
  'restart-awaited': {
    title: 'The last step is yours',
    text: 'The extension has done its part and waits. Newer versions restart the VM by themselves within minutes.',
  },
  'copy-takes-hours': {
    title: 'Copying takes hours',
    text: '3 to 16 hours are usual for the OS disk of a stock image, more on Standard disks.',
  },
  'copy-no-longer-runs': {
    title: 'The copy may have ended',
    text: 'Lack of memory, a disk error or a restart can end it without a message. Disk traffic and serial console log tell. A restart by guess can destroy the OS disk.',
  },
  'work-goes-on': { title: 'The work goes on', text: 'Volumes are still being encrypted; large data disks take days.' },
  'operation-goes-on': {
    title: 'The operation is not finished',
    text: 'Azure waits up to 90 minutes for an extension.',
  },
  'decryption-goes-on': {
    title: 'Decryption goes on',
    text: 'It copies every block back, so it takes as long as encryption did.',
  },
  'decryption-interrupted': {
    title: 'The VM stopped or restarted in the middle',
    text: 'The extension sees the mark of the decryption and does nothing more (inferred from its source).',
  },
  'decryption-stopped-on-volume': {
    title: 'One volume could not be decrypted',
    text: 'It could not be opened, was busy, or could not be copied.',
  },
  'migration-stopped': {
    title: 'A condition of the move is not met',
    text: 'All data disks must have been encrypted with EncryptFormatAll, and the passphrase must be right.',
  },
  'normal-step': { title: 'This is a normal step', text: 'Nothing has failed.' },
  'switched-off': { title: 'The VM was switched off', text: 'By a person, a schedule, a budget or from inside.' },
  'text-unknown': {
    title: 'The text is new or very rare',
    text: 'Newer versions of the extension may have brought it.',
  },
  'word-unknown': {
    title: 'Azure uses a word that is new here',
    text: 'Azure may add words to its lists at any time.',
  },
  'named-by-template': {
    title: 'A template gave the name',
    text: 'Name and type are two things: tools should look for the type.',
  },
  'dual-pass-disabled': {
    title: 'Dual pass was switched off here',
    text: 'The model keeps the settings as off, and that is harmless.',
  },
  'dual-pass-chosen': {
    title: 'The VM was set up with an Entra application',
    text: 'It was usual before single pass.',
  },
  'bitlocker-on-cluster': {
    title: 'The volume belongs to a cluster',
    text: '2150695086 is 0x803100AE: BitLocker does not allow this operation on a cluster volume. Disk encryption does not support clusters.',
  },
} satisfies Readonly<Record<string, CauseWords>>
