import type { StepWords } from '../types'

/** Waiting, deciding, and proving. */
export const decidingSteps = {
  'wait-for-os-copy': {
    title: 'Wait for the copy of the OS disk',
    text: 'From a stock image this takes 3 to 16 hours. No message is expected meanwhile and SSH is off. Do not restart the VM: that can destroy its OS disk.',
    outputs: [
      { output: 'Reads and writes go on in the metrics of the OS disk', means: 'The copy is at work.' },
      {
        output: 'No disk traffic for more than half an hour, and the agent silent',
        means: 'Save the serial console log and look for the step reached. Do not restart the VM.',
      },
    ],
  },
  'wait-for-data-copy': {
    title: 'Wait for the data volumes',
    text: 'Every volume is encrypted in turn. Disks of several terabytes can take days.',
    outputs: [
      { output: 'The percentage or the counter moves', means: 'It is at work.' },
      { output: 'Neither has moved for two hours', means: 'Read the log of the extension.' },
    ],
  },
  'wait-for-operation': {
    title: 'Let the running operation finish',
    text: 'A second request while one runs is refused, or breaks both.',
    outputs: [
      { output: 'The provisioning state becomes `Succeeded` or `Failed`', means: 'Now the next request can be made.' },
    ],
  },
  'wait-for-decryption': {
    title: 'Wait for the decryption',
    text: 'Keep the VM running: an interrupted decryption does not go on by itself (inferred from the source code).',
    outputs: [{ output: 'The report says `NotEncrypted`', means: 'Only now may the extension be removed.' }],
  },
  'wait-for-agent': {
    title: 'Give the agent a few minutes',
    text: 'After a start it may take up to fifteen minutes until the agent has reported.',
    outputs: [{ output: 'The agent says `Ready`', means: 'Read the VM again; the report is current then.' }],
  },
  'nothing-to-do': {
    title: 'Nothing has to be done',
    text: 'What is shown looks like a fault and is none. Leave the VM as it is.',
    outputs: [],
  },
  'redeploy-from-stock-image': {
    title: 'Build the VM anew from a stock image',
    text: 'Create a VM from a listed image, encrypt it first, and only then install and customise.',
    outputs: [],
  },
  'use-encryption-at-host': {
    title: 'Move to encryption at host',
    text: 'It needs no agent or key in the guest, and is the way on after 15 September 2028. A VM or disk that has ever had disk encryption cannot be switched in place: copy the data by upload to new disks and create a new VM.',
    outputs: [],
  },
  'choose-one-encryption': {
    title: 'Choose one kind of encryption',
    text: 'Disk encryption in the guest cannot be combined with encryption at host, a customer-managed disk encryption set or a confidential OS disk. Keep what protects the VM already.',
    outputs: [],
  },
  'rebuild-linux-vm': {
    title: 'Build the Linux VM anew',
    text: 'An encrypted Linux OS disk cannot be decrypted. Create a VM with a new OS disk and move data and services to it.',
    outputs: [],
  },
  'report-message': {
    title: 'Report the unknown message',
    text: 'The report on this page has secrets and names removed. Pass it on to whoever runs this dashboard, so that the text becomes known.',
    outputs: [],
  },
  'ask-support': {
    title: 'Ask Azure support',
    text: 'Give them the message, the serial console log and the log of the extension, and the time of the request in UTC.',
    outputs: [],
  },
  'read-status-again': {
    title: 'Read the status again',
    text: 'The agent reports every few minutes; a change can take as long to show.',
    outputs: [
      { output: 'Both volumes say what you expect, and the message is the closing one', means: 'It worked.' },
      { output: 'The same message as before', means: 'Wait five minutes, then look at the next cause.' },
    ],
  },
  'watch-boot': {
    title: 'Watch the VM start',
    text: 'The serial console shows whether the disk is unlocked and the system comes up.',
    outputs: [
      { output: 'A login prompt', means: 'The VM has started from the encrypted disk.' },
      {
        output: 'A prompt for a passphrase, or an emergency shell',
        means: 'The key was not found. Look at the vault and the secret; do not restart again and again.',
      },
    ],
  },
  'verify-inside': {
    title: 'Prove it from inside',
    text: 'Compare what the VM says with what Azure shows.',
    outputs: [
      { output: '`crypt`, or `Fully Encrypted`', means: 'The volume is encrypted.' },
      { output: 'Anything else', means: 'It is not, or not yet.' },
    ],
  },
  'verify-vault': {
    title: 'Look at the vault once more',
    text: 'Settings of a vault can take a few minutes to act.',
    outputs: [{ output: 'The setting you changed', means: 'Now the request can be made again.' }],
  },
  'keep-vm-running': {
    title: 'Keep the VM running',
    text: 'Do not restart, stop or resize it, and prevent planned stops such as auto-shutdown. While it runs, its volumes stay open; after a restart they may not open again.',
    outputs: [],
  },
  'other-problem-first': {
    title: 'Deal with the more severe problem first',
    text: 'The next step of this remedy is not safe in the state that was read. Solve the problem at the top of the list, then read the VM again.',
    outputs: [],
  },
} satisfies Readonly<Record<string, StepWords>>
