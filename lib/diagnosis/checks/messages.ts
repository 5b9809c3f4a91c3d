import { whenMessageIn, whereItIsNormal } from '../message-groups'
import type { CheckRule, CheckTable, DiagnosisInput, ProblemSeverity, ProblemVolume } from '../types'
import type { MessageFamily } from '@/lib/messages/entry'

/** A problem that a message of one group shows by itself. */
function byMessage(severity: ProblemSeverity, group: MessageFamily, volume: ProblemVolume): CheckRule {
  return { severity, uses: ['status-message'], find: whenMessageIn(group, volume) }
}

const unmountAttempt = whereItIsNormal('linux-os-unmount-attempt-failed')

/**
 * Whether the tenth attempt to unmount the old root failed: none follows.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/oscrypto/ubuntu_2004/Ubuntu2004EncryptionStateMachine.py
 */
export function isLastAttempt({ verdict: { progress } }: DiagnosisInput): boolean {
  return (
    progress.messageKind === 'linux-os-unmount-attempt-failed' &&
    /^Attempt #\d{2,9} /.test(progress.message?.trim() ?? '')
  )
}

/** What the message of the extension or of a client says by itself. */
export const messageChecks = {
  /** Azure refused a request before it reached the VM, for a reason that the message names. */
  'azure-refused-request': byMessage('error', 'azureRefused', null),
  /** Azure Backup may not read the keys of an encrypted VM. */
  'backup-refused': byMessage('error', 'backup', null),
  /** Windows asks for the BitLocker recovery key when it starts. */
  'bitlocker-recovery': byMessage('error', 'bitlockerRecovery', 'os'),
  /** BitLocker rejected a call of the extension. */
  'bitlocker-rejected': byMessage('error', 'bitlocker', 'all'),
  /** The VM stops at its boot screen: key, modules or boot files are missing. */
  'boot-waits-for-key': byMessage('error', 'bootKey', 'os'),
  /** The client failed; the VM did not. */
  'client-fault': byMessage('warning', 'clientFault', null),
  /** The client sent a request that this VM does not accept. */
  'client-request-refused': byMessage('error', 'clientRequest', null),
  /** The extension does not support the requested operation on a confidential VM. */
  'confidential-vm-blocked': byMessage('error', 'confidentialVm', 'all'),
  /** Encryption of data volumes stopped at one of them; those before it stay encrypted. */
  'data-encryption-failed': byMessage('error', 'data', 'data'),
  /** A data volume has a file system that cannot be encrypted in place (xfs, btrfs). */
  'data-file-system-unsupported': byMessage('error', 'dataFileSystem', 'data'),
  /** Encryption of a data volume was interrupted and could not continue: the volume is half encrypted. */
  'data-resume-failed': byMessage('error', 'dataResume', 'data'),
  /** Decryption failed, or stopped on one volume. */
  'decryption-failed': byMessage('error', 'decryption', 'data'),
  /** The request to disable encryption was refused because the OS volume is encrypted; nothing has changed. */
  'disable-refused-os-encrypted': byMessage('warning', 'disableRefused', 'all'),
  /** A disk was enlarged, but its partition or file system was not. */
  'disk-not-extended': byMessage('warning', 'diskNotExtended', null),
  /** The extension does not encrypt this distribution, version or kernel. */
  'distribution-unsupported': byMessage('error', 'distribution', 'os'),
  /** Dual pass: the VM could not sign in, or could not store its secret in the vault. */
  'dual-pass-vault-access-failed': byMessage('error', 'dualPassVault', 'all'),
  /** The subscription does not offer this version of the extension. */
  'extension-version-refused': byMessage('error', 'extensionVersion', null),
  /** A log line that reads like a fault but is harmless. */
  'harmless-log-line': byMessage('info', 'harmlessLine', null),
  /** The extension started again in the stripped-down system: reported as an error, but a normal step. */
  'harmless-stripped-down-restart': {
    severity: 'info',
    uses: ['status-code', 'status-message'],
    find: whereItIsNormal('linux-os-stripdown-restart-error'),
  },
  /** One of ten attempts to unmount the old root failed: reported as an error, but only the tenth failure is one. */
  'harmless-unmount-attempt': {
    severity: 'info',
    uses: ['status-code', 'status-message'],
    find: (reading) => (isLastAttempt(reading) ? null : unmountAttempt(reading)),
  },
  /** The host did not accept the key settings, or did not answer. */
  'host-rejected-key-settings': byMessage('error', 'host', 'all'),
  /** The module that reads the key volume cannot be loaded. */
  'kernel-module-missing': byMessage('error', 'kernelModule', 'all'),
  /** The key encryption key is named wrongly or incompletely in the request. */
  'key-encryption-key-invalid': byMessage('error', 'keyEncryptionKey', 'all'),
  /** The extension compares the request with the saved settings, and takes the difference for a change of the key. */
  'key-change-begun': byMessage('action', 'keyChangeBegun', 'all'),
  /** Changing the key or the vault of an encrypted VM failed; the former settings remain in force. */
  'key-update-failed': byMessage('error', 'keyUpdate', 'all'),
  /** A new key is in the vault but not yet on the key volume. */
  'key-update-pending': byMessage('action', 'keyUpdatePending', 'all'),
  /** The vault reference in the request is invalid or contradictory; this includes managed HSMs. */
  'key-vault-reference-invalid': byMessage('error', 'keyVault', 'all'),
  /** The VM does not find the key volume, or the key on it. */
  'key-volume-missing': byMessage('error', 'keyVolume', 'all'),
  /** Logical volumes that OS encryption expects of an LVM root are missing. https://aka.ms/adelvm */
  'lvm-layout-unsupported': byMessage('error', 'lvm', 'os'),
  /** The VM has less memory than OS encryption needs to hold its working system. */
  'memory-too-small': byMessage('error', 'memory', 'os'),
  /** The extension got no usable answer from the instance metadata service (inferred from the trace). */
  'metadata-service-unreachable': byMessage('error', 'metadataService', 'all'),
  /** Moving from dual pass to single pass failed. */
  'migration-failed': byMessage('error', 'migration', 'all'),
  /** A vault that disks depend on cannot be moved, nor can its VM. */
  'move-refused': byMessage('warning', 'moveRefused', null),
  /** A file system was full, on the disk or in memory. */
  'no-space-left': byMessage('error', 'noSpace', null),
  /** The VM could not install the packages that the extension needs. */
  'packages-not-installed': byMessage('error', 'packages', 'all'),
  /** A check of the extension warns and does not stop the run. */
  'precheck-warning': byMessage('warning', 'precheckWarning', 'os'),
  /** An encrypted disk cannot be mounted or attached to another VM while it is locked. */
  'repair-disk-locked': byMessage('error', 'lockedDisk', 'os'),
  /** A scale set was not accepted for encryption. */
  'scale-set-refused': byMessage('error', 'scaleSet', null),
  /** The identity of a confidential VM may not release its key. */
  'secure-key-release-failed': byMessage('error', 'secureKeyRelease', 'all'),
  /** Site Recovery lacks what it needs for an encrypted VM. */
  'site-recovery-refused': byMessage('error', 'siteRecovery', null),
  /** Azure or the client refused a request for what its vault lacks, before the VM's host was asked. */
  'vault-refused': byMessage('error', 'vaultRefused', null),
  /** Key Vault refused a request. */
  'vault-access-refused': byMessage('error', 'vaultAccess', null),
  /** The requested volume type is unknown, unsupported on this VM, or not allowed after the former one. */
  'volume-type-rejected': byMessage('error', 'volumeType', 'all'),
  /** The Windows extension failed because of itself or of Windows, not because of the disks. */
  'windows-extension-fault': byMessage('error', 'windowsFault', 'all'),
} satisfies CheckTable
