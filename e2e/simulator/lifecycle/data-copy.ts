import type { SimPace, SimTraffic } from '../model/record'
import type { SimStep } from '../model/vm'
import { success, type Guest } from './guest'
import { workProgressOf, secondsUntil } from './pace'

const sliceMiB = 50
const throughputMiBPerSecond = 60

/** Percentages that the copy of a volume prints, each once: finished slices divided by all slices, rounded down. */
export function copyPercentages(sizeGiB: number): readonly number[] {
  const slices = Math.floor((sizeGiB * 1024) / sliceMiB) + 1
  if (slices > 200) return Array.from({ length: 101 }, (_, percent) => percent)
  const all = Array.from({ length: slices }, (_, done) => Math.floor(((done + 1) / slices) * 100))
  return [...new Set(all)]
}

/** Seconds from one printed percentage to the next. */
export function secondsPerPercentage(sizeGiB: number): number {
  return (sizeGiB * 1024) / throughputMiBPerSecond / copyPercentages(sizeGiB).length
}

/** In-place encryption writes everything that it reads, at the same speed. */
export function inPlaceTraffic(disk: SimTraffic['disk'], miB: number, seconds: number): readonly SimTraffic[] {
  const speed = Number.isFinite(seconds) && seconds > 0 ? miB / seconds : 0
  return [{ disk, read: speed, write: speed }]
}

interface Copy {
  readonly pace: SimPace | null
  readonly guest: Guest
  readonly volume: number
  readonly of: number
  readonly sizeGiB: number
}

/** The duration of each printed percentage of a volume, and the disk's traffic in that time. */
function percentages(copy: Omit<Copy, 'guest'>, name: string, stalls: boolean) {
  const totalMiB = copy.sizeGiB * 1024
  const miBPerSecond = copy.pace?.dataMiBPerSecond ?? throughputMiBPerSecond
  const progression = workProgressOf({
    totalMiB,
    miBPerSecond,
    pace: copy.pace,
    name: `${name} ${copy.volume}`,
    stalls,
  })
  const percents = copyPercentages(copy.sizeGiB)
  const each = totalMiB / percents.length
  return percents.map((percent, index) => {
    const began = secondsUntil(progression, index * each)
    const seconds = Number.isFinite(began) ? secondsUntil(progression, (index + 1) * each) - began : Infinity
    return { percent, seconds, traffic: inPlaceTraffic(copy.volume - 1, each, seconds) }
  })
}

function percentStep(copy: Copy, phase: string, percent: number, seconds: number): SimStep {
  const { guest, volume, of } = copy
  const message = `Encrypting data volume ${volume}/${of}: ${percent}%`
  return {
    name: `${phase} ${volume}/${of}: ${percent}%`,
    seconds,
    restart: 'resume-volume',
    volume,
    percent,
    report: success(guest, message),
  }
}

/** One volume in place. The percentage runs three times: header saved, data copied, header written back. */
function copyVolume(copy: Copy): SimStep[] {
  const { volume, of } = copy
  return [
    percentStep(copy, 'BackupHeader', 50, 5),
    percentStep(copy, 'BackupHeader', 100, 5),
    { name: `EncryptDevice ${volume}/${of}`, seconds: 10, restart: 'resume-volume', volume, percent: 0 },
    ...percentages(copy, 'data copy', copy.guest.volumeType === 'Data' && volume === 1).map(
      ({ percent, seconds, traffic }) => ({ ...percentStep(copy, 'EncryptingData', percent, seconds), traffic }),
    ),
    percentStep(copy, 'RecoverHeader', 50, 5),
    percentStep(copy, 'RecoverHeader', 100, 5),
  ]
}

/** The offline method for data volumes: the count, each volume in sequence, the success text. */
export function encryptInPlace(guest: Guest, sizes: readonly number[], pace: SimPace | null = null): SimStep[] {
  const count = sizes.length
  return [
    {
      name: 'data volumes counted',
      seconds: 10,
      restart: 'continue',
      report: success(guest, `Encrypting ${count} data volumes`),
    },
    ...sizes.flatMap((sizeGiB, index) => copyVolume({ guest, volume: index + 1, of: count, sizeGiB, pace })),
    dataSucceeded(guest),
  ]
}

export function dataSucceeded(guest: Guest): SimStep {
  return {
    name: 'data volumes done',
    seconds: 10,
    restart: 'continue',
    report: success(guest, 'Encryption succeeded for data volumes'),
  }
}

/** In-place decryption. A restart during it leaves it stuck: the extension detects this and does nothing. */
export function decryptInPlace(guest: Guest, sizes: readonly number[], pace: SimPace | null = null): SimStep[] {
  const of = sizes.length
  const counted = `Decrypting ${of} data volumes`
  const volumes = sizes.flatMap((sizeGiB, index) =>
    percentages({ volume: index + 1, of, sizeGiB, pace }, 'decryption', index === 0).map(
      ({ percent, ...how }): SimStep => ({
        name: `DecryptingData ${index + 1}/${of}: ${percent}%`,
        ...how,
        restart: 'stuck',
        volume: index + 1,
        percent,
        report: success(guest, `Decrypting data volume ${index + 1}/${of}: ${percent}%`),
      }),
    ),
  )
  return [{ name: 'data volumes counted', seconds: 10, restart: 'stuck', report: success(guest, counted) }, ...volumes]
}
