import type { ArmOperation } from '@/lib/contract/fleet'
import type { Actor, NextCode, SentenceCode } from '@/lib/views/verdict-summary'

/** The one sentence on a VM, and what happens next. */
export const verdict = {
  sentence: {
    'failed-os': 'The last attempt to encrypt the OS disk failed, and nothing shows that the disk is encrypted.',
    'failed-data': 'The last attempt to encrypt the data disks failed, and nothing shows that they are encrypted.',
    'failed-both': 'The last attempt to encrypt the disks failed, and nothing shows that they are encrypted.',
    'conflict-os': 'For the OS disk, what Azure shows and what the VM says from inside contradict each other.',
    'conflict-data': 'For the data disks, what Azure shows and what the VM says from inside contradict each other.',
    'conflict-both': 'For every disk, what Azure shows and what the VM says from inside contradict each other.',
    restart: 'The OS disk is not finished until the VM has restarted.',
    'encrypting-stuck':
      'The extension still reports that encryption is under way, but it looks as if it does not go on.',
    'encrypting-os-silent': 'The OS disk is being encrypted. No new message is expected until this step ends.',
    'encrypting-os': 'The extension reports that encryption of the OS disk is under way.',
    'encrypting-data': 'The extension reports that encryption of the data disks is under way.',
    'encrypting-both': 'The extension reports that encryption of the OS disk and the data disks is under way.',
    'decrypting-os': 'The extension reports that the OS disk is being decrypted.',
    'decrypting-data': 'The extension reports that the data disks are being decrypted.',
    'decrypting-both': 'The extension reports that the disks are being decrypted.',
    'unknown-pending': 'This VM has not been read yet, so nothing can be said.',
    'unknown-failed': 'This VM could not be read, so nothing can be said.',
    'unknown-incomplete': 'The inventory of its subscription is incomplete, so nothing can be said.',
    'unknown-no-runtime': 'What was read lacks the run-time state of the VM, so nothing can be said.',
    'unknown-other': 'The evidence does not decide what is true of this VM.',
    'partly-os': 'The OS disk is encrypted or carries key settings; the data disks are not encrypted.',
    'partly-data': 'The data disks are encrypted or carry key settings; the OS disk is not encrypted.',
    'partly-some-data': 'Some disks are encrypted or carry key settings, others are not encrypted.',
    'partly-confidential': 'The OS disk is protected as a confidential disk; the data disks are not encrypted.',
    unverified: 'Something says encrypted, but no report from inside the VM and key settings together confirm it.',
    encrypted: 'Every disk is encrypted: the report from inside the VM and the key settings agree.',
    'other-host': 'Not encrypted by Azure Disk Encryption. Encryption at host protects this VM instead.',
    'other-confidential': 'Not encrypted by Azure Disk Encryption. The OS disk is protected as a confidential disk.',
    'plain-read': 'Nothing that was read shows an encryption by Azure Disk Encryption.',
    'plain-inventory': 'A complete inventory shows no trace of Azure Disk Encryption on this VM.',
  },
  next: {
    fix: {
      title: 'Someone must find the cause and start again.',
      text: 'Read the message and its next steps first. Do not remove the extension.',
    },
    decide: {
      title: 'Someone must find out which side is right.',
      text: 'Check inside the VM whether the disk is encrypted, then decide whether to enable encryption again.',
    },
    restart: {
      title: 'Someone must restart the VM, unless it does so by itself within minutes.',
      text: 'Before that, make sure that a snapshot exists and that the key vault can be reached. Do not deallocate.',
    },
    check: {
      title: 'Someone should look.',
      text: 'The run seems not to move any more, or takes longer than documented. Take snapshots of the disks and save the boot log first; do not restart the VM before.',
    },
    wait: {
      title: 'The run goes on by itself. Nobody needs to act.',
      text: 'Do not stop, resize or redeploy the VM, and send no further request while it runs.',
    },
    'wait-silent': {
      title: 'The VM restarts by itself when the copy is done. Nobody needs to act.',
      text: 'Hours without a new message are normal here. Do not stop or restart the VM while this runs.',
    },
    'wait-decrypting': {
      title: 'Decryption goes on by itself. Nobody needs to act.',
      text: 'The data already count as unprotected. Do not stop or restart the VM: an interrupted decryption may not go on.',
    },
    'wait-reading': { title: 'It is read in a moment.', text: 'Until then nothing is claimed.' },
    'read-again': { title: 'Read it again.', text: 'The cause of the failed reading is shown beside it.' },
    runtime: {
      title: 'Someone must make the run-time state readable.',
      text: 'Read the VM with its instance view, or start the VM if it is stopped.',
    },
    finish: {
      title: 'Someone must decide about the remaining disks.',
      text: 'A disk that was added later is not picked up until encryption is requested again.',
    },
    verify: {
      title: 'Someone can verify it inside the VM.',
      text: 'Key settings are written before a disk is encrypted, so they prove nothing alone.',
    },
    'operation-running': {
      title: 'Azure is at work on this VM or its extension. The state may change by itself.',
      text: 'Send no further request until the operation ends, then read the VM again.',
    },
    'operation-not-known': {
      title: 'Whether work is under way is not known.',
      text: 'Azure sent a word that Sealwatch does not know. Read the VM again, and compare with the Azure portal.',
    },
    nothing: {
      title: 'What was read shows no work under way.',
      text: 'A request that was sent after the reading is not part of it.',
    },
  },
  during: {
    running: 'Azure is at work on this VM or its extension at the moment: wait for the end, then read the VM again.',
    'not-known': 'Azure sent a word that Sealwatch does not know, so work may be under way: read the VM again first.',
  },
  actor: { person: 'A person must act', none: 'No action needed', 'not-known': 'Not known who must act' },
} as const satisfies {
  readonly sentence: Readonly<Record<SentenceCode, string>>
  readonly next: Readonly<Record<NextCode, { readonly title: string; readonly text: string }>>
  readonly during: Readonly<Record<ArmOperation, string>>
  readonly actor: Readonly<Record<Actor, string>>
}
