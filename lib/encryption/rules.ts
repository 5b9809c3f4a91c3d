import type { VolumeCase } from './volume-case'
import type { VolumeState } from './types'

/** One row: the state where the row fits, `null` where the next row has to be tried. */
interface Row {
  readonly row: number
  readonly apply: (volume: VolumeCase) => VolumeState | null
}

const isStamped = (volume: VolumeCase): boolean => volume.stamp === 'encrypted'

/**
 * `Encrypted` without a stamp is expected here: confidential VMs do not write it, dual pass never stamps data disks.
 */
const reportNeedsNoStamp = (volume: VolumeCase): boolean =>
  volume.confidentialVm || (volume.pass === 'dual' && volume.role === 'data')

/** The report alone shows that a failed request did not leave this volume plain. */
const reportVouches = (volume: VolumeCase): boolean =>
  volume.word === 'Encrypted' && (isStamped(volume) || reportNeedsNoStamp(volume))

/**
 * The verdict on one volume: the first row that fits. The order matters. Sources: how the Linux extension reports
 * (https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main), and
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-linux#verify-encryption-status
 */
const rows: readonly Row[] = [
  {
    row: 1,
    apply: (v) => (v.wasRead ? null : v.pass === 'dual' && isOsStamped(v) ? 'encrypted-unverified' : 'unknown'),
  },
  { row: 2, apply: (v) => (v.failedToEnable && !reportVouches(v) ? 'failed' : null) },
  { row: 3, apply: (v) => (v.pass !== 'none' ? null : byStamp(v)) },
  { row: 4, apply: (v) => (v.role === 'os' && v.word === 'VMRestartPending' ? 'restart-pending' : null) },
  { row: 5, apply: (v) => (v.word === 'EncryptionInProgress' ? inProgress(v) : null) },
  { row: 6, apply: (v) => (v.word === 'DecryptionInProgress' ? 'decrypting' : null) },
  { row: 7, apply: (v) => (v.word === 'Encrypted' && isStamped(v) ? 'encrypted' : null) },
  { row: 8, apply: (v) => (v.word === 'Encrypted' ? reportedWithoutStamp(v) : null) },
  { row: 9, apply: (v) => (v.word !== 'NotEncrypted' ? null : isStamped(v) ? 'conflict' : 'not-encrypted') },
  { row: 10, apply: (v) => (v.role === 'data' && v.word === 'NotMounted' ? 'not-mounted' : null) },
]

/** Row 11, the last: there is no report. */
function withoutReport(volume: VolumeCase): VolumeState {
  const requested = volume.stamp === 'absent' && volume.dataRequestSucceeded
  return requested ? 'encrypted-unverified' : byStamp(volume)
}

function isOsStamped(volume: VolumeCase): boolean {
  return volume.role === 'os' && isStamped(volume)
}

function byStamp(volume: VolumeCase): VolumeState {
  return isStamped(volume) ? 'encrypted-unverified' : 'not-encrypted'
}

function inProgress(volume: VolumeCase): VolumeState {
  return volume.pass === 'single' && volume.addedLater ? 'not-encrypted' : 'encrypting'
}

function reportedWithoutStamp(volume: VolumeCase): VolumeState {
  if (reportNeedsNoStamp(volume)) return 'encrypted-unverified'
  return volume.addedLater ? 'not-encrypted' : 'conflict'
}

/** The state of one volume, by the first row that fits. */
export function stateOfVolume(volume: VolumeCase): VolumeState {
  for (const { apply } of rows) {
    const state = apply(volume)
    if (state !== null) return state
  }
  return withoutReport(volume)
}
