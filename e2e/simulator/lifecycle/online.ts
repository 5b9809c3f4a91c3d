import type { SimStep } from '../model/vm'
import { success, transitioning, type Guest } from './guest'
import type { PlanInput } from './plan-input'

const dataMiBPerSecond = 90
const osMiBPerSecond = 95
const reportSeconds = 15
const rootDevice = '/dev/disk/azure/root-part2'

/** The progress line of cryptsetup, as the extension passes it on. */
function progressLine(doneMiB: number, totalMiB: number): string {
  const percent = ((doneMiB / totalMiB) * 100).toFixed(1)
  const left = Math.round((totalMiB - doneMiB) / osMiBPerSecond)
  const minutes = String(Math.floor(left / 60)).padStart(2, '0')
  const eta = `${minutes}:${String(left % 60).padStart(2, '0')}`
  return `Progress:  ${percent}%, ETA ${eta}, ${Math.round(doneMiB)} MiB written, speed  ${osMiBPerSecond.toFixed(1)} MiB/s`
}

/** The OS volume being converted while it is in use: a line every 15 seconds, the only true percentage there is. */
function osProgress(guest: Guest, osDiskGiB: number): SimStep[] {
  const totalMiB = osDiskGiB * 1024
  const lines = Math.max(1, Math.floor(totalMiB / osMiBPerSecond / reportSeconds))
  return Array.from({ length: lines }, (_, index): SimStep => {
    const line = progressLine((totalMiB * (index + 1)) / (lines + 1), totalMiB)
    return {
      name: `resume_encryption ${index + 1}/${lines}`,
      seconds: reportSeconds,
      restart: 'continue',
      report: success(guest, `Background encrypting ${rootDevice} - ${line}`),
    }
  })
}

/** Seconds until the slowest data volume is done: they run side by side. */
function dataSeconds(sizes: readonly number[]): number {
  return sizes.length === 0 ? 5 : (Math.max(...sizes) * 1024) / dataMiBPerSecond
}

function finish(guest: Guest, message: string): SimStep[] {
  const done: Guest = { ...guest, job: null, dataSealed: guest.volumeType !== 'OS' }
  return [
    { name: 'finished', seconds: 15, restart: 'continue', report: success(guest, message) },
    { name: 'marker cleared', seconds: Infinity, restart: 'rest', report: success(done, message) },
  ]
}

/** Data volumes alone, in use all the while. */
export function encryptDataOnline(guest: Guest, { dataDisks }: PlanInput): SimStep[] {
  const background = `Background Encrypting ${dataDisks.length} data volume(s).`
  return [
    { name: 'data volumes initialised', seconds: 20, restart: 'continue' },
    {
      name: 'online initialised',
      seconds: 5,
      restart: 'continue',
      report: success(guest, 'Online Encryption initialized.'),
    },
    {
      name: 'data volumes in background',
      seconds: dataSeconds(dataDisks),
      restart: 'continue',
      report: success(guest, background),
    },
    ...finish(guest, 'Encryption succeeded for data volumes'),
  ]
}

/** The OS volume (and for All the data volumes): prepared, one reboot by itself, then converted in use. */
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
    {
      name: 'volumes in background',
      seconds: isAll ? dataSeconds(input.dataDisks) : 5,
      restart: 'continue',
      report: success(after, `Background Encrypting ${volumes} volume(s).`),
    },
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
    ...osProgress(after, input.osDiskGiB),
    {
      name: 'OS volume done',
      seconds: 5,
      restart: 'continue',
      report: success(mapped, `Background encryption finished for ${rootDevice}`),
    },
    ...finish(mapped, final),
  ]
}
