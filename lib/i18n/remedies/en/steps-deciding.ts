import type { StepWords } from '../types'

/** Steps that wait, decide or verify. */
export const decidingSteps = {
  'wait-for-os-copy': {
    title: 'Wait for the copy of the OS disk',
    text: 'This takes 3 to 16 hours from a stock image. No message is expected during this time, and SSH is off. Do not restart the VM: that can destroy its OS disk.',
    outputs: [
      { output: 'Reads and writes continue in the OS disk metrics', means: 'The copy is running.' },
      {
        output: 'No disk traffic for more than half an hour, and no response from the agent',
        means: 'Save the serial console log and find the last step. Do not restart the VM.',
      },
    ],
  },
  'wait-for-data-copy': {
    title: 'Wait for the data volumes',
    text: 'The extension encrypts one volume after the other. Disks of several terabytes can take days.',
    outputs: [
      { output: 'The percentage or the counter changes', means: 'Encryption is progressing.' },
      { output: 'Neither has changed for two hours', means: 'Read the extension log.' },
    ],
  },
  'wait-for-operation': {
    title: 'Wait for the current operation to finish',
    text: 'A second request at the same time is refused, or breaks both.',
    outputs: [
      { output: 'The provisioning state becomes `Succeeded` or `Failed`', means: 'You can send the next request.' },
    ],
  },
  'wait-for-decryption': {
    title: 'Wait for the decryption',
    text: 'Keep the VM running: on Linux, an interrupted decryption does not resume on its own (inferred from the source code).',
    outputs: [{ output: 'The report says `NotEncrypted`', means: 'Only now can the extension be removed.' }],
  },
  'wait-for-agent': {
    title: 'Wait a few minutes for the agent',
    text: 'After a start, the agent can take up to fifteen minutes to report.',
    outputs: [{ output: 'The agent says `Ready`', means: 'Refresh the VM; the report is current then.' }],
  },
  'nothing-to-do': {
    title: 'No action required for this finding',
    text: 'This looks like a fault but is not. Leave the VM as it is.',
    outputs: [],
  },
  'redeploy-from-stock-image': {
    title: 'Build a new VM from a supported stock image and move the data to it',
    text: 'Create a VM from an image of a supported release, encrypt it first, and only then install, customise and move the data. Keep the old VM and its key until the data is checked.',
    outputs: [],
  },
  'use-encryption-at-host': {
    title: 'Migrate to encryption at host',
    text: 'ADE retires on 15 September 2028: VMs then run on, but encrypted disks fail to unlock at the next reboot. A VM or disk that ever used disk encryption cannot be switched in place: copy the data by upload to new disks and create a new VM.',
    outputs: [],
  },
  'choose-one-encryption': {
    title: 'Choose one kind of encryption',
    text: 'Azure Disk Encryption cannot be combined with encryption at host, a customer-managed disk encryption set or a confidential OS disk. Keep the one that already protects the VM.',
    outputs: [],
  },
  'request-unsupported': {
    title: 'Send no request: Azure Disk Encryption does not support this VM',
    text: 'It cannot be combined with encryption at host, and encrypts neither an ephemeral OS disk nor the OS disk of a confidential VM. Some sizes, disks and images are excluded, too. Keep what already protects the VM.',
    outputs: [],
  },
  'rebuild-linux-vm': {
    title: 'Rebuild the Linux VM',
    text: 'An encrypted Linux OS disk cannot be decrypted. Create a VM with a new OS disk and move data and services to it.',
    outputs: [],
  },
  'report-message': {
    title: 'Report the unknown message',
    text: 'The report on this page has secrets and names removed. Send it to the administrator of this dashboard, so that the message can be added.',
    outputs: [],
  },
  'ask-support': {
    title: 'Contact Azure support',
    text: 'Provide the message, the serial console log, the extension log, and the time of the request in UTC.',
    outputs: [],
  },
  'check-in-service': {
    title: 'Check the result in the service that reported it',
    text: 'The job of the backup or the replication shows it; the status of the VM does not.',
    outputs: [],
  },
  'read-status-again': {
    title: 'Refresh the status and check the result',
    text: 'The agent reports every few minutes; a change can take as long to appear. After a restart the VM boots first, and the extension then ends its last steps: two to five minutes in all.',
    outputs: [
      { output: 'Both volumes show the expected state, and the message is the final one', means: 'It worked.' },
      { output: 'The same message as before', means: 'Wait five minutes, then check the next cause.' },
      {
        output: 'After a restart: `EncryptionInProgress` or `VMRestartPending` as before',
        means: 'The report can still be the one from before. Do not restart again; watch the VM boot.',
      },
    ],
  },
  'watch-boot': {
    title: 'Watch the VM boot',
    text: 'The serial console, on Windows the screenshot, shows whether the disk is unlocked and the system boots.',
    outputs: [
      { output: 'A login prompt', means: 'The VM has booted from the encrypted disk.' },
      {
        output: 'A prompt for a passphrase, or an emergency shell',
        means: 'The key was not found. Check the vault and the secret; do not restart repeatedly.',
      },
    ],
  },
  'verify-inside': {
    title: 'Verify inside the VM',
    text: 'Compare what the VM reports with what Azure shows.',
    outputs: [
      { output: '`crypt`, or `Fully Encrypted`', means: 'The volume is encrypted.' },
      { output: 'Anything else', means: 'It is not encrypted, or not yet.' },
    ],
  },
  'verify-vault': {
    title: 'Check the vault again',
    text: 'Vault settings can take a few minutes to take effect.',
    outputs: [{ output: 'The setting you changed', means: 'You can send the request again.' }],
  },
  'keep-vm-running': {
    title: 'Keep the VM running',
    text: 'Do not restart, stop or resize it, and prevent planned stops such as auto-shutdown. While it runs, its volumes stay unlocked; after a restart they may not unlock again.',
    outputs: [],
  },
  'other-problem-first': {
    title: 'Solve the more severe problem first',
    text: 'The next step is not safe in the VM’s current state. Solve the problem at the top of the list, then refresh the VM.',
    outputs: [],
  },
} satisfies Readonly<Record<string, StepWords>>
