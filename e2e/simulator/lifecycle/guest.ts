import type { SimReport } from '../model/vm'

export type VolumeType = 'OS' | 'Data' | 'All'

/** The state that the Linux extension would find inside the VM when it writes a status. */
export interface Guest {
  readonly volumeType: VolumeType
  /** Mounted data file systems. */
  readonly dataVolumes: number
  /** The marker file of an open job; null without one. */
  readonly job: 'encrypt' | 'decrypt' | null
  readonly dataSealed: boolean
  /** `plain`: root on the bare disk; `copied`: a finished copy waits for a reboot; `mapped`: root on the mapper; `reencrypting`: on the mapper and still being converted. */
  readonly os: 'plain' | 'copied' | 'mapped' | 'reencrypting'
}

function measureData(guest: Guest): string {
  if (guest.job === 'decrypt') return 'DecryptionInProgress'
  if (guest.job === 'encrypt' && guest.volumeType !== 'OS') return 'EncryptionInProgress'
  if (guest.dataVolumes === 0) return 'NotMounted'
  return guest.dataSealed ? 'Encrypted' : 'NotEncrypted'
}

function measureOs(guest: Guest): string {
  if (guest.job === 'encrypt' && guest.volumeType !== 'Data' && guest.os !== 'mapped') return 'EncryptionInProgress'
  if (guest.os === 'mapped' || guest.os === 'reencrypting') return 'Encrypted'
  return guest.os === 'copied' && guest.job === null ? 'VMRestartPending' : 'NotEncrypted'
}

/** The sub-status of the Linux extension: measured at the time of a report, by the extension's order of rules. */
export function measure(guest: Guest): NonNullable<SimReport['words']> {
  return { os: measureOs(guest), data: measureData(guest) }
}

const rebootText = 'OS disk successfully encrypted, please reboot the VM'

function write(status: SimReport['status'], code: number, guest: Guest, message: string): SimReport {
  const words = measure(guest)
  return { status, code, message: words.os === 'VMRestartPending' ? rebootText : message, words }
}

/** A success report. If a reboot is pending, its text replaces the message. */
export function success(guest: Guest, message: string): SimReport {
  return write('success', 0, guest, message)
}

export function transitioning(guest: Guest, message: string): SimReport {
  return write('transitioning', 0, guest, message)
}

export function failure(guest: Guest, code: number, message: string): SimReport {
  return write('error', code, guest, message)
}
