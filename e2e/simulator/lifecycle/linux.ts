import type { SimStep } from '../model/vm'
import { dataSucceeded, decryptInPlace, encryptInPlace } from './data-copy'
import { failure, success, transitioning, type Guest, type VolumeType } from './guest'
import { encryptDataOnline, encryptWithOsOnline } from './online'
import { encryptOsOffline, type OsJob } from './os-offline'
import type { PlanInput } from './plan-input'

const stampedText = 'Encryption settings stamped'

/** The guest at the start of an enable: all volumes plain, the job open. */
export function plainGuest(input: PlanInput): Guest {
  return {
    volumeType: input.volumeType,
    dataVolumes: input.dataDisks.length,
    job: 'encrypt',
    dataSealed: false,
    os: 'plain',
  }
}

/** From the request to the daemon: no status at first, then an empty text while it waits and installs packages. */
export function enableSteps(guest: Guest, isOnline: boolean): SimStep[] {
  return [
    { name: 'requested', seconds: 25, restart: 'continue' },
    { name: 'daemon started', seconds: isOnline ? 35 : 90, restart: 'continue', report: transitioning(guest, '') },
  ]
}

const stampScope: Readonly<Record<VolumeType, 'os' | 'data' | 'all'>> = { OS: 'os', Data: 'data', All: 'all' }

/** The host writes the key settings on the disks, hours before the data are encrypted. Offline this closes the deployment. */
export function stampStep(guest: Guest, isOnline: boolean): SimStep {
  return {
    name: 'stamped',
    seconds: 10,
    restart: 'continue',
    stamp: { disks: stampScope[guest.volumeType], write: 'encrypted' },
    report: isOnline ? transitioning(guest, stampedText) : success(guest, stampedText),
  }
}

function finishData(guest: Guest): SimStep {
  const sealed: Guest = { ...guest, job: null, dataSealed: true }
  return { ...dataSucceeded(sealed), name: 'marker cleared', seconds: Infinity, restart: 'rest' }
}

/** EnableEncryption by the offline method. */
export function enableOffline(input: PlanInput, job: OsJob = {}): SimStep[] {
  const guest = plainGuest(input)
  const sealed: Guest = { ...guest, dataSealed: input.volumeType !== 'OS' }
  return [
    ...enableSteps(guest, false),
    stampStep(guest, false),
    ...(input.volumeType === 'OS' ? [] : encryptInPlace(guest, input.dataDisks, input.pace)),
    ...(input.volumeType === 'Data' ? [finishData(guest)] : encryptOsOffline(sealed, input, job)),
  ]
}

/** EnableEncryption by the online method. */
export function enableOnline(input: PlanInput): SimStep[] {
  const guest = plainGuest(input)
  const rest = input.volumeType === 'Data' ? encryptDataOnline(guest, input) : encryptWithOsOnline(guest, input)
  return [...enableSteps(guest, true), stampStep(guest, true), ...rest]
}

/** EnableEncryptionFormatAll for data volumes: takes minutes, no percentage, deletes the data. */
export function formatAll(input: PlanInput): SimStep[] {
  const guest = plainGuest(input)
  const formatting = `Encrypting and formatting ${input.dataDisks.length} data volumes`
  return [
    ...enableSteps(guest, false),
    {
      name: 'formatting',
      seconds: 60 + 30 * input.dataDisks.length,
      restart: 'continue',
      report: transitioning(guest, formatting),
    },
    stampStep(guest, false),
    dataSucceeded(guest),
    finishData(guest),
  ]
}

/** DisableEncryption of data volumes: the platform clears the settings before the first block is decrypted. */
export function disableData(input: PlanInput): SimStep[] {
  const guest: Guest = {
    volumeType: 'Data',
    dataVolumes: input.dataDisks.length,
    job: 'decrypt',
    dataSealed: true,
    os: 'plain',
  }
  const plain: Guest = { ...guest, job: null, dataSealed: false }
  return [
    { name: 'requested', seconds: 25, restart: 'continue' },
    {
      name: 'settings cleared',
      seconds: 60,
      restart: 'stuck',
      stamp: { disks: 'data', write: 'notEncrypted' },
      report: success(guest, 'Encryption settings cleared'),
    },
    ...decryptInPlace(guest, input.dataDisks, input.pace),
    { name: 'decrypted', seconds: 15, restart: 'stuck', report: success(guest, 'Decryption succeeded') },
    { name: 'marker cleared', seconds: Infinity, restart: 'rest', report: success(plain, 'Decryption succeeded') },
  ]
}

/** DisableEncryption while the OS volume is encrypted: refused, nothing changes. */
export function refusedDisable(input: PlanInput): SimStep[] {
  const guest: Guest = {
    volumeType: 'All',
    dataVolumes: input.dataDisks.length,
    job: null,
    dataSealed: true,
    os: 'mapped',
  }
  const reason = 'Disabling encryption is not supported when OS volume is encrypted'
  const trace = `Traceback (most recent call last):\n  File "/var/lib/waagent/Microsoft.Azure.Security.AzureDiskEncryptionForLinux-1.4.0.12/main/handle.py", line 111, in disable_encryption\nException: ${reason}\n`
  const message = `Failed to disable the extension with error: ${reason}, stack trace: ${trace}`
  return [
    { name: 'requested', seconds: 25, restart: 'continue' },
    { name: 'refused', seconds: Infinity, restart: 'rest', report: failure(guest, 100, message) },
  ]
}

/** New key settings on an encrypted VM: a second key slot, a new stamp, the old slot removed. */
export function updateSettings(input: PlanInput): SimStep[] {
  const guest: Guest = {
    volumeType: input.volumeType,
    dataVolumes: input.dataDisks.length,
    job: null,
    dataSealed: true,
    os: 'mapped',
  }
  return [
    { name: 'requested', seconds: 25, restart: 'continue' },
    { name: 'key slots added', seconds: 30, restart: 'continue' },
    {
      name: 'settings updated',
      seconds: Infinity,
      restart: 'rest',
      stamp: { disks: stampScope[input.volumeType], write: 'encrypted' },
      report: success(guest, 'Encryption settings updated'),
    },
  ]
}
