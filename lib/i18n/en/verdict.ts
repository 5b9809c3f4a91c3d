import type { ArmOperation } from '@/lib/contract/fleet'
import type { Actor, NextCode, SentenceCode } from '@/lib/views/verdict-summary'

/** The one sentence on a VM, and what happens next. */
export const verdict = {
  sentence: {
    'failed-os': 'The last attempt to encrypt the OS disk failed, and no report confirms that the disk is encrypted.',
    'failed-data': 'The last attempt to encrypt the data disks failed, and no report confirms that they are encrypted.',
    'failed-both': 'The last attempt to encrypt the disks failed, and no report confirms that they are encrypted.',
    'conflict-os': 'For the OS disk, Azure’s data and the report from inside the VM contradict each other.',
    'conflict-data': 'For the data disks, Azure’s data and the report from inside the VM contradict each other.',
    'conflict-both': 'For every disk, Azure’s data and the report from inside the VM contradict each other.',
    restart: 'OS disk encryption cannot finish until the VM restarts.',
    'encrypting-stuck': 'The extension still reports encryption in progress, but it appears stalled.',
    'encrypting-os-silent': 'The OS disk is being encrypted. No new message is expected until this step ends.',
    'encrypting-os': 'The extension reports OS disk encryption in progress.',
    'encrypting-data': 'The extension reports data disk encryption in progress.',
    'encrypting-both': 'The extension reports OS disk and data disk encryption in progress.',
    'decrypting-os': 'The extension reports that the OS disk is being decrypted.',
    'decrypting-data': 'The extension reports that the data disks are being decrypted.',
    'decrypting-both': 'The extension reports that the disks are being decrypted.',
    'unknown-pending': 'This VM has not been read yet, so its state is not known.',
    'unknown-failed': 'This VM could not be read, so its state is not known.',
    'unknown-incomplete': 'The inventory of its subscription is incomplete, so its state is not known.',
    'unknown-no-runtime': 'The reading lacks the run-time state of the VM, so its state is not known.',
    'unknown-other': 'The evidence is not enough to determine the state of this VM.',
    'partly-os': 'The OS disk is encrypted or has key settings; the data disks are not encrypted.',
    'partly-data': 'The data disks are encrypted or have key settings; the OS disk is not encrypted.',
    'partly-some-data': 'Some disks are encrypted or have key settings, others are not encrypted.',
    'partly-confidential': 'The OS disk is protected as a confidential disk; the data disks are not encrypted.',
    unverified: 'Some evidence says encrypted, but no report from inside the VM and key settings together confirm it.',
    encrypted: 'Every disk is encrypted: the report from inside the VM and the key settings agree.',
    'other-host': 'Not encrypted by Azure Disk Encryption. Encryption at host protects this VM instead.',
    'other-confidential': 'Not encrypted by Azure Disk Encryption. The OS disk is protected as a confidential disk.',
    'plain-read': 'The reading shows no encryption by Azure Disk Encryption.',
    'plain-inventory': 'A complete inventory shows no trace of Azure Disk Encryption on this VM.',
  },
  next: {
    fix: {
      title: 'Fix the cause, then retry.',
      text: 'Read the message and its next steps first. Do not remove the extension.',
    },
    decide: {
      title: 'Find out which side is right.',
      text: 'Check inside the VM whether the disk is encrypted, then decide whether to enable encryption again.',
    },
    restart: {
      title: 'Restart the VM, unless it restarts automatically within minutes.',
      text: 'First make sure that a snapshot exists and that the key vault is reachable. Do not deallocate.',
    },
    check: {
      title: 'Check this VM.',
      text: 'The run appears stalled, or takes longer than documented. First take snapshots of the disks and save the boot log; do not restart the VM before that.',
    },
    wait: {
      title: 'The run continues automatically. No action needed.',
      text: 'Do not stop, resize or redeploy the VM, and send no further request while it runs.',
    },
    'wait-silent': {
      title: 'The VM restarts automatically when the copy is done. No action needed.',
      text: 'Hours without a new message are normal here. Do not stop or restart the VM while this runs.',
    },
    'wait-decrypting': {
      title: 'Decryption continues automatically. No action needed.',
      text: 'Treat the data as unprotected already. Do not stop or restart the VM: an interrupted decryption may not continue.',
    },
    'wait-reading': { title: 'It will be read shortly.', text: 'Until then, the state is not known.' },
    'read-again': { title: 'Re-check the VM.', text: 'The reason for the failed reading is shown beside this.' },
    runtime: {
      title: 'Make the run-time state readable.',
      text: 'Read the VM with its instance view, or start the VM if it is stopped.',
    },
    finish: {
      title: 'Decide about the remaining disks.',
      text: 'A disk added later is not encrypted until encryption is requested again.',
    },
    verify: {
      title: 'Verify inside the VM.',
      text: 'Key settings are written before a disk is encrypted, so they prove nothing on their own.',
    },
    'operation-running': {
      title: 'Azure is working on this VM or its extension. The state may change.',
      text: 'Send no further request until the operation ends, then re-check the VM.',
    },
    'operation-not-known': {
      title: 'Whether an operation is in progress is not known.',
      text: 'Azure returned a value that Sealwatch does not know, or a message that leaves it open. Re-check the VM, and compare with the Azure portal.',
    },
    nothing: {
      title: 'The reading shows no operation in progress.',
      text: 'Requests sent after the reading are not included.',
    },
  },
  during: {
    running: 'Azure is working on this VM or its extension: wait until the operation ends, then re-check the VM.',
    'not-known':
      'Azure returned a value that Sealwatch does not know, so an operation may be in progress: re-check the VM first.',
  },
  actor: { person: 'Action needed', none: 'No action needed', 'not-known': 'Not known whether action is needed' },
} as const satisfies {
  readonly sentence: Readonly<Record<SentenceCode, string>>
  readonly next: Readonly<Record<NextCode, { readonly title: string; readonly text: string }>>
  readonly during: Readonly<Record<ArmOperation, string>>
  readonly actor: Readonly<Record<Actor, string>>
}
