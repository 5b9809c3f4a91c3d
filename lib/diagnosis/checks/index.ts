import type { Check } from '../types'
import { agentNotReady } from './agent-not-ready'
import { agentTooOld } from './agent-too-old'
import { azureWordUnknown } from './azure-word-unknown'
import { backupRefused } from './backup-refused'
import { bitlockerRecovery } from './bitlocker-recovery'
import { bitlockerRejected } from './bitlocker-rejected'
import { bootWaitsForKey } from './boot-waits-for-key'
import { clientFault } from './client-fault'
import { clientRequestRefused } from './client-request-refused'
import { confidentialVmBlocked } from './confidential-vm-blocked'
import { dataDiskNotCovered } from './data-disk-not-covered'
import { dataDisksNotMounted } from './data-disks-not-mounted'
import { dataEncryptionFailed } from './data-encryption-failed'
import { dataFileSystemUnsupported } from './data-file-system-unsupported'
import { dataNotEncryptedAfterSuccess } from './data-not-encrypted-after-success'
import { dataResumeFailed } from './data-resume-failed'
import { decryptionFailed } from './decryption-failed'
import { decryptionNotResuming } from './decryption-not-resuming'
import { decryptionRunning } from './decryption-running'
import { disableRefusedOsEncrypted } from './disable-refused-os-encrypted'
import { diskNotExtended } from './disk-not-extended'
import { distributionUnsupported } from './distribution-unsupported'
import { dualPassInUse } from './dual-pass-in-use'
import { dualPassLeftover } from './dual-pass-leftover'
import { dualPassVaultAccessFailed } from './dual-pass-vault-access-failed'
import { encryptedButNotStamped } from './encrypted-but-not-stamped'
import { encryptionOverdue } from './encryption-overdue'
import { extensionDeprecated } from './extension-deprecated'
import { extensionRemoved } from './extension-removed'
import { extensionRenamed } from './extension-renamed'
import { extensionVersionRefused } from './extension-version-refused'
import { extensionWrongOs } from './extension-wrong-os'
import { failedWithoutKnownCause } from './failed-without-known-cause'
import { harmlessLogLine } from './harmless-log-line'
import { harmlessStrippedDownRestart } from './harmless-stripped-down-restart'
import { harmlessUnmountAttempt } from './harmless-unmount-attempt'
import { hostEncryptionNotCounted } from './host-encryption-not-counted'
import { hostRejectedKeySettings } from './host-rejected-key-settings'
import { kernelModuleMissing } from './kernel-module-missing'
import { keyEncryptionKeyInvalid } from './key-encryption-key-invalid'
import { keyExpiresSoon } from './key-expires-soon'
import { keyUpdateFailed } from './key-update-failed'
import { keyUpdatePending } from './key-update-pending'
import { keyVaultReferenceInvalid } from './key-vault-reference-invalid'
import { keyVolumeMissing } from './key-volume-missing'
import { lockBlocksChanges } from './lock-blocks-changes'
import { lvmLayoutUnsupported } from './lvm-layout-unsupported'
import { memoryTooSmall } from './memory-too-small'
import { messageUnrecognised } from './message-unrecognised'
import { metadataServiceUnreachable } from './metadata-service-unreachable'
import { migrationFailed } from './migration-failed'
import { mountBusy } from './mount-busy'
import { moveRefused } from './move-refused'
import { networkUnfit } from './network-unfit'
import { noSpaceLeft } from './no-space-left'
import { operationRunning } from './operation-running'
import { osEncryptionSilentPhase } from './os-encryption-silent-phase'
import { osFailedDiskTouched } from './os-failed-disk-touched'
import { osFailedDiskUntouched } from './os-failed-disk-untouched'
import { osFailedWhileResuming } from './os-failed-while-resuming'
import { otherExtensionFailed } from './other-extension-failed'
import { otherExtensionRunning } from './other-extension-running'
import { packagesNotInstalled } from './packages-not-installed'
import { policyDeniesEncryption } from './policy-denies-encryption'
import { precheckWarning } from './precheck-warning'
import { querySentToSinglePass } from './query-sent-to-single-pass'
import { repairDiskLocked } from './repair-disk-locked'
import { reportMissing } from './report-missing'
import { reportUnreadable } from './report-unreadable'
import { requestRejected } from './request-rejected'
import { restartPending } from './restart-pending'
import { scaleSetRefused } from './scale-set-refused'
import { secureKeyReleaseFailed } from './secure-key-release-failed'
import { siteRecoveryRefused } from './site-recovery-refused'
import { stampedAfterFailedRun } from './stamped-after-failed-run'
import { stampedButNotEncrypted } from './stamped-but-not-encrypted'
import { successTextNotTheEnd } from './success-text-not-the-end'
import { twoKindsOfEncryption } from './two-kinds-of-encryption'
import { vaultAccessRefused } from './vault-access-refused'
import { vaultUnfit } from './vault-unfit'
import { vmNotRunning } from './vm-not-running'
import { volumeTypeRejected } from './volume-type-rejected'
import { windowsExtensionFault } from './windows-extension-fault'

/** Every check, in the order in which a screen lists problems of equal severity. */
export const checks: readonly Check[] = [
  osFailedDiskTouched,
  // It names what the failure of the OS disk came from.
  hostRejectedKeySettings,
  osFailedDiskUntouched,
  osFailedWhileResuming,
  dataResumeFailed,
  dataFileSystemUnsupported,
  dataEncryptionFailed,
  mountBusy,
  keyVaultReferenceInvalid,
  keyEncryptionKeyInvalid,
  keyVolumeMissing,
  packagesNotInstalled,
  memoryTooSmall,
  lvmLayoutUnsupported,
  distributionUnsupported,
  volumeTypeRejected,
  confidentialVmBlocked,
  secureKeyReleaseFailed,
  kernelModuleMissing,
  metadataServiceUnreachable,
  requestRejected,
  bitlockerRejected,
  windowsExtensionFault,
  dualPassVaultAccessFailed,
  decryptionFailed,
  keyUpdateFailed,
  migrationFailed,
  bootWaitsForKey,
  bitlockerRecovery,
  noSpaceLeft,
  repairDiskLocked,
  scaleSetRefused,
  clientRequestRefused,
  siteRecoveryRefused,
  backupRefused,
  vaultAccessRefused,
  extensionVersionRefused,
  moveRefused,
  diskNotExtended,
  failedWithoutKnownCause,
  vaultUnfit,
  keyExpiresSoon,
  networkUnfit,
  policyDeniesEncryption,
  lockBlocksChanges,
  stampedButNotEncrypted,
  restartPending,
  keyUpdatePending,
  encryptedButNotStamped,
  stampedAfterFailedRun,
  precheckWarning,
  clientFault,
  dataNotEncryptedAfterSuccess,
  dataDiskNotCovered,
  dataDisksNotMounted,
  decryptionNotResuming,
  encryptionOverdue,
  decryptionRunning,
  disableRefusedOsEncrypted,
  querySentToSinglePass,
  extensionRemoved,
  extensionDeprecated,
  extensionWrongOs,
  otherExtensionFailed,
  otherExtensionRunning,
  twoKindsOfEncryption,
  hostEncryptionNotCounted,
  reportUnreadable,
  azureWordUnknown,
  reportMissing,
  agentNotReady,
  agentTooOld,
  vmNotRunning,
  osEncryptionSilentPhase,
  successTextNotTheEnd,
  harmlessUnmountAttempt,
  harmlessStrippedDownRestart,
  harmlessLogLine,
  operationRunning,
  messageUnrecognised,
  extensionRenamed,
  dualPassLeftover,
  dualPassInUse,
]
