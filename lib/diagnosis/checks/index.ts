import type { Check } from '../types'
import { agentNotReady } from './agent-not-ready'
import { confidentialVmBlocked } from './confidential-vm-blocked'
import { dataDiskNotCovered } from './data-disk-not-covered'
import { dataDisksNotMounted } from './data-disks-not-mounted'
import { dataEncryptionFailed } from './data-encryption-failed'
import { dataFileSystemUnsupported } from './data-file-system-unsupported'
import { dataNotEncryptedAfterSuccess } from './data-not-encrypted-after-success'
import { dataResumeFailed } from './data-resume-failed'
import { decryptionRunning } from './decryption-running'
import { disableRefusedOsEncrypted } from './disable-refused-os-encrypted'
import { distributionUnsupported } from './distribution-unsupported'
import { dualPassLeftover } from './dual-pass-leftover'
import { encryptedButNotStamped } from './encrypted-but-not-stamped'
import { extensionRemoved } from './extension-removed'
import { extensionRenamed } from './extension-renamed'
import { failedWithoutKnownCause } from './failed-without-known-cause'
import { harmlessStrippedDownRestart } from './harmless-stripped-down-restart'
import { harmlessUnmountAttempt } from './harmless-unmount-attempt'
import { hostRejectedKeySettings } from './host-rejected-key-settings'
import { keyEncryptionKeyInvalid } from './key-encryption-key-invalid'
import { keyVaultReferenceInvalid } from './key-vault-reference-invalid'
import { keyVolumeMissing } from './key-volume-missing'
import { lvmLayoutUnsupported } from './lvm-layout-unsupported'
import { memoryTooSmall } from './memory-too-small'
import { messageUnrecognised } from './message-unrecognised'
import { mountBusy } from './mount-busy'
import { operationRunning } from './operation-running'
import { osEncryptionSilentPhase } from './os-encryption-silent-phase'
import { osFailedDiskTouched } from './os-failed-disk-touched'
import { osFailedDiskUntouched } from './os-failed-disk-untouched'
import { osFailedWhileResuming } from './os-failed-while-resuming'
import { packagesNotInstalled } from './packages-not-installed'
import { querySentToSinglePass } from './query-sent-to-single-pass'
import { reportUnreadable } from './report-unreadable'
import { restartPending } from './restart-pending'
import { stampedAfterFailedRun } from './stamped-after-failed-run'
import { stampedButNotEncrypted } from './stamped-but-not-encrypted'
import { successTextNotTheEnd } from './success-text-not-the-end'
import { vmNotRunning } from './vm-not-running'
import { volumeTypeRejected } from './volume-type-rejected'

/** Every check, in the order in which a screen gives problems of equal severity. */
export const checks: readonly Check[] = [
  osFailedDiskTouched,
  osFailedDiskUntouched,
  osFailedWhileResuming,
  dataResumeFailed,
  dataFileSystemUnsupported,
  dataEncryptionFailed,
  mountBusy,
  hostRejectedKeySettings,
  keyVaultReferenceInvalid,
  keyEncryptionKeyInvalid,
  keyVolumeMissing,
  packagesNotInstalled,
  memoryTooSmall,
  lvmLayoutUnsupported,
  distributionUnsupported,
  volumeTypeRejected,
  confidentialVmBlocked,
  failedWithoutKnownCause,
  stampedButNotEncrypted,
  restartPending,
  encryptedButNotStamped,
  stampedAfterFailedRun,
  dataNotEncryptedAfterSuccess,
  dataDiskNotCovered,
  dataDisksNotMounted,
  decryptionRunning,
  disableRefusedOsEncrypted,
  querySentToSinglePass,
  extensionRemoved,
  reportUnreadable,
  agentNotReady,
  vmNotRunning,
  osEncryptionSilentPhase,
  successTextNotTheEnd,
  harmlessUnmountAttempt,
  harmlessStrippedDownRestart,
  operationRunning,
  messageUnrecognised,
  extensionRenamed,
  dualPassLeftover,
]
