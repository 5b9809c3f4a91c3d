import type { SimPace } from '../model/record'
import type { SimStep } from '../model/vm'
import { success, transitioning, type Guest } from './guest'
import { workProgressOf, doneAt, secondsOf, speedAt, type Stretch } from './pace'
import type { PlanInput } from './plan-input'

const dataMiBPerSecond = 90
const osMiBPerSecond = 95
const reportSeconds = 15
const rootDevice = '/dev/disk/azure/root-part2'

/** The progress line of cryptsetup, as the extension reports it. */
function progressLine(doneMiB: number, totalMiB: number, speed: number): string {
  const percent = ((doneMiB / totalMiB) * 100).toFixed(1)
  const left = Math.round((totalMiB - doneMiB) / Math.max(speed, 0.1))
  const minutes = String(Math.floor(left / 60)).padStart(2, '0')
  const eta = `${minutes}:${String(left % 60).padStart(2, '0')}`
  return `Progress:  ${percent}%, ETA ${eta}, ${Math.round(doneMiB)} MiB written, speed  ${speed.toFixed(1)} MiB/s`
}

/** The OS volume during online conversion: a line every 15 seconds, the only true percentage that exists. */
function osProgress(guest: Guest, { osDiskGiB, pace }: PlanInput): SimStep[] {
  const totalMiB = osDiskGiB * 1024
  const miBPerSecond = pace?.dataMiBPerSecond ?? osMiBPerSecond
  const progression = workProgressOf({ totalMiB, miBPerSecond, pace, name: 'os conversion', stalls: true })
  const whole = secondsOf(progression)
  const lines = Math.max(1, Math.floor(whole / reportSeconds))
  const steps = Array.from({ length: lines }, (_, index): SimStep => {
    const seconds = (whole * (index + 1)) / (lines + 1)
    const speed = speedAt(progression, seconds)
    const line = progressLine(doneAt(progression, seconds), totalMiB, speed)
    return {
      name: `resume_encryption ${index + 1}/${lines}`,
      seconds: reportSeconds,
      restart: 'continue',
      report: success(guest, `Background encrypting ${rootDevice} - ${line}`),
      traffic: [{ disk: 'os', read: speed, write: speed }],
    }
  })
  const stalled: SimStep = {
    name: 'resume_encryption stalled',
    seconds: Infinity,
    restart: 'continue',
    traffic: [{ disk: 'os', read: 0, write: 0 }],
  }
  return progression.at(-1)?.kind === 'stall' ? [...steps, stalled] : steps
}

/** Times at which the speed of one of the copies changes, seconds from the beginning. */
function turns(progressions: readonly (readonly Stretch[])[]): number[] {
  const ends = progressions.flatMap((progression) =>
    progression.map((_, index) => secondsOf(progression.slice(0, index + 1))),
  )
  return [...new Set(ends)].filter((seconds) => seconds > 0).sort((one, other) => one - other)
}

/** Data volumes in parallel until the slowest is done: a step for every change of speed, the text only once. */
function background(
  name: string,
  report: SimStep['report'],
  sizes: readonly number[],
  pace: SimPace | null,
): SimStep[] {
  const said = report === undefined ? {} : { report }
  if (sizes.length === 0) return [{ name, seconds: 5, restart: 'continue', ...said }]
  const miBPerSecond = pace?.dataMiBPerSecond ?? dataMiBPerSecond
  const progressions = sizes.map((size, index) =>
    workProgressOf({ totalMiB: size * 1024, miBPerSecond, pace, name: `data conversion ${index}` }),
  )
  let from = 0
  return turns(progressions).map((until, index): SimStep => {
    const middle = (from + until) / 2
    const seconds = until - from
    from = until
    const traffic = progressions.map((progression, disk) => {
      const speed = middle < secondsOf(progression) ? speedAt(progression, middle) : 0
      return { disk, read: speed, write: speed }
    })
    const first = index === 0
    return {
      name: first ? name : `${name} ${index + 1}`,
      seconds,
      restart: 'continue',
      traffic,
      ...(first ? said : {}),
    }
  })
}

function finish(guest: Guest, message: string): SimStep[] {
  const done: Guest = { ...guest, job: null, dataSealed: guest.volumeType !== 'OS' }
  return [
    { name: 'finished', seconds: 15, restart: 'continue', report: success(guest, message) },
    { name: 'marker cleared', seconds: Infinity, restart: 'rest', report: success(done, message) },
  ]
}

/** Only data volumes, which stay in use. */
export function encryptDataOnline(guest: Guest, { dataDisks, pace }: PlanInput): SimStep[] {
  const text = `Background Encrypting ${dataDisks.length} data volume(s).`
  return [
    { name: 'data volumes initialised', seconds: 20, restart: 'continue' },
    {
      name: 'online initialised',
      seconds: 5,
      restart: 'continue',
      report: success(guest, 'Online Encryption initialized.'),
    },
    ...background('data volumes in background', success(guest, text), dataDisks, pace),
    ...finish(guest, 'Encryption succeeded for data volumes'),
  ]
}

/** The OS volume (and for All the data volumes): prepared, one automatic reboot, then converted in use. */
export function encryptWithOsOnline(guest: Guest, input: PlanInput): SimStep[] {
  const isAll = input.volumeType === 'All'
  const after: Guest = { ...guest, os: 'reencrypting' }
  const mapped: Guest = { ...guest, os: 'mapped' }
  const volumes = isAll ? input.dataDisks.length + 1 : 1
  const dataReport = transitioning(guest, 'Online encryption initialized for data volumes')
  const final = isAll ? 'Encryption succeeded for all volumes' : 'Encryption succeeded for OS volume'
  return [
    ...(isAll
      ? ([
          { name: 'data volumes initialised', seconds: 20, restart: 'continue' },
          { name: 'data volumes ready', seconds: 5, restart: 'continue', report: dataReport },
        ] as const)
      : []),
    { name: 'prereq', seconds: 30, restart: 'continue' },
    { name: 'patch_boot_system', seconds: 60, restart: 'continue' },
    {
      name: 'restarting',
      seconds: 5,
      restart: 'continue',
      report: transitioning(guest, 'Restarting vm after patching'),
    },
    { name: 'rebooting', seconds: 75, restart: 'continue', agentReady: false },
    {
      name: 'online initialised',
      seconds: 5,
      restart: 'continue',
      report: success(after, 'Online Encryption initialized.'),
      agentReady: true,
    },
    { name: 'daemon started', seconds: 5, restart: 'continue', report: success(after, '') },
    ...background(
      'volumes in background',
      success(after, `Background Encrypting ${volumes} volume(s).`),
      isAll ? input.dataDisks : [],
      input.pace,
    ),
    ...(isAll
      ? ([
          {
            name: 'data volumes done',
            seconds: 10,
            restart: 'continue',
            report: success(after, 'Encryption succeeded for data volumes'),
          },
        ] as const)
      : []),
    ...osProgress(after, input),
    {
      name: 'OS volume done',
      seconds: 5,
      restart: 'continue',
      report: success(mapped, `Background encryption finished for ${rootDevice}`),
    },
    ...finish(mapped, final),
  ]
}
