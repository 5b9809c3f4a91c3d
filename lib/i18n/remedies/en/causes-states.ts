import type { CauseWords } from '../types'

/** Causes in requests, Windows and key settings that differ from the report, and states that only need time. */
export const stateCauses = {
  'volume-type-unknown': {
    title: 'Invalid volume type',
    text: 'It must be `OS`, `Data` or `All`.',
  },
  'volume-type-narrowed': {
    title: 'The volume type was narrowed',
    text: 'A request can repeat the previous type or widen it to `All`.',
  },
  'scale-set-os-volume': {
    title: 'OS disks of Linux scale sets cannot be encrypted',
    text: 'Only data volumes can be encrypted there.',
  },
  'confidential-os-volume': {
    title: 'The OS disk of a confidential VM was requested',
    text: 'Azure encrypts that disk with the keys of the confidential VM instead.',
  },
  'request-malformed': {
    title: 'Invalid request',
    text: 'An operation, a type or a credential is missing, misspelt or for another version.',
  },
  'query-replaced-status': {
    title: 'A tool sent a status query',
    text: 'Older tools and scripts do this. Read the instance view instead.',
  },
  'linux-os-cannot-be-decrypted': {
    title: 'A Linux OS disk cannot be decrypted',
    text: 'That applies to all disks of such a VM. The only way back is a new VM.',
  },
  'two-encryptions-chosen': {
    title: 'Two kinds of encryption were selected',
    text: 'Azure Disk Encryption, encryption at host and customer-managed keys cannot be combined on one VM.',
  },
  'deprecated-publisher': {
    title: 'It was installed by an old template',
    text: 'The template names `Microsoft.OSTCExtensions`.',
  },
  'extension-for-other-os': {
    title: 'The template names the other operating system’s extension type',
    text: 'Linux needs `AzureDiskEncryptionForLinux`, Windows `AzureDiskEncryption`.',
  },
  'bitlocker-policy-conflict': {
    title: 'A group policy conflicts',
    text: 'It requires a TPM, forbids the 256-bit recovery key or does not allow AES-CBC.',
  },
  'volume-unfit-for-bitlocker': {
    title: 'BitLocker does not support the volume',
    text: 'It is not NTFS, or it is dynamic, shared or of another type that BitLocker does not support.',
  },
  'volume-label-unreadable': {
    title: 'A volume label has a special character',
    text: 'The extension writes its list of volumes as XML; a label with a character such as `&` or `;` makes it unreadable (inferred).',
  },
  'volume-without-room': {
    title: 'A volume is too small or full',
    text: 'BitLocker requires free space on the volume for its own data, and refuses very small volumes.',
  },
  'server-core-lacks-tool': {
    title: '`bdehdcfg` is missing',
    text: 'Server Core 2012 R2 and 2016 do not include the tool that prepares the system partition.',
  },
  'windows-extension-version': {
    title: 'This extension version has a bug',
    text: 'It fails on unusual storage, such as NVMe or pools. A newer version may not.',
  },
  'log-file-locked': { title: 'Another process locks the log file', text: 'A second run or a log viewer had it open.' },
  'windows-service-missing': {
    title: 'A Windows service is stopped or damaged',
    text: 'The extension needs Windows Remote Management. You can repair it in the VM.',
  },
  'stamp-comes-first': {
    title: 'Settings were written, but encryption did not follow',
    text: 'Azure writes the settings to the disk before encryption starts, so they prove only that encryption was requested.',
  },
  'decrypted-inside': {
    title: 'The volume was decrypted inside the VM',
    text: 'Tools such as `manage-bde` or `cryptsetup` change the disk without informing Azure.',
  },
  'settings-cleared-only': {
    title: 'Only the settings were cleared',
    text: 'The disk’s settings are off, while the volume inside is still encrypted.',
  },
  'removed-before-disabled': {
    title: 'The extension was removed before encryption was disabled',
    text: 'Removing it decrypts nothing and leaves the settings in place.',
  },
  'report-cut-or-old': {
    title: 'The report is truncated or comes from an old version',
    text: 'An outdated agent or extension, or a very long message, makes it unreadable.',
  },
  'extension-not-started': {
    title: 'The extension may not be running yet',
    text: 'After an installation or a start, the first status takes some minutes to arrive.',
  },
  'agent-stopped': {
    title: 'The agent has stopped or hangs',
    text: 'Its service is not running, or the VM itself hangs or has not booted.',
  },
  'agent-outdated': {
    title: 'The agent is out of date',
    text: 'Disk encryption on Linux needs at least 2.2.38; 2.2.19 passes on no status at all.',
  },
  'agent-away-during-copy': {
    title: 'The agent is unavailable while the OS disk is encrypted',
    text: 'The minimal system in memory restarts it, and that takes minutes.',
  },
  'other-extension-broken': {
    title: 'Another extension is in the failed state',
    text: 'Repair or remove it before you change the VM.',
  },
  'restart-awaited': {
    title: 'A restart is required',
    text: 'The extension has finished and waits for a restart. Newer versions restart the VM automatically within minutes.',
  },
  'copy-takes-hours': {
    title: 'Encryption is still in progress; copying takes hours',
    text: 'The OS disk of a stock image usually takes 3 to 16 hours, longer on Standard disks.',
  },
  'copy-no-longer-runs': {
    title: 'The copy may have ended, and the request to restart never comes',
    text: 'Lack of memory, a disk error or a restart can end it without a message; then only the snapshot or backup from before helps. Check disk traffic and the serial console log first. A restart on a guess can destroy the OS disk.',
  },
  'work-goes-on': {
    title: 'Encryption is in progress',
    text: 'Volumes are still being encrypted; large data disks take days.',
  },
  'operation-goes-on': {
    title: 'The operation is still running',
    text: 'Azure waits up to 90 minutes for an extension.',
  },
  'decryption-goes-on': {
    title: 'Decryption is in progress',
    text: 'It copies every block back, so it takes as long as encryption did.',
  },
  'decryption-interrupted': {
    title: 'The VM stopped or restarted midway',
    text: 'The extension detects the decryption marker and does nothing more (inferred from its source).',
  },
  'decryption-stopped-on-volume': {
    title: 'One volume could not be decrypted',
    text: 'It could not be opened, was busy, or could not be copied.',
  },
  'migration-stopped': {
    title: 'A migration requirement is not met',
    text: 'All data disks must have been encrypted with EncryptFormatAll, and the passphrase must be correct.',
  },
  'normal-step': { title: 'This is a normal step', text: 'This line reports no failure.' },
  'switched-off': { title: 'The VM was stopped', text: 'By a user, a schedule, a budget or from inside.' },
  'text-unknown': {
    title: 'The message is new or very rare',
    text: 'Newer versions of the extension may have added it.',
  },
  'word-unknown': {
    title: 'Azure returned a new value',
    text: 'Azure may add values at any time.',
  },
  'named-by-template': {
    title: 'A template set the name',
    text: 'Name and type are different: tools should look for the type.',
  },
  'dual-pass-disabled': {
    title: 'Dual pass was disabled here',
    text: 'The VM model keeps the settings, marked as disabled. That is harmless.',
  },
  'dual-pass-chosen': {
    title: 'The VM was set up with an Entra application',
    text: 'This was usual before single pass.',
  },
  'bitlocker-on-cluster': {
    title: 'The volume belongs to a cluster',
    text: '2150695086 is 0x803100AE: BitLocker does not allow this operation on a cluster volume. Disk encryption does not support clusters.',
  },
} satisfies Readonly<Record<string, CauseWords>>
